import type { LedgerRecord, LedgerRuntime } from '../../modules/ledger/index.ts'
import { as } from './casework.ts'

/** Opens and walks records of one ledger, as people of the small bureau. */
export const walkerOn = (engine: () => LedgerRuntime, ledger: string) => ({
  open: (person: string, move: string, data: object) => as(engine(), person, { move, data: { ...data } }, ledger),
  go: (record: LedgerRecord, person: string, move: string, data: object = {}, reason?: string) =>
    as(
      engine(),
      person,
      { record: record.id, version: record.version, move, data: { ...data }, ...(reason ? { reason } : {}) },
      ledger,
    ),
})
/** A moment as the clock on the wall in China shows it. */
export const shown = (instant: string | null | undefined) =>
  instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
