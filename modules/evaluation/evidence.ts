import { Decimal } from 'decimal.js'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { canonical, type Dimension, readRange } from '../ledger/index.ts'
import { drillRows, type FigureQuery, figure, figureBy, getMetric } from '../metrics/index.ts'
import { WHOLE } from './domain/whole.ts'
import type { Money, Surveyed } from './domain.ts'
import { computed, figuresIn, type Named, readFormula } from './formula.ts'
import type { Indicator } from './rows.ts'
import { inYear, type ScoreSight, seen } from './sight.ts'
import { valueIn } from './values.ts'

export { WHOLE }

/** An indicator's value, or why it cannot be had, and how it was computed. */
export interface Found {
  actual?: string
  fault?: string
  said?: string
  survey?: Surveyed
}
/** Answers what the ledgers say of a year, each question once. */
export interface Evidence {
  of(line: Indicator): Promise<Found>
  moneyOf(project: string): Promise<Money>
}

/** Whether an indicator's value is counted; what is counted nobody types over. */
export const isBound = ({ evidence, metric }: Indicator): boolean => evidence === 'computed' || metric !== undefined

/** Answers are counted by the code of their survey. */
const ANSWERS = 'survey-answer.'

type Where = Readonly<Record<string, string>>
const nothing = { num: 0, den: 0 }

/** Asks each question once, whoever asks it. */
function keptOnce() {
  const answers = new Map<string, Promise<unknown>>()
  return <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const found = (answers.get(key) as Promise<T> | undefined) ?? ask()
    answers.set(key, found)
    return found
  }
}

export function evidenceIn(tx: Tx, sight: ScoreSight): Evidence {
  // Thirty projects ask for the same metric of one class after another: one pass over the days answers all of them.
  const once = keptOnce()
  const split = (metric: string, by: Dimension, year: number) =>
    once(`${metric} ${by} ${year}`, async () => {
      const rows = await figureBy(tx, sight.catalog, { metric, ...inYear(sight, year), ...seen(sight) }, by)
      return new Map(rows.map((row) => [row.key, row]))
    })
  const partsOf = async (found: ReturnType<typeof getMetric>, metric: string, where: Where, year: number) => {
    const [[by, key] = [], ...others] = Object.entries(where) as [Dimension, string][]
    const ranks = by !== undefined && !others.length && found.metric.kind !== 'distinct'
    if (ranks) return (await split(metric, by, year)).get(key!) ?? nothing
    const query: FigureQuery = { metric, ...inYear(sight, year), where, ...seen(sight) }
    return once(canonical(query), () => figure(tx, sight.catalog, query))
  }
  const worth = async (metric: string, where: Where, year: number, measure: string) => {
    const found = getMetric(sight.catalog, metric)
    if (found.metric.notScored) throw new Refusal('evaluation.not-scored', found.metric.notScored, 404)
    return valueIn(found, await partsOf(found, metric, where, year), measure)
  }

  const named = async (one: Named) => {
    const value = await worth(one.metric, readRange(one.where), one.year, '元')
    return [one, value === undefined ? undefined : new Decimal(value)] as const
  }
  async function computedOf({ formula = '' }: Indicator): Promise<Found> {
    const read = readFormula(formula)
    const values: [Named, Decimal | undefined][] = []
    for (const one of figuresIn(read)) values.push([...(await named(one))])
    const known = new Map(values)
    const value = computed(read, (one) => known.get(one))
    return value ? { actual: value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString() } : {}
  }

  /** Whether a survey goes on or was withdrawn, as of the seal or the day; whenever that was, in the year or after it. */
  const surveyOf = (code: string) =>
    once(`survey ${code}`, async (): Promise<Surveyed | undefined> => {
      const { year, until } = sight
      const period = {
        from: `${year - 1}-01-01`,
        to: until ?? `${year + 1}-12-31`,
        where: { class: code },
        ...seen(sight),
      }
      const happened = async (metric: string) =>
        (await drillRows(tx, sight.catalog, { metric, ...period, limit: 1 })).rows.length > 0
      const withdrawn = await happened('survey.withdrawn')
      if (!withdrawn && ((await happened('survey.ended')) || !(await happened('survey.opened')))) return undefined
      const { num } = await partsOf(
        getMetric(sight.catalog, `${ANSWERS}answers`),
        `${ANSWERS}answers`,
        { class: code },
        0,
      )
      return { code, state: withdrawn ? 'withdrawn' : 'open', answers: num }
    })

  async function countedOf({ metric, where = {}, measure }: Indicator): Promise<Found> {
    const code = metric?.startsWith(ANSWERS) ? where.class : undefined
    const survey = code === undefined ? undefined : await surveyOf(code)
    // What a withdrawn survey was told counts for nothing.
    if (survey?.state === 'withdrawn') return { survey }
    const actual = metric && (await worth(metric, where, 0, measure))
    return { ...(actual ? { actual } : {}), ...(survey ? { survey } : {}) }
  }

  /** An indicator whose figure was mistyped has no value, and says so; the other lines are scored all the same. */
  const of = async (line: Indicator): Promise<Found> => {
    try {
      return await (line.evidence === 'computed' ? computedOf(line) : countedOf(line))
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 404 && error.code !== 'evaluation.formula')) throw error
      const said = error.code === 'evaluation.not-scored' ? '不能这样取数' : '的取数有误'
      return { fault: `“${line.name}”${said}：${error.sentence}` }
    }
  }

  const sumOf = async (metric: string, project: string) => {
    const rows = await split(metric, 'class', 0)
    if (project !== WHOLE) return rows.get(project)?.num ?? 0
    return [...rows.values()].reduce((sum, { num }) => sum + num, 0)
  }
  return {
    of,
    async moneyOf(project) {
      const initial = await sumOf('fund.initial', project)
      const adjusted = await sumOf('adjustment.amount', project)
      const basic = project === WHOLE ? await sumOf('basic-spending.amount', WHOLE) : 0
      return { initial, full: initial + adjusted, paid: (await sumOf('payment.amount', project)) + basic }
    },
  }
}
