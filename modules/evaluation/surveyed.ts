import type { Asked, Told } from './asked.ts'
import type { Surveyed } from './domain.ts'
import { inYear, type ScoreSight } from './sight.ts'

/** Answers are counted by the code of their survey. */
const ANSWERS = 'survey-answer.'

/** What has to be asked to know whether a survey goes on or was withdrawn, and what then is so. */
interface SurveyReading {
  asks: readonly Asked[]
  /** Undefined of a survey that has ended, and where there is none. */
  survey(told: Told): Surveyed | undefined
}
/** The survey a figure is of, as of the seal or the day; whenever it went on or was withdrawn, in the year or after it.
 *  Undefined where the figure is of no survey. */
export function surveyReading(
  sight: ScoreSight,
  { metric, where = {} }: { metric: string; where?: Asked['where'] },
): SurveyReading | undefined {
  const code = where.class
  if (!metric.startsWith(ANSWERS) || code === undefined) return undefined
  const { year, until } = sight
  const period = { from: `${year - 1}-01-01`, to: until ?? `${year + 1}-12-31` }
  const happened = (name: string): Asked => ({ metric: `survey.${name}`, where: { class: code }, period })
  const [opened, ended, withdrawn] = [happened('opened'), happened('ended'), happened('withdrawn')]
  const answers: Asked = { metric: `${ANSWERS}answers`, where: { class: code }, period: inYear(sight) }
  return {
    asks: [opened, ended, withdrawn, answers],
    survey(told) {
      const is = (asked: Asked) => told(asked).num > 0
      if (!is(withdrawn) && (is(ended) || !is(opened))) return undefined
      return { code, state: is(withdrawn) ? 'withdrawn' : 'open', answers: told(answers).num }
    },
  }
}
