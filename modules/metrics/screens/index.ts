export { AsOfSelect } from './as-of-select.tsx'
export { type By, type FigureRow, figureQuery, figureUrl, plotted, sealsQuery } from './figures.ts'

export const metricsPages = {
  figures: async () => (await import('./figures-page.tsx')).FiguresPage,
  ofLedger: async () => (await import('./ledger-figures-page.tsx')).LedgerFiguresPage,
  figure: async () => (await import('./figure-page.tsx')).FigurePage,
}
