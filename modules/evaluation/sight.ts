import type { Day } from '../../platform/clock.ts'
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
export const inYear = ({ year, until }: Pick<ScoreSight, 'year' | 'until'>, back = 0) => ({
  from: `${year + back}-01-01`,
  to: until === undefined ? `${year + back}-12-31` : `${year + back}${until.slice(4)}`,
})
