import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { Search } from '../../../kit/nav.tsx'
import type { MonitoringAnswer } from '../contract.ts'

export type Monitoring = MonitoringAnswer
export type MonitoredProject = Monitoring['projects'][number]
export type Broken = MonitoredProject['broken'][number]
export type LightView = MonitoredProject['light']

export const monitoringQuery = (year: number, until: string | undefined) =>
  queryOptions({
    queryKey: ['monitoring', year, until ?? ''],
    queryFn: ({ signal }) => http.get<Monitoring>(`/evaluation/monitoring${query({ year, until })}`, signal),
  })

/** Of a year that has passed there is nothing to forecast: its points are what they are. */
export const isOver = ({ passed }: Pick<Monitoring, 'passed'>) => Number(passed) >= 100

/** The ledger warnings stand in. */
export const warningLedger = 'performance-warning'
/** As the ledger keeps a percentage. */
const thousandths = (percent: string) => String(Math.round(Number(percent) * 1000))

/** The form of a warning, filled in with what was found. */
export const warningForm = (year: number, { project, unit }: MonitoredProject, broken: Broken): Search => ({
  move: 'raise',
  year: String(year),
  project,
  ...(unit ? { unit } : {}),
  periodEnd: broken.periodEnd,
  kind: broken.kind,
  rate: thousandths(broken.rate),
  threshold: thousandths(broken.threshold),
  said: broken.because,
})
