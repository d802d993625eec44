export const reportingPages = {
  documents: async () => (await import('./documents-page.tsx')).DocumentsPage,
  document: async () => (await import('./document-page.tsx')).DocumentPage,
}
