import { Decimal } from 'decimal.js'
import type { Tx } from '../../platform/db.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { projectNames } from '../budget/index.ts'
import type { LedgerCatalog } from '../ledger/index.ts'
import { drillRows, type FigureQuery, figure, getMetric } from '../metrics/index.ts'
import type { ScoreAnswer } from './contract.ts'
import {
  type Direction,
  type Evidence,
  type IndicatorLine,
  type Money,
  type Scheme,
  schemeFor,
  type Value,
} from './domain.ts'
import { score, targetText } from './scoring.ts'
import { readWhere, valueIn } from './values.ts'

/** Whose scores: the catalog declares, the seal says how far we look. */
export interface ScoreSight {
  catalog: LedgerCatalog
  schemes: readonly Scheme[]
  year: number
  asOf?: number | undefined
}
interface Indicator extends IndicatorLine {
  project: string
}
type Row = Record<string, unknown>

/** The department as a whole stands among the projects under this code. */
export const WHOLE = '整体'

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
const thousandth = (value: unknown) => (typeof value === 'number' ? new Decimal(value).div(1000).toString() : undefined)
const seen = ({ asOf }: ScoreSight) => (asOf === undefined ? {} : { asOf })
const inYear = ({ year }: ScoreSight) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

function indicatorOf(record: string, data: Row): Indicator {
  const target = thousandth(data.target)
  const words = text(data.targetText)
  const code = text(data.code)
  const metric = text(data.metric)
  return {
    id: record,
    ...(code ? { code } : {}),
    project: String(data.project),
    level1: String(data.level1),
    level2: String(data.level2),
    name: String(data.name),
    direction: data.direction as Direction,
    ...(target === undefined ? {} : { target }),
    ...(words ? { targetText: words } : {}),
    measure: text(data.measure) ?? '',
    weight: thousandth(data.weight) ?? '0',
    evidence: data.evidence as Evidence,
    ...(metric ? { metric, where: readWhere(text(data.where) ?? '') } : {}),
  }
}

/** The indicators set for a year, in the order of their codes. A year's targets may be set at the end of the year before. */
async function indicatorsOf(tx: Tx, sight: ScoreSight, project?: string): Promise<Indicator[]> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'indicator.set',
    from: `${sight.year - 1}-01-01`,
    to: `${sight.year}-12-31`,
    ...(project ? { where: { class: project } } : {}),
    limit: 10_000,
    ...seen(sight),
  })
  return rows
    .filter((row) => row.data.year === sight.year)
    .sort((a, b) => String(a.data.code).localeCompare(String(b.data.code), 'zh-CN', { numeric: true }))
    .map((row) => indicatorOf(row.record, row.data))
}

function typedOf(data: Row): Value {
  const value: Value = {}
  const actual = thousandth(data.value)
  const points = thousandth(data.points)
  if (actual !== undefined) value.actual = actual
  if (points !== undefined) value.points = points
  if (text(data.tier)) value.tier = data.tier as NonNullable<Value['tier']>
  if (text(data.overCause)) value.overCause = data.overCause as NonNullable<Value['overCause']>
  if (text(data.cause)) value.said = String(data.cause)
  return value
}

/** What people typed, by indicator; of several the latest counts. */
async function typedValues(tx: Tx, sight: ScoreSight, project: string): Promise<Map<string, Value>> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'typed-value.given',
    from: `${sight.year}-01-01`,
    // Surveys and year-end values are often entered in the spring after.
    to: `${sight.year + 1}-12-31`,
    where: { class: project },
    limit: 10_000,
    ...seen(sight),
  })
  // Newest first, so that the later `set` of an older one must not win.
  return new Map(rows.reverse().map((row) => [String(row.data.indicator), typedOf(row.data)]))
}

async function counted(tx: Tx, sight: ScoreSight, line: Indicator): Promise<string | undefined> {
  if (!line.metric) return undefined
  const query: FigureQuery = { metric: line.metric, ...inYear(sight), where: line.where ?? {}, ...seen(sight) }
  const parts = await figure(tx, sight.catalog, query)
  return valueIn(getMetric(sight.catalog, line.metric), parts, line.measure)
}

/** An indicator whose figure was mistyped has no value, and says so; the other lines are scored all the same. */
async function countedOrFault(
  tx: Tx,
  sight: ScoreSight,
  line: Indicator,
): Promise<{ actual?: string; fault?: string }> {
  try {
    const { notScored } = line.metric ? getMetric(sight.catalog, line.metric).metric : {}
    if (notScored) return { fault: `“${line.name}”不能这样取数：${notScored}` }
    const actual = await counted(tx, sight, line)
    return actual === undefined ? {} : { actual }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error
    return { fault: `“${line.name}”的取数有误：${error.sentence}` }
  }
}

