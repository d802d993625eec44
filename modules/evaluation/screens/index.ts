export const evaluationPages = {
  projects: async () => (await import('./projects-page.tsx')).ProjectsPage,
  project: async () => (await import('./project-page.tsx')).ProjectPage,
}
