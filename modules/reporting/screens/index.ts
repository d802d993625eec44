export { ReturnedReports } from './returned.tsx'

export const reportingPages = {
  documents: async () => (await import('./documents-page.tsx')).DocumentsPage,
  review: async () => (await import('./review-page.tsx')).ReviewPage,
  document: async () => (await import('./document-page.tsx')).DocumentPage,
}
