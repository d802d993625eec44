import { Decimal } from 'decimal.js'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { canonical } from '../ledger/index.ts'
import { type FigureQuery, figure, figureBy, getMetric } from '../metrics/index.ts'
import type { Money } from './domain.ts'
import { computed, figuresIn, type Named, readFormula } from './formula.ts'
import type { Indicator } from './rows.ts'
import { inYear, type ScoreSight, seen } from './sight.ts'
import { readWhere, valueIn } from './values.ts'

/** The department as a whole stands among the projects under this code. */
export const WHOLE = '整体'

/** An indicator's value, or why it cannot be had, and how it was computed. */
export interface Found {
  actual?: string
  fault?: string
  said?: string
}
/** Answers what the ledgers say of a year, each question once. */
export interface Evidence {
  of(line: Indicator): Promise<Found>
  moneyOf(project: string): Promise<Money>
}

/** Whether an indicator's value is counted; what is counted nobody types over. */
export const isBound = ({ evidence, metric }: Indicator): boolean => evidence === 'computed' || metric !== undefined

export function evidenceIn(tx: Tx, sight: ScoreSight): Evidence {
  const asked = new Map<string, ReturnType<typeof figure>>()
  const worth = async (metric: string, where: Readonly<Record<string, string>>, year: number, measure: string) => {
    const found = getMetric(sight.catalog, metric)
    if (found.metric.notScored) throw new Refusal('evaluation.not-scored', found.metric.notScored, 404)
    const query: FigureQuery = { metric, ...inYear(sight, year), where, ...seen(sight) }
    const key = canonical(query)
    const parts = asked.get(key) ?? figure(tx, sight.catalog, query)
    asked.set(key, parts)
    return valueIn(found, await parts, measure)
  }

  const named = async (one: Named) => {
    const value = await worth(one.metric, readWhere(one.where), one.year, '元')
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

  async function countedOf({ metric, where = {}, measure }: Indicator): Promise<Found> {
    const actual = metric && (await worth(metric, where, 0, measure))
    return actual ? { actual } : {}
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

  const sums = new Map<string, Promise<Map<string, number>>>()
  const byProject = (metric: string) => {
    const found =
      sums.get(metric) ??
      figureBy(tx, sight.catalog, { metric, ...inYear(sight), ...seen(sight) }, 'class').then(
        (rows) => new Map(rows.map(({ key, num }) => [key, num])),
      )
    sums.set(metric, found)
    return found
  }
  const total = (rows: ReadonlyMap<string, number>) => [...rows.values()].reduce((sum, fen) => sum + fen, 0)
  const sumOf = async (metric: string, project: string) => {
    const rows = await byProject(metric)
    return project === WHOLE ? total(rows) : (rows.get(project) ?? 0)
  }
  return {
    of,
    async moneyOf(project) {
      const initial = await sumOf('fund.initial', project)
      const adjusted = await sumOf('adjustment.amount', project)
      const basic = project === WHOLE ? total(await byProject('basic-spending.amount')) : 0
      return { initial, full: initial + adjusted, paid: (await sumOf('payment.amount', project)) + basic }
    },
  }
}
