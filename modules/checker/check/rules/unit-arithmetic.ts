import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { figures, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'

/** 预算648.50万元，实收617.20元，收缴率95.17%: only in 万元 do the figures beside it come to it. */
export const unitArithmetic: Rule = {
  id: 'unit.arithmetic',
  kind: 'unit',
  title: '以元计的数按同句其他数字推算应以万元计',
  source: '部门决算公开说明金额单位一致（B-18）',
  fails: [
    '全年应收水费648.50万元，实收617.20元，收缴率95.17%。',
    '项目预算2600.00万元，支出2582.89万元，结余17.11元。',
    '全年支出412.36元，其中人员经费298.14万元、公用经费114.22万元。',
  ],
  holds: [
    '全年应收水费648.50万元，实收617.20万元，收缴率95.17%。人均水费617.20元，占95.17%。',
    '项目预算2600.00万元，支出2582.89万元，结余17.11万元，单价17.11元。每户补助298.14元，安排648.50万元，提高46.0%。',
    '账面余额412.36元，安排人员经费298.14万元、公用经费104.22万元。',
  ],
  *check(doc) {
    for (const { facts } of doc.sentences) {
      const wan = facts.filter((fact) => fact.unit.word === '万元' && isExact(fact))
      if (!wan.length) continue
      for (const [at, fact] of facts.entries()) {
        if (!isCandidate(doc, fact)) continue
        const made = byRate(doc, facts, at) ?? byTwo(wan, fact)
        if (!made) continue
        const { text } = doc.folded
        const claimed = printed(text, fact)
        const computed = `${printed(text, fact.digits)}万元`
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.9,
          message: `“${fact.label || '金额'}”写为 ${claimed}，按同句数字推算（${made.how}）应以万元计，疑漏“万”字，应为“${computed}”。`,
          formula: made.how,
          claimed,
          computed,
          places: [fact, ...made.places],
        }
      }
    }
  },
}

const LONG = 4
const each = /每|均|单价|标准|按|元\/|价/

function isCandidate({ folded: { text, lines } }: Understanding, fact: Fact): boolean {
  if (fact.unit.word !== '元' || fact.step >= 1 || !isExact(fact) || lines[fact.line]?.cell || figures(fact) < LONG)
    return false
  const clause = text.slice(Math.max(0, fact.start - 20), fact.start).replace(/^.*[，,、。；;（(]/s, '')
  return !each.test(clause) && text[fact.end] !== '/'
}

interface Made {
  how: string
  places: Fact[]
}

/** The 万元 before it and the rate behind it, each next to it. */
function byRate(doc: Understanding, facts: readonly Fact[], at: number): Made | undefined {
  const [whole, fact, rate] = [facts[at - 1], facts[at] as Fact, facts[at + 1]]
  if (whole?.unit.word !== '万元' || rate?.unit.dimension !== 'percent' || rate.step > 0.1 || !isExact(rate))
    return undefined
  const said = doc.folded.text.slice(fact.end, rate.start)
  if (!/率|完成|占/.test(said) || /比|增|降|提高|减少/.test(said)) return undefined
  const made = (fact.value / whole.value) * 100
  if (Math.abs(made - rate.value) > rate.step) return undefined
  return { how: `${whole.value}万元 × ${rate.value}% = ${fact.value}万元`, places: [whole, rate] }
}

/** The sum or the difference of two of them. */
function byTwo(wan: readonly Fact[], fact: Fact): Made | undefined {
  for (const [at, one] of wan.entries())
    for (const other of wan.slice(at + 1)) {
      const [large, small] = one.value >= other.value ? [one, other] : [other, one]
      const is = (sum: number) => Math.abs(sum - fact.value) < 1e-6
      if (is(large.value - small.value))
        return { how: `${large.value} − ${small.value} = ${fact.value}万元`, places: [large, small] }
      if (is(large.value + small.value))
        return { how: `${large.value} + ${small.value} = ${fact.value}万元`, places: [large, small] }
    }
  return undefined
}
