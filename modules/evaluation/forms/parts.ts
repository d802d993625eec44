import { citationOf } from '../domain/last-year.ts'
import { type Summed, sumFormula, totalFormula } from './formula.ts'
import { blank, type FormCell, type FormRow, figure, label, words } from './model.ts'
import { wanCell } from './money.ts'
import type { FormSubject, SubjectLine } from './subject.ts'

/** 项目名称, 主管部门 and 实施单位: how many columns each cell covers. */
export function headRows(
  { answer, bureau, facts }: FormSubject,
  department: string,
  [first, name, second, rest]: readonly [number, number, number, number],
): FormRow[] {
  return [
    [label('项目名称', { span: first }), words(answer.name, { span: name + second + rest })],
    [
      label(department, { span: first }),
      words(bureau, { span: name }),
      label('实施单位', { span: second }),
      words(facts.unit, { span: rest }),
    ],
  ]
}

/** 年度总体目标: what was to be, and what came of it. */
export const goalRows = (
  { facts }: FormSubject,
  outcome: string,
  [left, right]: readonly [number, number],
): FormRow[] => [
  [label('年度\n总体\n目标', { rows: 2 }), label('预期目标', { span: left }), label('实际完成情况', { span: right })],
  [words(facts.goal, { span: left }), words(outcome, { span: right })],
]

/** What the figures say of the year in a sentence, for people to go on from. */
export function outcomeOf({ answer: { lines, execution } }: FormSubject): string {
  const short = lines.filter(({ lost }) => Number(lost) > 0)
  const full = lines.length - short.length
  const lost = short.length ? `，失分的有${short.map(({ name }) => name).join('、')}` : ''
  const rate = execution.rate === null ? '' : `；预算执行率${execution.rate}%`
  return `${lines.length}项绩效指标中${full}项得满分${lost}${rate}。`
}

const sumOf = (name: 'weight' | 'points', lines: readonly SubjectLine[]) =>
  sumFormula(`execution ${name}`, [`${name}0`, `${name}${lines.length - 1}`])

/** 总分: the weights added up, and what is left of the points. */
export function totals({ answer, rule }: FormSubject, lines: readonly SubjectLine[]) {
  const weights = lines.reduce((sum, { weight }) => sum + Number(weight), Number(answer.execution.weight))
  const weight = Math.round(weights * 100) / 100
  const deducted = answer.deductions.map((_, at) => `deducted${at}`)
  return {
    weight: figure(String(weight), { value: weight, format: 'General', formula: sumOf('weight', lines) }),
    points: figure(answer.total, {
      name: 'total',
      value: Number(answer.total),
      format: '0.00',
      formula: totalFormula(sumOf('points', lines), deducted, rule),
    }),
  }
}

/** What is taken off for something no indicator says, a row each. */
export const deductionRows = (
  { answer }: FormSubject,
  [head, text, rest]: readonly [number, number, number],
): FormRow[] =>
  answer.deductions.map(({ label: cause, points }, at) => [
    label('扣分事项', { span: head }),
    words(cause, { span: text }),
    figure(`−${Number(points).toFixed(2)}`, { name: `deducted${at}`, value: Number(points), format: '"−"0.00' }),
    blank({ span: rest }),
  ])

/** An amount that is the sum of others. */
export const sumCell = (name: string, fen: number, ...parts: readonly Summed[]): FormCell =>
  wanCell(fen, { name, formula: sumFormula(...parts) })

const ended = (text: string) => (/[。；！？]$/.test(text) ? text : `${text}。`)
/** Why it lagged and what is done about it, as the unit in charge answered the warnings of the year. */
export const answersTold = ({ answered }: FormSubject): string[] =>
  answered.map(({ number, periodEnd, cause, measures }) => {
    const better = measures ? `改进措施：${ended(measures)}` : ''
    return `截至${periodEnd}的绩效预警（${number}）答复，偏差原因：${ended(cause)}${better}`
  })

/** By which paper it is scored, as of when, what must be put right before it goes out, and what came of the year before. */
export function notesOf({ answer: { scheme, asOf, faults, capped }, last }: FormSubject): string[] {
  const sealed = asOf === null ? '' : `数据截至第${asOf}次封账。`
  return [
    `评分办法：${scheme.title}（${scheme.document}）。${sealed}`,
    ...(capped ? [capped] : []),
    ...faults.map((fault) => `公布前必须改正：${fault}`),
    ...(last ? citationOf(last) : []),
  ]
}
