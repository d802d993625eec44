export const evaluationPages = {
  projects: async () => (await import('./projects-page.tsx')).ProjectsPage,
  library: async () => (await import('./library-page.tsx')).LibraryPage,
  questions: async () => (await import('./questions-page.tsx')).QuestionsPage,
  project: async () => (await import('./project-page.tsx')).ProjectPage,
}
