export const checkerPages = {
  check: async () => (await import('./check-page.tsx')).CheckPage,
}
