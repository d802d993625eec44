import { isUnasked, overCauses } from '../scoring.ts'
import { pointsFormula } from './formula.ts'
import { blank, type FormCell, type FormRow, figure, label, words } from './model.ts'
import type { FormSubject, SubjectLine } from './subject.ts'

/** A column of the indicators: its head, and what stands in it. */
export interface Column {
  head: string
  span?: number
  of: (line: SubjectLine, at: number) => FormCell
}

/** Lines of one level stand together, in the order in which the levels come. */
function together(lines: readonly SubjectLine[]): SubjectLine[] {
  const keys = [...new Set(lines.map(({ level1, level2 }) => `${level1} ${level2}`))]
  const first = [...new Set(lines.map(({ level1 }) => level1))]
  const place = ({ level1, level2 }: SubjectLine) =>
    first.indexOf(level1) * lines.length + keys.indexOf(`${level1} ${level2}`)
  return [...lines].sort((a, b) => place(a) - place(b))
}
export const linesOf = ({ answer }: FormSubject): SubjectLine[] => together(answer.lines)

/** How many lines from `at` on have the same key; none when the line before has it too. */
function reach(lines: readonly SubjectLine[], at: number, key: (line: SubjectLine) => string): number {
  const own = key(lines[at]!)
  if (at > 0 && key(lines[at - 1]!) === own) return 0
  const end = lines.findIndex((line, i) => i > at && key(line) !== own)
  return (end < 0 ? lines.length : end) - at
}
const level1 = (line: SubjectLine) => line.level1
const level2 = (line: SubjectLine) => `${line.level1} ${line.level2}`
/** Broken where it reads well in a narrow column: 产出 指标. */
const broken = (text: string) => text.replace(/(?<=.)指标$/, '\n指标')
const merged = (text: string, rows: number): FormCell[] => (rows ? [words(text, { rows })] : [])

interface Block {
  /** Stands at the left of all. */
  side: string
  lines: readonly SubjectLine[]
  /** After the second level. */
  columns: readonly Column[]
  /** Before it. */
  between?: readonly Column[]
}
/** 一级 and 二级 stand once for all lines below them. */
export function indicatorRows({ side, lines, columns, between = [] }: Block): FormRow[] {
  const wide = ({ span }: Column) => (span ? { span } : {})
  const heads = (some: readonly Column[]) => some.map((one) => label(one.head, wide(one)))
  const cells = (some: readonly Column[], line: SubjectLine, at: number) =>
    some.map((one) => ({ ...one.of(line, at), ...wide(one) }))
  return [
    [
      label(side, { rows: lines.length + 1 }),
      label('一级\n指标'),
      ...heads(between),
      label('二级\n指标'),
      ...heads(columns),
    ],
    ...lines.map((line, at) => [
      ...merged(broken(line.level1Label), reach(lines, at, level1)),
      ...cells(between, line, at),
      ...merged(line.level2Label, reach(lines, at, level2)),
      ...cells(columns, line, at),
    ]),
  ]
}

const quoted = (text: string) => (text ? `"${text.replaceAll('"', '')}"` : '')
/** Shown with what stands before and after it, kept as a number. */
const measured = (text: string, number: string | undefined, more: Partial<FormCell>): FormCell => {
  if (number === undefined) return figure(text, more)
  const at = text.indexOf(number)
  const format = `${quoted(text.slice(0, at))}General${quoted(text.slice(at + number.length))}`
  return figure(text, { ...more, value: Number(number), format })
}

/** The columns a spreadsheet scores with. */
export function scoredColumns({ answer, rule }: FormSubject) {
  const formulaOf = (line: SubjectLine, at: number) =>
    isUnasked(line) ? undefined : pointsFormula(line, at, rule, answer.inputs[line.id])
  const numberOf = (line: SubjectLine, at: number, number: string | undefined) =>
    formulaOf(line, at) ? number : undefined
  const target = (line: SubjectLine, at: number) =>
    line.direction === 'qualitative'
      ? words(line.targetText)
      : measured(line.targetText, numberOf(line, at, line.target), { name: `target${at}` })
  const actual = (line: SubjectLine, at: number) =>
    line.direction === 'qualitative'
      ? words(line.actualText)
      : measured(line.actualText, numberOf(line, at, line.actual), { name: `actual${at}` })
  const weight = ({ weight }: SubjectLine, at: number) =>
    figure(String(Number(weight)), { name: `weight${at}`, value: Number(weight), format: 'General' })
  const points = (line: SubjectLine, at: number) => {
    const formula = formulaOf(line, at)
    const more = { name: `points${at}`, value: Number(line.points), format: '0.00' }
    return figure(line.points, formula ? { ...more, formula } : more)
  }
  return { target, actual, weight, points }
}

/** Why more or less was reached than was to be. */
export function deviationCell({ answer }: FormSubject, line: SubjectLine): FormCell {
  const { overCause, said = '' } = answer.inputs[line.id] ?? {}
  const over = overCause ? `超额完成原因：${overCauses[overCause]}` : ''
  if (Number(line.lost) === 0 && !over) return blank()
  return words([over, said].filter(Boolean).join('。'))
}
