import { Decimal } from 'decimal.js'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { readRange } from '../ledger/index.ts'
import { getMetric } from '../metrics/index.ts'
import { type Asked, type Told, tellerOf } from './asked.ts'
import { WHOLE } from './domain/whole.ts'
import type { Money, Surveyed } from './domain.ts'
import { computed, figuresIn, type Named, readFormula } from './formula.ts'
import type { Indicator } from './rows.ts'
import { inYear, type ScoreSight } from './sight.ts'
import { surveyReading } from './surveyed.ts'
import { valueIn } from './values.ts'

export { WHOLE }

/** An indicator's value, or why it cannot be had. */
export interface Found {
  actual?: string
  fault?: string
  survey?: Surveyed
}
/** What the ledgers say of a year. */
export interface Evidence {
  of(line: Sourced): Found
  moneyOf(project: string): Money
}
/** Where an indicator's value comes from. */
type Sourced = Pick<Indicator, 'name' | 'evidence' | 'metric' | 'where' | 'formula' | 'measure'>

/** Whether an indicator's value is counted; what is counted nobody types over. */
export const isBound = ({ evidence, metric }: Pick<Indicator, 'evidence' | 'metric'>): boolean =>
  evidence === 'computed' || metric !== undefined

function metricOf({ catalog }: ScoreSight, metric: string) {
  const found = getMetric(catalog, metric)
  if (found.metric.notScored) throw new Refusal('evaluation.not-scored', found.metric.notScored, 404)
  return found
}

/** A formula with its figures. Errors: no formula (422), no such metric or one that is never scored (404). */
function formulaOf(sight: ScoreSight, { formula = '' }: Sourced) {
  const read = readFormula(formula)
  const figures = figuresIn(read).map((named) => {
    const asked: Asked = { metric: named.metric, where: readRange(named.where), period: inYear(sight, named.year) }
    return { named, asked, found: metricOf(sight, named.metric) }
  })
  return { read, figures }
}

/** What an indicator asks for, and what is found once that is told. */
interface Reading {
  asks: readonly Asked[]
  found(told: Told): Found
}
const foundAs = (actual: string | undefined): Found => (actual === undefined ? {} : { actual })
function computedFrom(sight: ScoreSight, line: Sourced): Reading {
  const { read, figures } = formulaOf(sight, line)
  return {
    asks: figures.map(({ asked }) => asked),
    found(told) {
      const known = new Map<Named, Decimal | undefined>()
      for (const { named, asked, found } of figures) {
        const value = valueIn(found, told(asked), '元')
        known.set(named, value === undefined ? undefined : new Decimal(value))
      }
      const value = computed(read, (one) => known.get(one))
      return foundAs(value?.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString())
    },
  }
}
function countedFrom(sight: ScoreSight, { metric, where = {}, measure }: Sourced): Reading {
  if (!metric) return { asks: [], found: () => ({}) }
  const counted = metricOf(sight, metric)
  const asked: Asked = { metric, where, period: inYear(sight) }
  const surveyed = surveyReading(sight, asked)
  return {
    asks: [asked, ...(surveyed?.asks ?? [])],
    found(told) {
      const survey = surveyed?.survey(told)
      // What a withdrawn survey was told counts for nothing.
      if (survey?.state === 'withdrawn') return { survey }
      return { ...foundAs(valueIn(counted, told(asked), measure)), ...(survey ? { survey } : {}) }
    },
  }
}

/** An indicator whose figure was mistyped has no value, and says so; the other lines are scored all the same. */
function readingOf(sight: ScoreSight, line: Sourced): Reading | { fault: string } {
  try {
    return line.evidence === 'computed' ? computedFrom(sight, line) : countedFrom(sight, line)
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 404 && error.code !== 'evaluation.formula')) throw error
    const said = error.code === 'evaluation.not-scored' ? '不能这样取数' : '的取数有误'
    return { fault: `“${line.name}”${said}：${error.sentence}` }
  }
}

const initial = 'fund.initial'
const adjusted = 'adjustment.amount'
const paid = 'payment.amount'
const basic = 'basic-spending.amount'
const ofProject = (sight: ScoreSight, metric: string, project: string): Asked => ({
  metric,
  where: project === WHOLE ? {} : { class: project },
  period: inYear(sight),
})
/** What was given and spent; the whole bureau also spends on itself. */
const moneyAsked = (sight: ScoreSight, project: string) =>
  [initial, adjusted, paid, ...(project === WHOLE ? [basic] : [])].map((metric) => ofProject(sight, metric, project))

/** Whose evidence is wanted. */
interface Wanted {
  lines?: readonly Sourced[]
  projects?: readonly string[]
}
/** Reads at once what the ledgers say of these indicators and of these projects' money; nobody else is answered for. */
export async function evidenceIn(tx: Tx, sight: ScoreSight, { lines = [], projects = [] }: Wanted): Promise<Evidence> {
  const readings = new Map(lines.map((line) => [line, readingOf(sight, line)]))
  const told = await tellerOf(tx, sight, [
    ...[...readings.values()].flatMap((reading) => ('asks' in reading ? reading.asks : [])),
    ...projects.flatMap((project) => moneyAsked(sight, project)),
  ])
  return {
    of(line) {
      const reading = readings.get(line)!
      return 'fault' in reading ? reading : reading.found(told)
    },
    moneyOf(project) {
      const sumOf = (metric: string) => told(ofProject(sight, metric, project)).num
      const first = sumOf(initial)
      return {
        initial: first,
        full: first + sumOf(adjusted),
        paid: sumOf(paid) + (project === WHOLE ? sumOf(basic) : 0),
      }
    },
  }
}
