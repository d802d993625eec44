import { dayOf } from '../../platform/clock.ts'
import type { Finder, Found, LedgerRuntime } from '../ledger/index.ts'
import type { MonitoringAnswer } from './contract.ts'
import type { Scheme } from './domain.ts'
import { monitoring } from './monitored.ts'
import { type MonitoringRules, periodsEndedBefore } from './monitoring.ts'

type Monitored = MonitoringAnswer['projects'][number]
/** What a paper has a line for; a light is only proposed. */
const ruled = new Set(['execution', 'gap'])
const thousandths = (percent: string) => Math.round(Number(percent) * 1000)

/** The warning of a project that was below a line when a period ended, unless somebody has warned of it then. Without a unit
 *  nobody could answer: the screen proposes it, people decide. */
function warningOf(year: number, endedOn: string, { project, unit, broken, warnings }: Monitored): Found[] {
  const found = broken.filter(({ kind, periodEnd }) => ruled.has(kind) && periodEnd === endedOn)
  const [first] = found
  if (!first || !unit || warnings.some((one) => one.periodEnd === endedOn)) return []
  const { kind, rate, threshold } = first
  const said = found.map(({ because }) => because).join('')
  const values = { rate: thousandths(rate), threshold: thousandths(threshold) }
  return [{ key: `${project}.${endedOn}`, data: { year, project, periodEnd: endedOn, kind, ...values, said, unit } }]
}

/** Finds the projects to be warned of: those below the line of a period that has ended, as they stood on its last day. */
export const findLagging =
  (
    { database, ledgers: catalog, clock }: Pick<LedgerRuntime, 'database' | 'ledgers' | 'clock'>,
    { schemes, rules }: { schemes: readonly Scheme[]; rules: MonitoringRules },
    settle: (tenant: string) => Promise<void>,
  ): Finder =>
  async (tenant) => {
    const ends = periodsEndedBefore(rules.thresholds, tenant, dayOf(clock.now()))
    if (!ends.length) return []
    await settle(tenant)
    return database.inTenant(tenant, async (tx) => {
      const found: Found[] = []
      for (const until of ends) {
        const year = Number(until.slice(0, 4))
        const { projects } = await monitoring(tx, { catalog, schemes, rules, year, until })
        found.push(...projects.flatMap((one) => warningOf(year, until, one)))
      }
      return found
    })
  }
