import type { Span } from '../read/reading.ts'
import { every } from './every.ts'
import { masked } from './masks.ts'
import { chineseNumber } from './numerals.ts'
import { NO_UNIT, type Unit, unitAt, unitOf } from './units.ts'

/** A number with what it is measured in. Positions are those of the folded text; `digits` is the number alone. */
export interface Quantity extends Span {
  /** As printed, 万 and 亿 of a count counted in (1.4万起 → 14000), money in the unit it is printed in. */
  value: number
  /** One in the last printed digit. */
  step: number
  unit: Unit
  /** Written with 余, 约, 近, 左右 …: never held to an equality. */
  approximate: boolean
  /** ≥, 不低于, 以上: at least; ≤, 不超过, 以下: at most. */
  bound?: 'least' | 'most'
  /** One end of 20-40万元. */
  range?: 'from' | 'to'
  digits: Span
  /** Written in Chinese numerals. */
  chinese?: boolean
  line: number
}

/** In the smallest unit of its dimension: 元, 平方米, 米 …. */
export const base = ({ value, unit }: Quantity): number => value * unit.factor
/** Whether an equality may be asked of it. */
export const isExact = ({ approximate, bound, range }: Quantity): boolean => !approximate && !bound && !range

/** Also with a comma in the wrong place (6,4482.35): it is one number to whoever wrote it, and a rule says so. */
const arabic = /(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6}(?:,\d{1,6})+(?=\.\d)|\d+)(?:\.\d+)?/g
const chinese = /[一二两三四五六七八九十百千万]+/g
const before =
  /((?<![节签履违合])约|近|将近|接近|大约|超过|超|逾|不足|不到|不低于|不少于|至少|最低|不超过|不高于|不多于|最高|≥|≤|＞|＜|>|<|>=|<=)(?:为|达|到)?$/
const after = /^(余|多|来)?(?:(万|亿|千|百万|千万)(?=余|多|来|[^\d]))?(余|多|来)?/
const afterUnit = /^(余|多)?(?:的)?(?:[（(]含[）)])?(左右|上下|以上|及以上|以下|以内|之内)?/
const approximateWords = new Set(['不足', '不到', '约', '近', '将近', '接近', '大约', '超过', '超', '逾'])
const leastWords = new Set(['不低于', '不少于', '至少', '最低', '≥', '＞', '>', '>=', '以上', '及以上'])
const mostWords = new Set(['不超过', '不高于', '不多于', '最高', '≤', '＜', '<', '<=', '以下', '以内', '之内'])
const multiples: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }

/** Every quantity of a line, in order. `at` is where the line begins in the folded text. */
export function quantitiesIn(words: string, at: number, line: number, inCell = false): Quantity[] {
  const skip = masked(words, inCell)
  const free = (start: number, end: number) => !skip.some((mask) => start < mask.end && mask.start < end)
  const found: Quantity[] = []
  for (const { index, 0: digits } of every(words, arabic)) {
    if (free(index, index + digits.length) || (inCell && digits.length === words.length))
      found.push(quantityAt(words, index, digits, at, line))
  }
  for (const { index, 0: digits } of every(words, chinese)) {
    const quantity = chineseAt(words, index, digits, at, line)
    if (quantity && free(index, index + digits.length)) found.push(quantity)
  }
  return ranged(
    words,
    at,
    found.sort((one, other) => one.start - other.start),
  )
}

function quantityAt(words: string, index: number, digits: string, at: number, line: number): Quantity {
  const negative = words[index - 1] === '-' && !/[\d%\w元年月日个)）]/.test(words[index - 2] ?? '')
  const plain = digits.replaceAll(',', '')
  const decimals = plain.split('.')[1]?.length ?? 0
  return measured(words, {
    index,
    length: digits.length,
    negative,
    value: Number(plain),
    step: 10 ** -decimals,
    at,
    line,
  })
}

interface Seen {
  index: number
  length: number
  negative: boolean
  value: number
  step: number
  at: number
  line: number
}