async function valuesOf(
  tx: Tx,
  sight: ScoreSight,
  project: string,
  lines: readonly Indicator[],
): Promise<{ values: Record<string, Value>; faults: Record<string, string> }> {
  const typed = await typedValues(tx, sight, project)
  const values: Record<string, Value> = {}
  const faults: Record<string, string> = {}
  for (const line of lines) {
    const said = typed.get(line.id)
    // What a ledger counts nobody types over: the typed record only explains it.
    const { actual, fault } = line.metric
      ? await countedOrFault(tx, sight, line)
      : { actual: said?.actual, fault: undefined }
    if (fault) faults[line.id] = fault
    const value = { ...said, ...(actual === undefined ? {} : { actual }) }
    if (line.metric && actual === undefined) delete value.actual
    if (value.actual !== undefined || value.tier) values[line.id] = value
  }
  return { values, faults }
}

async function moneyOf(tx: Tx, sight: ScoreSight, project: string): Promise<Money> {
  const where = project === WHOLE ? {} : { class: project }
  const sum = async (metric: string) =>
    (await figure(tx, sight.catalog, { metric, ...inYear(sight), where, ...seen(sight) })).num
  const initial = await sum('fund.initial')
  const paid = (await sum('payment.amount')) + (project === WHOLE ? await sum('basic-spending.amount') : 0)
  return { initial, full: initial + (await sum('adjustment.amount')), paid }
}

const optionLabel = (catalog: LedgerCatalog, field: string, value: string) =>
  catalog.get('indicator')?.fields[field]?.options?.find((option) => option.value === value)?.label ?? value

async function scored(
  tx: Tx,
  sight: ScoreSight,
  { project, name, lines }: { project: string; name: string; lines: readonly Indicator[] },
): Promise<ScoreAnswer> {
  const scheme = schemeFor(sight.schemes, tx.tenant, sight.year)
  if (!scheme)
    throw notFound('evaluation.no-scheme', `没有适用于${sight.year}年的评分办法；请先在评分办法中登记财政部门的文件。`)
  const { values, faults } = await valuesOf(tx, sight, project, lines)
  const money = await moneyOf(tx, sight, project)
  const result = score(scheme, lines, values, money, sight.asOf ?? null)
  const { document, certainty, note } = scheme.source
  return {
    project,
    name,
    year: sight.year,
    scheme: { id: scheme.id, version: scheme.version, title: scheme.title, document, certainty, note },
    asOf: result.asOf,
    execution: result.execution,
    lines: result.lines.map((line) => ({
      ...line,
      ...(faults[line.id] ? { question: faults[line.id] } : {}),
      targetText: targetText(line),
      level1Label: optionLabel(sight.catalog, 'level1', line.level1),
      level2Label: optionLabel(sight.catalog, 'level2', line.level2),
      ...(line.where ? { where: { ...line.where } } : { where: undefined }),
    })),
    total: result.total,
    grade: result.grade,
    faults: [...result.faults, ...Object.values(faults)],
    inputs: values,
  }
}

/** The score of one project with the reason for every line. 404 when no indicator was set for it in that year. */
export async function projectScore(tx: Tx, sight: ScoreSight, project: string): Promise<ScoreAnswer> {
  const lines = await indicatorsOf(tx, sight, project)
  if (!lines.length)
    throw notFound('evaluation.no-indicators', `“${project}”在${sight.year}年没有绩效指标；请先设定指标。`)
  const names = await projectNames(tx, sight.catalog, sight.year, sight.asOf)
  return scored(tx, sight, { project, name: nameOf(project, names), lines })
}

const nameOf = (project: string, names: ReadonlyMap<string, string>) =>
  project === WHOLE ? '部门整体支出' : (names.get(project) ?? project)

/** Every project that has indicators in the year, scored. */
export async function projectScores(tx: Tx, sight: ScoreSight): Promise<ScoreAnswer[]> {
  const all = await indicatorsOf(tx, sight)
  const names = await projectNames(tx, sight.catalog, sight.year, sight.asOf)
  const scores: ScoreAnswer[] = []
  for (const project of [...new Set(all.map((line) => line.project))].sort())
    scores.push(
      await scored(tx, sight, {
        project,
        name: nameOf(project, names),
        lines: all.filter((line) => line.project === project),
      }),
    )
  return scores
}
