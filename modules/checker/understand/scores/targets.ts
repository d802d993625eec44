import type { Fact } from '../index.ts'
import { base, type Quantity } from '../quantities.ts'
import type { ScoreNode, Target } from './model.ts'

const targetWords =
  /(?:目标值?|年度(?:目标|指标)值?|指标值|计划(?:值|数|完成|目标)?|预期(?:值|目标|指标)?值?|任务数?|标准值?|年初设定值?)(?:应?为|是|：|:|设定为|达到?|数|为达到)?(?:不低于|不少于|不超过|不高于|≥|≤|>|<|＞|＜|=|>=|<=|至少|控制在)*$/
const actualWords = /(?:实际|完成|达到?|实现|为|共|达成)(?:完成)?(?:值|数|率|情况)?(?:为|：|:|了)?$/

/** The target and the actual value among the facts of a passage: the target says so, the actual is what stands before or behind it. */
export function targetAndActual(text: string, facts: readonly Fact[]): { target?: Target; actual?: Fact } {
  const values = facts.filter(({ unit }) => unit.dimension !== 'score')
  const at = values.findIndex((fact) => targetWords.test(beforeOf(text, fact)) || isSetTarget(text, fact))
  if (at < 0) {
    const actual = values.findLast(({ range }) => !range)
    return actual ? { actual } : {}
  }
  const quantity = values[at] as Fact
  const same = (fact: Fact | undefined) =>
    fact && !fact.range && fact.unit.dimension === quantity.unit.dimension ? fact : undefined
  const behind = values.slice(at + 1).find((fact) => same(fact) && actualWords.test(beforeOf(text, fact)))
  const [only, ...more] = values.slice(at + 1).filter(same)
  const actual = behind ?? same(values[at - 1]) ?? same(values[at + 1]) ?? (more.length ? undefined : only)
  return { target: { quantity, ...signOf(text, quantity) }, ...(actual ? { actual } : {}) }
}

/** 年初设定的70%以上的目标 */
const isSetTarget = (text: string, fact: Quantity) =>
  /(?:设定|确定|既定|下达|批复)的$/.test(beforeOf(text, fact)) &&
  /^的?(?:年度|绩效)?目标/.test(text.slice(fact.end, fact.end + 6))

const beforeOf = (text: string, { digits }: Quantity) => {
  const words = text.slice(Math.max(0, digits.start - 16), digits.start)
  return words.slice(words.lastIndexOf('\n') + 1)
}

/** ≥ ≤ = as written or said before or behind the number. */
export function signOf(text: string, quantity: Quantity): { sign?: Target['sign'] } {
  if (quantity.bound === 'least') return { sign: '≥' }
  if (quantity.bound === 'most') return { sign: '≤' }
  const before = text[quantity.digits.start - 1] ?? ''
  if (before === '=' || before === '＝') return { sign: '=' }
  if (/控制在$/.test(text.slice(quantity.digits.start - 3, quantity.digits.start))) return { sign: '≤' }
  return {}
}

/** Where less is better, or nobody can say. */
const less =
  /投诉|事故|发生|下降|降低|控制|成本|误|超|死亡|返工|隐患|逾期|时限|时间|用时|变动|增长|负债|能耗|排放|金额|费用|支出|经费|结转|结余|天数|空置|破损|流失|次品/

export interface Reached {
  /** Whether the target is met. */
  met: boolean
  /** How far it was missed, as a share of the target; 0 when met. */
  shortfall: number
  /** The sign stands there, or the thing can only be meant one way. */
  plain: boolean
}

/** Whether an indicator reached its target; nothing where the figures cannot be held against each other. */
export function reached({ name, target, actual }: Pick<ScoreNode, 'name' | 'target' | 'actual'>): Reached | undefined {
  if (!target || !actual || actual.range || target.quantity.range) return undefined
  const { quantity, sign } = target
  if (quantity.unit.dimension !== actual.unit.dimension || actual.approximate) return undefined
  if (quantity.unit.dimension === 'count' && quantity.unit.word !== actual.unit.word && !same(quantity, actual))
    return undefined
  const [a, t] = [base(actual), base(quantity)]
  const direction = sign === '≤' ? -1 : 1
  const high = quantity.unit.dimension === 'percent' && t >= 80
  if (
    !sign &&
    ((less.test(name) && !high) || quantity.unit.dimension === 'money' || quantity.unit.dimension === 'time')
  ) {
    return a === t ? { met: true, shortfall: 0, plain: true } : undefined
  }
  if (sign === '=' && a > t && less.test(name)) return undefined
  const short = direction * (t - a)
  const met = short <= 1e-9
  return {
    met,
    shortfall: met || t === 0 ? 0 : short / t,
    plain: Boolean(sign) || quantity.unit.dimension === 'percent',
  }
}

const same = (one: Quantity, other: Quantity) => base(one) === base(other)
