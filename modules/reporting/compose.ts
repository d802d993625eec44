import { dayOf, type Instant } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { budgetLines, isBasic, projectNames } from '../budget/index.ts'
import { projectScore, projectScores, type ScoreAnswer, type ScoreSight, WHOLE } from '../evaluation/index.ts'
import { canonical, type DrillRow, type Ledger, type Metric } from '../ledger/index.ts'
import { drillRows, type FigureQuery, figure, getMetric } from '../metrics/index.ts'
import type { OrgView } from '../org/index.ts'
import { unprovenIn } from './domain/digits.ts'
import { type Drawing, drawn, hasDrawn } from './domain/drawn.ts'
import { unfinishedIn } from './domain/unfinished.ts'
import {
  type Binding,
  isTaken,
  plain,
  printFigure,
  type Query,
  queriesOf,
  type ReportDocument,
  renderSections,
  scoredBy,
  type Taken,
} from './domain.ts'
import { scoresOf } from './scores.ts'
import { type Body, type FrozenFigure, hashRows, type Part, type PublicRow } from './snapshot.ts'
import { listFault, sumFaults } from './sums.ts'
import { takenFrom } from './taken.ts'

/** What a document is composed from: the bureau's ledgers for a year, as of a seal or as they stand. */
export interface Sources extends ScoreSight {
  world: OrgView
  bureau: string
  seal: { n: number; at: Instant; hash: string }
}
export interface Composed {
  body: Body
  /** The rows of each figure's parts; empty when they were not asked for. */
  rows: { figure: string; part: Part; rows: PublicRow[] }[]
  /** Why it cannot be published, as sentences. */
  faults: string[]
}

const asked = ({ year, asOf }: Sources, { metric, where }: Query): FigureQuery => ({
  metric,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  ...(where ? { where } : {}),
  ...(asOf === undefined ? {} : { asOf }),
})

const fieldOf = (ledger: Ledger, metric: Metric) => {
  if (metric.kind === 'ratio') return ledger.fields[metric.of]?.kind
  return metric.kind === 'sum' ? ledger.fields[metric.field]?.kind : undefined
}
const showsOf = (kind: string | undefined): FrozenFigure['shows'] => {
  if (kind === 'money') return 'money'
  return kind === 'quantity' ? 'work' : 'things'
}

/** Answers figures and scores, each asked for once. */
function asker(tx: Tx, sources: Sources, known: ReadonlyMap<string, ScoreAnswer>) {
  const counts = new Map<string, { num: number; den: number }>()
  const scores = new Map(known)
  return {
    async count(query: Query) {
      const key = canonical(query)
      const found = counts.get(key) ?? (await figure(tx, sources.catalog, asked(sources, query)))
      counts.set(key, found)
      return found
    },
    async score(project: string) {
      const found = scores.get(project) ?? (await projectScore(tx, sources, project))
      scores.set(project, found)
      return found
    },
  }
}
type Ask = ReturnType<typeof asker>

async function partsOf(ask: Ask, { from }: Binding): Promise<{ num: number; den: number }> {
  if ('share' in from) {
    const { num, den } = await ask.count(from.share)
    return { num, den }
  }
  const total = async (queries: readonly Query[]) => {
    let sum = 0
    for (const query of queries) sum += (await ask.count(query)).num
    return sum
  }
  const { num, den } = queriesOf(from)
  return { num: await total(num), den: den.length ? await total(den) : 1 }
}

const unique = (words: readonly (string | undefined)[]) => [...new Set(words.filter((word) => word !== undefined))]

async function countedFigure(ask: Ask, sources: Sources, binding: Binding): Promise<FrozenFigure> {
  const queries = queriesOf(binding.from)
  const metrics = [...queries.num, ...queries.den].map(({ metric }) => getMetric(sources.catalog, metric))
  const { ledger, metric } = metrics[0]!
  const kind = fieldOf(ledger, metric)
  const milli = kind === 'quantity'
  const { num, den } = await partsOf(ask, binding)
  const rate = 'rate' in binding.from
  return {
    id: binding.id,
    label: binding.label,
    value: printFigure(binding.scale, { num, den, milli }),
    unit: binding.unit || (binding.scale === '%2' && den !== 0 ? '%' : ''),
    scale: binding.scale,
    formula: rate
      ? '执行数 ÷ 全年预算数（年初预算与调整之和）'
      : unique(metrics.map((one) => one.metric.formula)).join('；'),
    excludes: unique(metrics.flatMap((one) => one.metric.excludes?.split('；') ?? [])),
    num,
    den,
    milli,
    shows: showsOf(kind),
    queries,
    parts: {},
  }
}

async function scoredFigure(ask: Ask, binding: Binding, from: Taken): Promise<FrozenFigure> {
  const score = await ask.score(scoredBy(from))
  return {
    id: binding.id,
    label: binding.label,
    unit: binding.unit,
    ...takenFrom(score, from),
    scale: binding.scale,
    excludes: [],
    den: 1,
    milli: false,
    shows: 'score',
    queries: { num: [], den: [] },
    parts: {},
    score,
    taken: from,
  }
}

const figureOf = (ask: Ask, sources: Sources, binding: Binding): Promise<FrozenFigure> =>
  isTaken(binding.from) ? scoredFigure(ask, binding, binding.from) : countedFigure(ask, sources, binding)

const dayOrNull = (at: Instant | null) => (at === null ? null : dayOf(at))
const streetOf = (ledger: Ledger, data: DrillRow['data']): string | null => {
  const field = ledger.fields.street
  return field && !field.secret && typeof data.street === 'string' ? data.street : null
}

