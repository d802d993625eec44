import { type Day, isDay } from '../../platform/clock.ts'
import type { LedgerCatalog } from '../ledger/index.ts'
import type { Scheme } from './domain.ts'

/** Whose scores: the catalog declares, the seal says how far we look. */
export interface ScoreSight {
  catalog: LedgerCatalog
  schemes: readonly Scheme[]
  year: number
  asOf?: number | undefined
  /** The scheme to score by, instead of the one that applies to the bureau. */
  scheme?: string | undefined
  /** The last day that is counted, when that is not the year's. */
  until?: Day | undefined
}

export const seen = ({ asOf }: Pick<ScoreSight, 'asOf'>) => (asOf === undefined ? {} : { asOf })
/** The days that are counted, of the year or of one before it; the 29 February of a year without one is the 28. */
export function inYear({ year, until }: Pick<ScoreSight, 'year' | 'until'>, back = 0) {
  const to = `${year + back}${until === undefined ? '-12-31' : until.slice(4)}`
  return { from: `${year + back}-01-01`, to: isDay(to) ? to : `${year + back}-02-28` }
}
