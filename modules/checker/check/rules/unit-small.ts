import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Rule } from '../rule.ts'

/** What a bureau tells of in 万元: all it took in, spent, planned or collected. */
const total =
  /(?:合计|共计|总计|总额|总投资|罚没(?:款|收入|金额)|罚款(?:金额)?|非税收入)(?:为|共|合计|总额|金额|达|完成)*$/
const single = /每|均|标准|单价|利息|余|差|个人|门票|票价|日|次|件|人|户/
const MANY = 8
const LARGEST = 10_000

/** 罚没款合计286.45元, where all other money is in 万元. */
export const unitSmall: Rule = {
  id: 'unit.small',
  kind: 'unit',
  title: '全文以万元计时，总额不应以元计到分',
  source: '部门决算公开说明金额单位一致（B-18）',
  fails:
    '年初预算3862.40万元，调整372.28万元，收回19.00万元，全年预算4215.68万元，支出4096.22万元，基本支出2986.54万元，项目支出1109.68万元，结余119.46万元。罚没款合计186.35元，已上缴国库。',
  holds: [
    '年初预算3862.40万元，调整372.28万元，收回19.00万元，全年预算4215.68万元，支出4096.22万元，基本支出2986.54万元，项目支出1109.68万元，结余119.46万元。水费支出286.45元。利息余额合计186.35元，已上缴国库。人均支出986.50元。',
    '罚没款合计186.35元。办公支出120.50元。',
  ],
  *check(doc) {
    const inWan = doc.facts.filter(({ unit }) => unit.word === '万元').length
    const small = doc.facts.filter((fact) => isSmall(doc, fact))
    const [fact] = small
    if (inWan < MANY || !fact || small.length > 1) return
    const claimed = printed(doc.folded.text, fact)
    const computed = `${printed(doc.folded.text, fact.digits)}万元`
    yield {
      verdict: 'wrong',
      severity: 'question',
      certainty: 0.8,
      message: `“${fact.label || '金额'}”写为 ${claimed}，文中其他 ${inWan} 处金额以万元计，疑漏“万”字，如是应为“${computed}”。`,
      formula: `${claimed} → ${computed}`,
      claimed,
      computed,
      places: [fact],
    }
  },
}

function isSmall({ folded: { text, lines } }: Understanding, fact: Fact): boolean {
  if (fact.unit.word !== '元' || fact.step >= 1 || fact.value >= LARGEST || !isExact(fact) || lines[fact.line]?.cell)
    return false
  const clause = text.slice(Math.max(0, fact.start - 20), fact.start).replace(/^.*[，,、。；;（(]/s, '')
  return total.test(clause) && !single.test(clause)
}
