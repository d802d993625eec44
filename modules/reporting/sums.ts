import { printFigure, type SumRule } from './domain.ts'
import type { FrozenFigure, Part } from './snapshot.ts'
import { takenFrom } from './taken.ts'

/** A figure and its list that do not say the same, as a sentence. */
export function listFault(figure: FrozenFigure, part: Part, listed: number): string | undefined {
  if (listed === figure[part]) return undefined
  const print = (num: number) => printFigure(figure.scale === '%2' ? '数' : figure.scale, { ...figure, num, den: 1 })
  return `${figure.label}${part === 'den' ? '的分母' : ''}为${print(figure[part])}，它的清单合计为${print(listed)}，不相符。`
}

/** A figure whose print is not what its parts, or the score it is taken from, give. */
export function printFault(figure: FrozenFigure): string | undefined {
  const { label, value, score, taken } = figure
  if (score && !taken) return undefined
  const right = score && taken ? takenFrom(score, taken) : { value: printFigure(figure.scale, figure), num: figure.num }
  return right.value === value && right.num === figure.num
    ? undefined
    : `${label}印为${value}，按它的构成应为${right.value}`
}

/** Which sums do not add up, to the smallest unit. */
export const sumFaults = (sums: readonly SumRule[], figures: readonly FrozenFigure[]): string[] => {
  const of = new Map(figures.map((figure) => [figure.id, figure]))
  return sums.flatMap(({ whole, parts }) => {
    const total = of.get(whole)
    const unknown = [whole, ...parts].find((id) => !of.has(id))
    if (!total || unknown !== undefined) return [`应当相加的数字“${unknown}”不在报告中。`]
    const added = parts.reduce((all, id) => all + of.get(id)!.num, 0)
    if (added === total.num) return []
    const { label, value, unit, scale, milli } = total
    const names = parts.map((id) => of.get(id)!.label).join('、')
    return [
      `${label}为${value}${unit}，各项（${names}）之和为${printFigure(scale, { num: added, den: 1, milli })}${unit}，不相符。`,
    ]
  })
}
