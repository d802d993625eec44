import type { RowProblem } from '../../../kit/http.ts'
import type { RowAnswer } from '../contract.ts'

/** What a person says to a row that cannot be taken: what was probably meant is right, it says this, or leave it out. */
export interface Answer {
  way: 'proposal' | 'own' | 'out'
  text: string
}
export interface Question extends RowProblem {
  row: number
  answer?: Answer
}

const sameRow = (a: RowProblem, b: RowProblem) => a.row === b.row && a.sheet === b.sheet
const isSame = (a: RowProblem, b: RowProblem) => sameRow(a, b) && a.field === b.field

/** Everything asked so far: what the server asks again stands first and has lost its answer. */
export const askedAgain = (before: readonly Question[], problems: readonly RowProblem[]): Question[] => [
  ...problems.flatMap(({ row, ...problem }) => (row === undefined ? [] : [{ row, ...problem }])),
  ...before.filter((one) => one.answer && !problems.some((problem) => isSame(problem, one))),
]
const mostAsked = 50
/** So many are asked at once; the rest when these are answered. */
export const askedNow = (questions: readonly Question[]): readonly Question[] => questions.slice(0, mostAsked)

export const withAnswer = (questions: readonly Question[], to: Question, answer: Answer): Question[] =>
  questions.map((one) => (isSame(one, to) ? { ...one, answer } : one))

/** A row that is left out asks for nothing more. */
const isAnswered = (questions: readonly Question[], one: Question): boolean =>
  Boolean(one.answer && (one.answer.way === 'out' || one.answer.text.trim())) ||
  questions.some((other) => sameRow(other, one) && other.answer?.way === 'out')

export const openIn = (questions: readonly Question[]): Question[] =>
  askedNow(questions).filter((one) => !isAnswered(questions, one))

export const answersOf = (questions: readonly Question[]): RowAnswer[] =>
  questions.flatMap(({ row, sheet, field, answer }) => {
    if (!answer) return []
    const place = { row, ...(sheet === undefined ? {} : { sheet }) }
    if (answer.way === 'out') return [place]
    const text = answer.text.trim()
    return field && text ? [{ ...place, field, text }] : []
  })
