export { AsOfSelect } from './as-of-select.tsx'
export { type By, type FigureRow, figureQuery, figureUrl, plotted, sealsQuery } from './figures.ts'
