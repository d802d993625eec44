import type { Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 12.41元 beside 12.41万元: one of the two has the wrong unit. */
export const unitSlip: Rule = {
  id: 'unit.yuan',
  kind: 'unit',
  title: '同一数字在一处为“元”、另一处为“万元”',
  source: '部门决算公开说明金额单位一致（B-18）',
  fails: [
    '垃圾分类：预算20万元，执行12.41万元。垃圾分类项目投入金额12.41元。',
    '收缴罚款共46.37万元。全年罚款收入463,700万元已全部上缴。',
    '收入合计1,256,300元。上年收入合计125.63元。',
    '收缴罚款共46.37万元。明年拟投入约45元建设定位和考勤系统。',
  ],
  holds: [
    '垃圾分类：预算20万元，执行12.41万元。收缴罚款300534.3元。',
    '收缴罚款共46.37万元，即463,700元。清运费安排每吨45元，投入奖励资金每人50元。安排80元购置垃圾袋。全市生产总值463,700万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    const money = doc.facts.filter(
      (fact) => fact.unit.dimension === 'money' && isExact(fact) && figures(fact) >= 3 && fact.step < 1,
    )
    yield* tooMuch(doc)
    yield* tooSmall(doc)
    yield* tooLittle(doc)
    const byValue = new Map<number, typeof money>()
    for (const fact of money) byValue.set(fact.value, [...(byValue.get(fact.value) ?? []), fact])
    for (const same of byValue.values()) {
      const inUnit = (word: string) => same.filter(({ unit }) => unit.word === word)
      const [yuan, wan] = [inUnit('元'), inUnit('万元')]
      const [odd, right] = yuan.length <= wan.length ? [yuan, wan] : [wan, yuan]
      const [other] = right
      if (!other) continue
      for (const fact of odd)
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.93,
          message: `“${fact.label || '金额'}”写为 ${printed(text, fact)}，同一数字在文中别处为 ${printed(text, other.digits)}${other.unit.word}，相差一万倍，应为“${other.unit.word}”。`,
          formula: `${printed(text, fact)} ≠ ${printed(text, other.digits)}${other.unit.word}`,
          claimed: `${printed(text, fact.digits)}${fact.unit.word}`,
          computed: `${printed(text, fact.digits)}${other.unit.word}`,
          places: [fact, other],
        }
    }
  },
}

const LEAST_FIGURES = 3
const pairs = (words: string) =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2))

/** 463,700万元 where the same thing is 46.37万元: the figure is in 元, the unit was not changed. */
function* tooMuch({ facts, folded: { text } }: Understanding): Generator<Outcome> {
  const money = facts.filter(
    (fact) => fact.unit.dimension === 'money' && isExact(fact) && figures(fact) >= LEAST_FIGURES,
  )
  const inYuan = new Map(money.map((fact) => [Math.round(base(fact) * 100), fact]))
  for (const fact of money.filter(({ unit }) => unit.word === '万元')) {
    const other = inYuan.get(Math.round(fact.value * 100))
    const alike =
      other &&
      !(other.unit.word === '元' && other.step < 1) &&
      pairs(fact.label).some((pair) => other.label.includes(pair))
    if (!other || !alike) continue
    const claimed = `${printed(text, fact.digits)}万元`
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.93,
      message: `“${fact.label || '金额'}”写为 ${claimed}，文中别处为 ${printed(text, other)}，即 ${printed(text, fact.digits)}元，相差一万倍，应为“元”。`,
      formula: `${claimed} ≠ ${printed(text, other)}`,
      claimed,
      computed: `${printed(text, fact.digits)}元`,
      places: [fact, other],
    }
  }
}

/** 125.63元 where the same thing is 1,256,300元: the figure is in 万元, the unit was not changed. */
function* tooSmall({ facts, folded: { text } }: Understanding): Generator<Outcome> {
  const yuan = facts.filter(
    ({ unit, ...fact }) =>
      unit.word === '元' && isExact({ unit, ...fact }) && figures({ unit, ...fact }) > LEAST_FIGURES,
  )
  const whole = new Map(yuan.filter(({ value }) => value >= 1e4).map((fact) => [Math.round(fact.value * 100), fact]))
  for (const fact of yuan.filter(({ step }) => step < 1)) {
    const other = whole.get(Math.round(fact.value * 1e6))
    if (!other || !pairs(fact.label).some((pair) => other.label.includes(pair))) continue
    const claimed = `${printed(text, fact.digits)}元`
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.93,
      message: `“${fact.label || '金额'}”写为 ${claimed}，文中别处为 ${printed(text, other)}，即 ${printed(text, fact.digits)}万元，应为“万元”。`,
      formula: `${claimed} ≠ ${printed(text, other)}`,
      claimed,
      computed: `${printed(text, fact.digits)}万元`,
      places: [fact, other],
    }
  }
}

/** Nobody builds anything for so many 元. */
const TOO_FEW = 1000
const spends =
  /(?:投入|投资|安排|拨付|筹集|争取|下达|列支)(?:(?:财政|专项)?(?:资金|经费))?(?:约|近|共|共计|合计|达|了)?$/
const builds =
  /^(?:资金|经费)?[，,]?(?:用于)?(?:建设|新建|改造|购置|更新|实施|升级|采购|修建|安装|搭建)[^，,。；;\n]{0,24}(?:系统|平台|工程|项目|车|道路|管网|公厕|站|园|中心|设备|设施)/
const each = /每|人均|均|标准|单价|按|奖|补助|补贴|租金|元\//

function* tooLittle({ facts, folded: { text } }: Understanding): Generator<Outcome> {
  const inWan = facts.some(({ unit }) => unit.word === '万元')
  for (const fact of inWan ? facts : []) {
    if (fact.unit.word !== '元' || fact.value >= TOO_FEW || fact.step < 1 || fact.range) continue
    const before = text.slice(Math.max(0, fact.digits.start - 16), fact.digits.start)
    if (!spends.test(before) || !builds.test(text.slice(fact.end, fact.end + 40)) || each.test(before)) continue
    const claimed = `${printed(text, fact.digits)}元`
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.82,
      message: `“${before.replace(/^.*[，,。；）)\n]/s, '')}${claimed}”：这样小的金额不足以办这件事，疑漏“万”字，应为“${printed(text, fact.digits)}万元”。`,
      claimed,
      computed: `${printed(text, fact.digits)}万元`,
      places: [{ start: fact.start, end: fact.end }],
    }
  }
}
