/** The front door of the counts for the modules below. */
export { getMetric, type Period, printed, readPeriod } from './domain.ts'
export { onRecords } from './jobs.ts'
export { sumsOf } from './queries/sums.ts'
export {
  drillRows,
  type FigureQuery,
  type FigureRow,
  type FigureValue,
  figure,
  figureBy,
  figuresOf,
  recountDirty,
} from './queries.ts'
export { keyLabel, registerMetrics } from './routes.ts'
export { dirtyLedgers } from './store.ts'
