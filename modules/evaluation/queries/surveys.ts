import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/errors.ts'
import { getLedger, isRequested, type LedgerCatalog, type LedgerRecord, recordsOf } from '../../ledger/index.ts'
import { figureBy } from '../../metrics/index.ts'
import type { SurveyLine, SurveyResults } from '../contract/surveys.ts'
import { networksOf } from '../domain/networks.ts'
import { FEW, percentOf, portions, type Survey, satisfaction, standing } from '../domain/surveys.ts'

const [SURVEY, ANSWER] = ['survey', 'survey-answer']
const COUNTED = 'given'
const WITHDRAWN = 'withdrawn'

/** The fields of an answer, one a question: `answer1` answers `question1`. */
export const questionNames = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5'] as const

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

function surveyOf({ id, state, data }: LedgerRecord): Survey {
  const [population, people, sample] = [text(data.population), number(data.people), number(data.sample)]
  return {
    id,
    state,
    code: String(data.code),
    title: String(data.title),
    ...(population ? { population } : {}),
    ...(people === undefined ? {} : { people }),
    ...(sample === undefined ? {} : { sample }),
    opensOn: String(data.opensOn),
    closesOn: String(data.closesOn),
    questions: questionNames.map((_, i) => text(data[`question${i + 1}`]) ?? ''),
  }
}

/** The survey of a code. Where two have it, the one that is open, else the newest that was not withdrawn. */
export async function findSurvey(tx: Tx, code: string): Promise<Survey | undefined> {
  const found = (await recordsOf(tx, SURVEY, { class: code })).map(surveyOf)
  return found.find(({ state }) => state === 'open') ?? found.find(({ state }) => state !== WITHDRAWN) ?? found.at(0)
}

/** What the public may answer today. */
export const openSurveys = async (tx: Tx, day: Day): Promise<Survey[]> =>
  (await recordsOf(tx, SURVEY, { states: ['open'] })).map(surveyOf).filter((one) => standing(one, day) === 'open')

/** Under which an answer is kept once: the hash of what a device was given. */
export const keyOf = (survey: string, device: string): string => `${ANSWER}.${survey}.${device}`
export const hasAnswered = (tx: Tx, survey: string, device: string): Promise<boolean> =>
  isRequested(tx, keyOf(survey, device))

const optionsOf = (catalog: LedgerCatalog, field: string) => getLedger(catalog, ANSWER).fields[field]?.options ?? []
/** The steps of the scale, the best first. */
export const scaleOf = (catalog: LedgerCatalog) => optionsOf(catalog, questionNames[0])

const answersTo = (tx: Tx, { code }: Survey) => recordsOf(tx, ANSWER, { class: code, states: [COUNTED] })

function lineOf(catalog: LedgerCatalog, survey: Survey, answers: number): SurveyLine {
  const { id, code, title, state, opensOn, closesOn, sample } = survey
  const { label = state, tone = 'doing' } = getLedger(catalog, SURVEY).states[state] ?? {}
  return {
    ...{ id, code, title, stateLabel: label, tone, opensOn, closesOn, answers },
    ...(sample === undefined ? {} : { sample }),
  }
}

/** The surveys that begin in a year, and how many have answered. */
export async function surveyLines(tx: Tx, catalog: LedgerCatalog, year: number): Promise<SurveyLine[]> {
  const surveys = (await recordsOf(tx, SURVEY)).map(surveyOf).filter(({ opensOn }) => opensOn.startsWith(`${year}-`))
  const period = { from: `${year}-01-01`, to: `${year + 1}-12-31` }
  const counts = await figureBy(tx, catalog, { metric: `${ANSWER}.answers`, ...period }, 'class')
  const answers = new Map(counts.map(({ key, num }) => [key, num]))
  return surveys.map((survey) => lineOf(catalog, survey, answers.get(survey.code) ?? 0))
}

const fromNetworks = (given: readonly LedgerRecord['data'][]) =>
  networksOf(
    given.flatMap(({ network, score, most }) =>
      typeof network === 'string' ? [{ network, score: Number(score), most: Number(most) }] : [],
    ),
  )

/** What came of a survey. 404 when there is none of this code. */
export async function surveyResults(tx: Tx, catalog: LedgerCatalog, code: string): Promise<SurveyResults> {
  const survey = await findSurvey(tx, code)
  if (!survey) throw notFound('evaluation.no-survey', `没有编码为“${code}”的满意度调查；请从满意度调查台账进入。`)
  const { population, people, sample } = survey
  const given = (await answersTo(tx, survey)).map(({ data }) => data)
  const value = satisfaction(
    given.map(({ score, most }) => ({ score: Number(score), most: Number(most) })),
    people,
  )
  return {
    ...lineOf(catalog, survey, given.length),
    ...(population ? { population } : {}),
    ...(people === undefined ? {} : { people }),
    ...(sample === undefined ? {} : { response: percentOf(given.length, sample) }),
    few: given.length < FEW,
    withdrawn: survey.state === WITHDRAWN,
    ...(value ? { satisfaction: value } : {}),
    ways: portions(
      optionsOf(catalog, 'way'),
      given.map(({ way }) => text(way)),
    ),
    networks: fromNetworks(given),
    questions: questionNames.flatMap((name, i) => {
      const asked = survey.questions[i]
      if (!asked) return []
      const answers = given.map((data) => text(data[name]))
      const answered = answers.filter((one) => one !== undefined).length
      return [{ text: asked, answered, portions: portions(scaleOf(catalog), answers) }]
    }),
  }
}
