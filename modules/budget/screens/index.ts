export const budgetPages = {
  execution: async () => (await import('./execution-page.tsx')).ExecutionPage,
}
