import type { Option } from '../../modules/ledger/index.ts'

/** The five steps of a satisfaction survey and their points. No document that we have read sets them: common practice
 *  （通行做法）. A bureau whose finance department says otherwise writes its own here before the first survey. */
const steps: readonly (readonly [value: string, label: string, points: number])[] = [
  ['s1', '很满意', 100],
  ['s2', '满意', 80],
  ['s3', '基本满意', 60],
  ['s4', '不满意', 30],
  ['s5', '很不满意', 0],
]
export const satisfactionSteps: readonly Option[] = steps.map(([value, label]) => ({ value, label }))
/** What a fully satisfied answer to one question is worth. */
const MOST = Math.max(...steps.map(([, , points]) => points))
const pointsOf = (step: string): number => steps.find(([value]) => value === step)?.[2] ?? 0

/** The points of the questions that were answered, and the most they could have had. */
export function satisfactionOf(answers: readonly (string | undefined)[]): { score: number; most: number } {
  const given = answers.filter((step) => step !== undefined)
  return { score: given.reduce((sum, step) => sum + pointsOf(step), 0), most: MOST * given.length }
}