function measured(words: string, { index, length, negative, value, step, at, line }: Seen): Quantity {
  let end = index + length
  const [, more1, times, more2] = after.exec(words.slice(end)) ?? []
  const asMoney = unitAt(words, end + (more1?.length ?? 0))
  const multiplied = asMoney && asMoney.word.length > 1 && /^[千百万亿]/.test(asMoney.word) ? undefined : times
  end += more1?.length ?? 0
  if (multiplied) end += multiplied.length + (more2?.length ?? 0)
  if (words[end] === ' ') end++
  const unit = unitAt(words, end)
  end += unit?.word.length ?? 0
  const [, more3, wordAfter] = afterUnit.exec(words.slice(end)) ?? []
  const wordBefore = before.exec(words.slice(0, index - (negative ? 1 : 0)))?.[1]
  end +=
    (more3?.length ?? 0) +
    (wordAfter ? words.slice(end).indexOf(wordAfter) - (more3?.length ?? 0) + wordAfter.length : 0)
  const factor = (multiplied && multiples[multiplied]) || 1
  const bound = boundOf(wordBefore, wordAfter)
  const approximate = Boolean(
    more1 ||
      (multiplied && more2) ||
      more3 ||
      wordAfter === '左右' ||
      wordAfter === '上下' ||
      approximateWords.has(wordBefore ?? ''),
  )
  const start = index - (negative ? 1 : 0)
  return {
    start: at + start,
    end: at + end,
    digits: { start: at + start, end: at + index + length },
    value: rounded(value * factor) * (negative ? -1 : 1),
    step: step * factor,
    unit: unit ?? NO_UNIT,
    approximate,
    ...(bound ? { bound } : {}),
    line,
  }
}

const rounded = (value: number) => Number(value.toPrecision(15))

function boundOf(wordBefore = '', wordAfter = ''): Quantity['bound'] {
  if (leastWords.has(wordBefore) || leastWords.has(wordAfter)) return 'least'
  if (mostWords.has(wordBefore) || mostWords.has(wordAfter)) return 'most'
  return undefined
}

/** 四个意识, 三会一课 …: names with a number in them count nothing. */
const names =
  /^(?:[两四][个]?(?:维护|确立|意识|自信|全面|服从)|三个代表|[一二三四五六七八九十]+(?:大精神|中全会|项规定|位一体|大报告)|一个月|一次性|一系列|一体|一线|一定|一般|一年一度|千方百计|十四五|十三五|十五五)/
const counters =
  /^(?:余|多)?(?:个|家|处|项|次|名|支|座|条|辆|台|批|户|所|起|件|类|种|场|人|块|大(?=项|类|个|工程|任务|行动|板块|指标|系统|平台|目标|方面|项目|重点|领域|功能))/

function chineseAt(words: string, index: number, digits: string, at: number, line: number): Quantity | undefined {
  const rest = words.slice(index + digits.length)
  if (digits === '一' || digits === '百' || digits === '千' || digits === '万' || names.test(words.slice(index)))
    return undefined
  if (/[第\d数几上每一二三四五六七八九十“"‘.]$/.test(words.slice(0, index))) return undefined
  const counter = counters.exec(rest)
  const more = /^(余|多)/.exec(rest)
  // 设定为三个：, 共九个。, 分为三类
  if (!counter && !(more && digits.length > 0 && /^[百千十]/.test(digits))) return undefined
  const value = chineseNumber(digits)
  if (value === undefined || value === 0) return undefined
  const length = digits.length
  const quantity = measured(words, { index, length, negative: false, value, step: 1, at, line })
  if (rest.startsWith('大'))
    return { ...quantity, unit: unitOf('个') ?? NO_UNIT, end: quantity.digits.end + 1, chinese: true }
  return { ...quantity, chinese: true }
}

/** Two numbers with a dash or 至 between them are the ends of one range; the first takes the unit of the second. */
function ranged(words: string, at: number, quantities: Quantity[]): Quantity[] {
  for (let index = 1; index < quantities.length; index++) {
    const first = quantities[index - 1] as Quantity
    const second = quantities[index] as Quantity
    const between = words.slice(first.end - at, second.digits.start - at)
    const direct = words.slice(first.digits.end - at, second.digits.start - at)
    if (!/^(?:[（(]不?含[^（()）]{0,4}[）)])?(?:[-—~～]|至|到)$/.test(between) && !/^[-—~～]$/.test(direct)) continue
    if (/(?:从|由)[^，。]{0,4}$/.test(words.slice(0, first.start - at)) || first.chinese !== second.chinese) continue
    const unit = first.unit === NO_UNIT ? second.unit : first.unit
    quantities[index - 1] = { ...first, unit, range: 'from' }
    quantities[index] = { ...second, range: 'to' }
  }
  return quantities
}
