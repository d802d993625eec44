import { base, type Quantity } from '../quantities.ts'
import type { TableCell } from '../tables.ts'
import { unitOf } from '../units.ts'
import type { ScoreNode, Target } from './model.ts'
import type { RowReader } from './rows.ts'

/** Target and actual value of a row of a table. */
export function tableTarget(reader: RowReader): Pick<ScoreNode, 'target' | 'actual' | 'cells'> {
  const target = reader.cell('target')
  const actual = reader.cell('actual')
  const reason = reader.cell('reason')
  const sign = reader.cell('sign')?.text ?? ''
  const unit = reader.cell('unit')?.text
  const wanted = target && !/定性/.test(sign) ? inUnit(target, unit) : undefined
  const reached = actual && inUnit(actual, unit)
  return {
    ...(target && wanted ? { target: { quantity: wanted, ...signed(sign), ...signIn(target, wanted) } } : {}),
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

/** 指标性质 and 度量单位 stand in columns of their own in some forms: ≥ | 95 | %. */
function inUnit(cell: TableCell, word = ''): Quantity | undefined {
  const quantity = only(cell)
  const unit = unitOf(/^百分比$|^百分率$/.test(word) ? '%' : word)
  return quantity && unit && /^[\d.,]+$/.test(cell.text) ? { ...quantity, unit } : quantity
}

const signed = (words: string): Pick<Target, 'sign'> => {
  if (/[≥＞>]|大于|不低于|正向/.test(words)) return { sign: '≥' }
  if (/[≤＜<]|小于|不高于|反向/.test(words)) return { sign: '≤' }
  return /[=＝]|等于/.test(words) ? { sign: '=' } : {}
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
