import { base, type Quantity } from '../quantities.ts'
import type { TableCell } from '../tables.ts'
import type { ScoreNode } from './model.ts'
import type { RowReader } from './sheets.ts'

/** Target and actual value of a row of a table. */
export function tableTarget(reader: RowReader): Pick<ScoreNode, 'target' | 'actual' | 'cells'> {
  const target = reader.cell('target')
  const actual = reader.cell('actual')
  const reason = reader.cell('reason')
  const wanted = target && only(target)
  const reached = actual && only(actual)
  return {
    ...(wanted ? { target: { quantity: wanted, ...signIn(target, wanted) } } : {}),
    ...(reached ? { actual: wanted && reached ? asUnit(reached, wanted) : reached } : {}),
    cells: {
      ...(target ? { target: target.text } : {}),
      ...(actual ? { actual: actual.text, actualPlace: actual } : {}),
      ...(reason ? { reason: reason.text } : {}),
    },
  }
}

const only = (cell: TableCell): Quantity | undefined => {
  const real = cell.quantities.filter(({ range }) => !range)
  return real.length === 1 && cell.quantities.length === 1 ? real[0] : undefined
}

function signIn({ text, start }: TableCell, quantity: Quantity): { sign?: '≥' | '≤' | '=' } {
  const before = text.slice(0, quantity.digits.start - start)
  if (quantity.bound === 'least' || /[≥＞>]=?$|不低于$|不少于$|大于等于$/.test(before)) return { sign: '≥' }
  if (quantity.bound === 'most' || /[≤＜<]=?$|不超过$|不高于$|小于等于$|控制在$/.test(before)) return { sign: '≤' }
  return /[=＝]$/.test(before) ? { sign: '=' } : {}
}

/** 98 under a target of ≥95% is 98%: a bare number takes the unit it is held against. */
function asUnit(actual: Quantity, target: Quantity): Quantity {
  if (actual.unit.dimension === target.unit.dimension) return actual
  if (actual.unit.dimension === 'none') {
    // 0.98 under ≥95% is a share of one.
    const share = target.unit.dimension === 'percent' && actual.value <= 1 && base(target) > 1.5 && actual.step < 1
    return share
      ? { ...actual, value: actual.value * 100, step: actual.step * 100, unit: target.unit }
      : { ...actual, unit: target.unit }
  }
  return actual
}
