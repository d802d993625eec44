import type { ScoreAnswer } from '../evaluation/index.ts'
import { printFigure, type Taken } from './domain.ts'
import type { FrozenFigure } from './snapshot.ts'

const hundredths = (points: string) => Math.round(Number(points) * 100)
/** An indicator is named by its code, or by its record where several may share one. */
const isOf = ({ id, code }: ScoreAnswer['lines'][number], of: string) => id === of || code === of
const isUnder = (line: ScoreAnswer['lines'][number], of: string) =>
  isOf(line, of) || line.code?.startsWith(`${of}-`) === true

/** What a figure takes from a score: its print, what it adds to a sum, and how it comes about. */
export function takenFrom(
  score: ScoreAnswer,
  from: Taken,
): Pick<FrozenFigure, 'value' | 'num' | 'formula'> & { unit?: string } {
  if ('reached' in from) {
    const line = score.lines.find((one) => isOf(one, from.of))
    const formula = '该项指标的完成值，取值方式见下表'
    if (line?.actual === undefined) return { value: line?.actualText || '—', num: 0, formula }
    return { value: line.actual, num: hundredths(line.actual), unit: line.measure, formula }
  }
  if ('points' in from && from.of === 'execution')
    return {
      value: score.execution.points,
      num: hundredths(score.execution.points),
      formula: `${score.scheme.title}：预算执行率的得分`,
    }
  if ('points' in from) {
    const lines = score.lines.filter((line) => isUnder(line, from.of))
    const num = lines.reduce((sum, { points }) => sum + hundredths(points), 0)
    const names = lines.map(({ name }) => name).join('、')
    return { value: printFigure('分2', { num, den: 1, milli: false }), num, formula: `${names}得分之和` }
  }
  return {
    value: 'grade' in from ? score.grade : score.total,
    num: hundredths(score.total),
    formula: `${score.scheme.title}：预算执行率与各项指标得分之和${score.deductions.length ? '，减去扣分' : ''}${score.capped ? '，不超过总分上限' : ''}`,
  }
}
