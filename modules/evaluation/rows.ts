import { Decimal } from 'decimal.js'
import type { Tx } from '../../platform/db.ts'
import { type DrillRow, readRange } from '../ledger/index.ts'
import { drillRows } from '../metrics/index.ts'
import { type Deduction, type Direction, type Evidence, type IndicatorLine, round2, type Value } from './domain.ts'
import { inYear, type ScoreSight, seen } from './sight.ts'

/** What the ledgers of evaluation say of a year, read from their entries. */

/** An indicator and the project it is of. */
export interface Indicator extends IndicatorLine {
  project: string
}
export type Row = Record<string, unknown>

export const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
export const thousandth = (value: unknown) =>
  typeof value === 'number' ? new Decimal(value).div(1000).toString() : undefined
/** Leaves out what is undefined. */
const told = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

function indicatorOf(record: string, data: Row): Indicator {
  const metric = text(data.metric)
  return {
    id: record,
    project: String(data.project),
    level1: String(data.level1),
    level2: String(data.level2),
    name: String(data.name),
    direction: data.direction as Direction,
    measure: text(data.measure) ?? '',
    weight: thousandth(data.weight) ?? '0',
    evidence: data.evidence as Evidence,
    ...told({
      code: text(data.code),
      target: thousandth(data.target),
      upTo: thousandth(data.upTo),
      targetText: text(data.targetText),
      formula: text(data.formula),
      lastLine: text(data.lastLine),
      use: text(data.use),
    }),
    ...(metric ? { metric, where: readRange(text(data.where) ?? '') } : {}),
  } as Indicator
}

/** The rows of one project, or of all. */
const of = (project: string | undefined) => (project === undefined ? {} : { where: { class: project } })

/** The indicators set for a year, in the order of their codes. A year's targets may be set at the end of the year before. */
export async function indicatorsOf(tx: Tx, sight: ScoreSight, project?: string): Promise<Indicator[]> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'indicator.set',
    from: `${sight.year - 1}-01-01`,
    to: inYear(sight).to,
    ...of(project),
    limit: 10_000,
    ...seen(sight),
  })
  return rows
    .filter((row) => row.data.year === sight.year)
    .sort((a, b) => String(a.data.code).localeCompare(String(b.data.code), 'zh-CN', { numeric: true }))
    .map((row) => indicatorOf(row.record, row.data))
}

const typedOf = (data: Row): Value =>
  told({
    actual: thousandth(data.value),
    points: thousandth(data.points),
    tier: text(data.tier) as Value['tier'],
    overCause: text(data.overCause) as Value['overCause'],
    said: text(data.cause),
  }) as Value

/** The records of what people typed, by indicator; of several the latest counts. */
export async function typedRecords(tx: Tx, sight: ScoreSight, project?: string): Promise<Map<string, DrillRow>> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'typed-value.given',
    from: `${sight.year}-01-01`,
    // Year-end values are often entered in the spring after.
    to: sight.until ?? `${sight.year + 1}-12-31`,
    ...of(project),
    limit: 10_000,
    ...seen(sight),
  })
  // Newest first, so that the later `set` of an older one must not win.
  return new Map(rows.reverse().map((row) => [String(row.data.indicator), row]))
}

/** What people typed, by indicator. */
export const typedValues = async (tx: Tx, sight: ScoreSight, project?: string): Promise<Map<string, Value>> =>
  new Map([...(await typedRecords(tx, sight, project))].map(([indicator, { data }]) => [indicator, typedOf(data)]))

/** What is taken off, by project. */
export async function deductionsOf(tx: Tx, sight: ScoreSight, project?: string): Promise<Map<string, Deduction[]>> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'deduction.made',
    from: `${sight.year}-01-01`,
    to: sight.until ?? `${sight.year + 1}-12-31`,
    ...of(project),
    limit: 1000,
    ...seen(sight),
  })
  const found = new Map<string, Deduction[]>()
  for (const { data } of rows.reverse().filter((row) => row.data.year === sight.year)) {
    const one = { label: String(data.cause), points: round2(new Decimal(thousandth(data.points) ?? 0)).toString() }
    found.set(String(data.project), [...(found.get(String(data.project)) ?? []), one])
  }
  return found
}