/** Only what the public may see leaves the row here: no title, no text, no place but the street, no person. */
function publicRow(
  row: DrillRow,
  {
    ledger,
    kind,
    figure,
    sources,
    names,
  }: {
    ledger: Ledger
    kind: string | undefined
    figure: FrozenFigure
    sources: Sources
    names: ReadonlyMap<string, string>
  },
): PublicRow {
  const column = ledger.columns.class
  const option = column ? ledger.fields[column]?.options?.find(({ value }) => value === row.class) : undefined
  const things = figure.shows === 'things'
  const money = kind === 'money'
  const value = row.amount ?? 1
  const measure = (option as { measure?: string } | undefined)?.measure ?? figure.unit
  return {
    number: things ? row.number : null,
    class: option?.label ?? names.get(row.class) ?? row.class,
    street: streetOf(ledger, row.data),
    receivedOn: things ? dayOf(row.occurredAt) : null,
    closedOn: things ? dayOrNull(row.closedAt) : null,
    unit: money || !row.unit ? null : sources.world.unitName(row.unit),
    inTime: things ? row.inTime : null,
    on: row.on,
    value,
    amount: things
      ? null
      : money
        ? `${printFigure('元2', { num: value, den: 1, milli: false })}元`
        : `${printFigure('数', { num: value, den: 1, milli: kind === 'quantity' })}${measure}`,
  }
}

async function rowsOfPart(
  tx: Tx,
  sources: Sources,
  frozen: FrozenFigure,
  part: Part,
  names: ReadonlyMap<string, string>,
): Promise<PublicRow[]> {
  const rows: PublicRow[] = []
  for (const query of frozen.queries[part]) {
    const { ledger, metric } = getMetric(sources.catalog, query.metric)
    const kind = fieldOf(ledger, metric)
    let cursor: string | null = null
    do {
      const page: { rows: DrillRow[]; next: string | null } = await drillRows(tx, sources.catalog, {
        ...asked(sources, query),
        part,
        limit: 5000,
        ...(cursor ? { cursor } : {}),
      })
      rows.push(...page.rows.map((row) => publicRow(row, { ledger, kind, figure: frozen, sources, names })))
      cursor = page.next
    } while (cursor)
  }
  // Oldest first, as people read a year; things of one day by number.
  return rows.sort((a, b) => (a.on === b.on ? (a.number ?? '').localeCompare(b.number ?? '') : a.on < b.on ? -1 : 1))
}

const partNames = (frozen: FrozenFigure): Part[] =>
  (['num', 'den'] as const).filter((part) => frozen.queries[part].length > 0)

/** Freezes the rows of every figure. A list that does not add up to its figure is told, and keeps the report back. */
async function freezeRows(
  tx: Tx,
  sources: Sources,
  figures: readonly FrozenFigure[],
): Promise<Pick<Composed, 'rows' | 'faults'>> {
  const names = await projectNames(tx, sources.catalog, sources)
  const all: Composed['rows'] = []
  const faults: string[] = []
  for (const frozen of figures)
    for (const part of partNames(frozen)) {
      const rows = await rowsOfPart(tx, sources, frozen, part, names)
      const total = rows.reduce((sum, row) => sum + row.value, 0)
      faults.push(...[listFault(frozen, part, total) ?? []].flat())
      frozen.parts[part] = { rows: rows.length, total, hash: hashRows(rows) }
      all.push({ figure: frozen.id, part, rows })
    }
  return { rows: all, faults }
}

const scoreFaults = (figures: readonly FrozenFigure[]): string[] =>
  scoresOf(figures).flatMap(({ name, faults }) => faults.map((fault) => `${name}：${fault}`))

/** The projects of the year's budget, and those that have indicators, with their scores. */
async function drawingOf(tx: Tx, sources: Sources, scores: ReadonlyMap<string, ScoreAnswer>): Promise<Drawing> {
  const lines = await budgetLines(tx, sources.catalog, sources)
  const named = new Map(
    [...scores.values()].filter(({ project }) => project !== WHOLE).map(({ project, name }) => [project, name]),
  )
  for (const { code, name } of lines) if (!isBasic(code)) named.set(code, name)
  const projects = [...named.keys()].sort().map((code) => {
    const score = scores.get(code)
    return { code, name: named.get(code)!, ...(score ? { score } : {}) }
  })
  return { scoreOf: (project) => scores.get(project), projects }
}

/** Writes the document's figures and, when asked, the rows behind them. */
export async function compose(
  tx: Tx,
  declared: ReportDocument,
  sources: Sources,
  withRows: boolean,
): Promise<Composed> {
  const isAsked = hasDrawn(declared)
  const scores = new Map((isAsked ? await projectScores(tx, sources) : []).map((score) => [score.project, score]))
  const document = isAsked ? drawn(declared, await drawingOf(tx, sources, scores)) : declared
  const ask = asker(tx, sources, scores)
  const figures: FrozenFigure[] = []
  for (const binding of document.figures) figures.push(await figureOf(ask, sources, binding))
  const frozen = withRows ? await freezeRows(tx, sources, figures) : { rows: [], faults: [] }
  const { year, bureau, seal } = sources
  const words = { year, bureau }
  const isZero = (id: string) => figures.find((one) => one.id === id)?.num === 0
  const sections = renderSections(document, words, isZero)
  const body: Body = {
    title: plain(document.title, words),
    bureau,
    form: document.form,
    year,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    seal,
    sections,
    figures,
    sums: document.sums,
    unproven: unprovenIn(sections).length,
  }
  return {
    body,
    rows: frozen.rows,
    faults: [
      ...frozen.faults,
      ...sumFaults(document.sums, figures),
      ...scoreFaults(figures),
      ...unfinishedIn(sections),
    ],
  }
}
