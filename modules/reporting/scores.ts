import { type ScoreAnswer, score as scoreOf } from '../evaluation/index.ts'
import { canonical } from '../ledger/index.ts'
import type { FrozenFigure } from './snapshot.ts'

/** The scores a report takes figures from, each once. */
export const scoresOf = (figures: readonly FrozenFigure[]): ScoreAnswer[] => [
  ...new Map(figures.flatMap(({ score }) => (score ? [[score.project, score] as const] : []))).values(),
]

function scoredAgain(...given: Parameters<typeof scoreOf>) {
  try {
    return scoreOf(...given)
  } catch {
    return undefined
  }
}

/** Scores a project again by the scheme that was kept, from the inputs that were kept; what differs, as sentences. */
export function scoreFaults({
  name,
  scheme,
  lines,
  inputs,
  execution,
  deductions,
  total,
  grade,
}: ScoreAnswer): string[] {
  const again = scoredAgain(scheme.rules, { lines, values: inputs, money: execution, deductions })
  if (!again) return [`${name}的得分不能重新计算：完成值、分值或评分办法不是数`]
  const compared: [string, string, string][] = [
    ['预算执行率', execution.points, again.execution.points],
    ...lines.map((line, at): [string, string, string] => [`“${line.name}”`, line.points, again.lines[at]!.points]),
  ]
  const said = compared
    .filter(([, kept, now]) => kept !== now)
    .map(([what, kept, now]) => `${name}的${what}得分为${kept}分，按完成值和评分办法重新计算为${now}分`)
  if (total !== again.total) said.push(`${name}的总分为${total}分，按完成值和评分办法重新计算为${again.total}分`)
  if (grade !== again.grade) said.push(`${name}的等级为“${grade}”，按总分应为“${again.grade}”`)
  return said
}

/** What a score is made of, as one text. */
const madeOf = ({ lines, inputs, execution: { initial, full, paid }, deductions, total, grade }: ScoreAnswer): string =>
  canonical({
    ...{ inputs, initial, full, paid, deductions, total, grade },
    lines: lines.map(({ id, direction, target, upTo, weight, points }) => [
      id,
      direction,
      target,
      upTo,
      weight,
      points,
    ]),
  })

/** What a score says otherwise than the ledgers as of its seal. */
export function takenFault(kept: ScoreAnswer, now: ScoreAnswer): string | undefined {
  if (madeOf(kept) === madeOf(now)) return undefined
  const said = `${kept.name}封存时得${kept.total}分`
  return kept.total === now.total
    ? `${said}，它的完成值或资金与按同一封账重新取数的结果不同`
    : `${said}，按同一封账重新取数得${now.total}分`
}
