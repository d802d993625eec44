import { type Life, SYSTEM } from '../../modules/ledger/index.ts'
import { nextDay, startOfDay } from '../../platform/clock.ts'
import { actAt, reached, startWalk } from './cases/walk.ts'
import type { BureauFigures, DemoIndicator } from './figures.ts'
import { enteringBy } from './money.ts'
import { random } from './random.ts'
import type { Roster } from './roster.ts'
import { MINUTE, msOf } from './times.ts'

/** How many people were asked in each survey; the reports do not say. */
const sheets = 50
const worth = { s1: 100, s2: 80, s3: 60 } as const

export interface Surveyed {
  /** Of the survey, not of the indicator. */
  code: string
  title: string
  question: string
  /** What it came to, in percent. */
  value: number
}
/** An indicator that takes its value from a survey of its own. */
export const askedOf = (surveyed: Surveyed) =>
  ({ evidence: 'survey', metric: 'survey-answer.satisfaction', where: `class=${surveyed.code}`, surveyed }) as const
export const surveyedIn = (indicators: readonly DemoIndicator[]): (Surveyed & { project: string })[] =>
  indicators.flatMap(({ surveyed, project }) => (surveyed ? [{ ...surveyed, project }] : []))

/** Fifty answers to one question that come to exactly this satisfaction: two neighbouring steps, or one. */
export function answersFor(value: number): (keyof typeof worth)[] {
  const [better, worse] = value >= worth.s2 ? (['s1', 's2'] as const) : (['s2', 's3'] as const)
  const many = ((value - worth[worse]) * sheets) / (worth[better] - worth[worse])
  if (!Number.isInteger(many) || many < 0 || many > sheets)
    throw new Error(`${value} % cannot come of ${sheets} answers`)
  return Array.from({ length: sheets }, (_, i) => (i < many ? better : worse))
}

const daysOf = (year: number) => ({ opensOn: `${year}-11-15`, closesOn: `${year}-12-10` })
export const surveyData = (
  { code, title, question, project }: Surveyed & { project: string },
  year: number,
  unit: string,
) => ({
  ...daysOf(year),
  ...{
    code,
    title,
    project,
    population: '辖区居民和商户',
    sample: sheets,
    lateDays: 5,
    unit,
    question1: question,
  },
})
export const answerData = (survey: string, answer1: string, year: number, i: number) => ({
  ...{ survey, way: i % 4 === 0 ? 'phone' : 'paper', answer1, answeredOn: `${year}-11-${16 + (i % 14)}` },
})

/** The year's surveys, from the draft to their last day. */
export function planSurveys({ tenant, year, indicators }: BureauFigures, roster: Roster, unit: string): Life[] {
  const source = random(`${tenant} surveys`)
  const { opensOn, closesOn } = daysOf(year)
  return surveyedIn(indicators).map((surveyed) => {
    const people = roster.of('performance')
    const walk = startWalk(roster, source, msOf(opensOn, '09:00') - 7200 * MINUTE)
    actAt(walk, 'draft', people, reached(walk, people, walk.at), { data: surveyData(surveyed, year, unit) })
    actAt(walk, 'open', people, reached(walk, people, msOf(opensOn, '09:00')))
    const end = { move: 'end', person: SYSTEM, at: startOfDay(nextDay(closesOn)) }
    return { steps: [...walk.steps, end] }
  })
}

/** The sheets that were filled in, entered at the desk; `ids` are those of the surveys, in their order. */
export function planSurveyAnswers(
  { tenant, year, indicators }: BureauFigures,
  roster: Roster,
  ids: readonly string[],
): Life[] {
  const enter = enteringBy(roster.of('performance'), roster, `${tenant} answers`)
  return surveyedIn(indicators).flatMap(({ value }, at) =>
    answersFor(value).map((answer, i) => enter('enter', `${year}-12-02`, answerData(ids[at]!, answer, year, i))),
  )
}
