import { type BureauPlan, buildCalendar, buildLocator, type OrgView, seedDays } from '../../modules/org/index.ts'
import type { Ground } from './ground.ts'

/** What planning asks of a bureau: its working time, and in which grid a point lies. */
export type PlanningWorld = Pick<OrgView, 'calendar'> & {
  gridOf(point: { lng: number; lat: number }): string | undefined
}

/** The bureau as it will be once it is set up: for planning without a database. */
export function worldOf(plan: BureauPlan, ground: Ground): PlanningWorld {
  const [first, last] = plan.years
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const calendar = buildCalendar({ days: seedDays(first, last), years, ...(plan.hours ? { hours: plan.hours } : {}) })
  const locator = buildLocator(ground.features)
  return { calendar, gridOf: ({ lng, lat }) => locator.locate(lng, lat)?.code }
}
