import type { Fact, Understanding } from '../understand/index.ts'
import { once } from '../understand/once.ts'
import { base, isExact } from '../understand/quantities.ts'
import { figures } from './measure.ts'
import { quotientFit } from './ratio.ts'

/** A rate of execution that is what was spent over the opening budget, though the budget was adjusted. */
export interface OfOpening {
  top: Fact
  opening: Fact
  adjusted: Fact
  /** In percent, over the adjusted budget. */
  value: number
}

const rates = /(?:执行|支出|支付|完成)(?:率|进度)$/
const spent = /支出|执行|决算|拨付|支付|使用/
const openings = /年初[^，]{0,10}(?:预算|安排|批复)[^，]{0,6}$|(?:预算|批复)[^，]{0,4}年初[^，]{0,4}$/
const adjusteds =
  /(?:调整|追加|调剂|增减)后[^，]{0,12}$|全年预算(?:数|总额)?$|预算(?:数|总额)?调整$|调整预算(?:数|总额|总数)?$/
/** 三公经费年初预算96万元, 其中项目支出: another budget than the whole. */
const part = /三公|公务|接待|经费|基本支出|项目支出|其中|专项|收入|采购|上年|去年/
/** 完成年初预算的105.47%, 执行率（按年初预算计算）: it says what it is of. */
const said = /年初(?:部门)?预算(?:数)?(?:的|执行|完成|相比|计算|口径)|(?:占|完成|为|与|按|以|对|较|比|是)年初|年初口径/

/** By the rate, where one adjusted budget and one opening budget are told. */
export const ratesOfOpening = once((doc: Understanding): Map<Fact, OfOpening> => {
  const found = new Map<Fact, OfOpening>()
  const { text, lines } = doc.folded
  const told = doc.sentences.flatMap(({ facts, start }) =>
    facts.flatMap((fact) => ({ fact, lead: text.slice(Math.max(start, fact.start - 30), fact.start) })),
  )
  const only = (pattern: RegExp): Fact | undefined => {
    const [first, ...others] = told
      .filter(({ fact, lead }) => isMoney(fact) && pattern.test(clauseOf(lead)) && !part.test(clauseOf(lead)))
      .map(({ fact }) => fact)
    return others.every((other) => first && base(other) === base(first)) ? first : undefined
  }
  const [opening, adjusted] = [only(openings), only(adjusteds)]
  if (!opening || !adjusted || base(opening) === base(adjusted)) return found
  // 调整预算60万元 may be the change alone.
  if (base(adjusted) > 2 * base(opening) || base(opening) > 2 * base(adjusted)) return found
  for (const { facts, text: words } of doc.sentences) {
    if (said.test(words) || !facts.some(({ unit }) => unit.dimension === 'percent')) continue
    for (const rate of facts) {
      if (rate.unit.dimension !== 'percent' || !isExact(rate) || !rates.test(rate.label)) continue
      if (part.test(rate.label) || lines[rate.line]?.cell) continue
      const tops = doc.facts.filter(
        (fact) => isMoney(fact) && fact.line <= rate.line && fact.line >= rate.line - 2 && spent.test(fact.label),
      )
      const fits = (bottom: Fact) => (top: Fact) => quotientFit(rate, pairOf(top, bottom)) === 'equal'
      const top = tops.findLast(fits(opening))
      if (!top || tops.some(fits(adjusted)) || !isTelling(rate, pairOf(top, opening).value)) continue
      found.set(rate, { top, opening, adjusted, value: pairOf(top, adjusted).value })
    }
  }
  return found
})

/** Of few figures the quotient is theirs by chance, unless it comes out even and says that more was spent than there was. */
const isTelling = (rate: Fact, value: number): boolean =>
  figures(rate) >= 3 || rate.step <= 0.01 || (rate.value > 100 && Math.abs(value - rate.value) < 1e-6)

const isMoney = (fact: Fact): boolean => fact.unit.dimension === 'money' && isExact(fact) && fact.value > 0
/** Without the words that hold the figure up. */
const clauseOf = (lead: string): string =>
  lead.replace(/^.*[，,；;：（(]/s, '').replace(/(?:为|是|共|共?计|合计|达到?)+$/, '')
const pairOf = (top: Fact, bottom: Fact) => ({ top, bottom, value: (base(top) / base(bottom)) * 100 })
