import type { Fact, Understanding } from '../../understand/index.ts'
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
    '引进项目14个，计划投资总额28.60亿元。\n14个项目计划投资额28.60万元，带动就业。',
    '全年建成高标准农田4.25亩，涉及5个乡镇。\n三级指标|目标值|完成值\n建设面积|≥4.25万亩|4.25万亩\n新建面积|4万亩|4.25万亩\n',
    '收缴罚款共46.37万元。明年拟投入约45元建设定位和考勤系统。',
  ],
  holds: [
    '垃圾分类：预算20万元，执行12.41万元。收缴罚款300534.3元。',
    '计划投资总额28.60亿元，收取保证金28.60万元。改造面积4.25万平方米，其中广场4.25公顷。',
    '收缴罚款共46.37万元，即463,700元。清运费安排每吨45元，投入奖励资金每人50元。安排80元购置垃圾袋。全市生产总值463,700万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    const money = doc.facts.filter(
      (fact) => fact.unit.dimension === 'money' && isExact(fact) && figures(fact) >= 3 && fact.step < 1,
    )
    yield* hundredMillions(doc, money)
    yield* withoutWan(doc)
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
      for (const fact of odd.filter((one) => eachOf(text, one) === eachOf(text, other)))
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

/** 每公顷1.73万元，折合每平方米1.73元: each of another thing. */
const eachOf = (text: string, { start }: Fact): string =>
  /每(\p{Script=Han}{1,4})$/u.exec(text.slice(Math.max(0, start - 8), start))?.[1] ?? ''

/** 计划投资28.60亿元, and again 计划投资额28.60万元. */
function* hundredMillions({ folded: { text } }: Understanding, money: readonly Fact[]): Generator<Outcome> {
  const large = money.filter(({ unit }) => unit.word === '亿元')
  for (const fact of money.filter(({ unit }) => unit.word === '万元')) {
    const other = large.find(({ value, step }) => value === fact.value && step === fact.step)
    if (!other || sharedPairs(fact.label, other.label) < SAME_NAME) continue
    const [claimed, computed] = [printed(text, fact), printed(text, other)]
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.9,
      message: `“${fact.label}”写为 ${claimed}，文中别处为 ${computed}，同一数字相差一万倍，其中一处单位有误。`,
      formula: `${claimed} ≠ ${computed}`,
      claimed,
      computed,
      places: [fact, other],
    }
  }
}

/** 建成4.00亩, where the table has 4.00万亩. */
function* withoutWan({ facts, folded: { text } }: Understanding): Generator<Outcome> {
  const measures = facts.filter(
    (fact) => /area|length|mass|volume|count/.test(fact.unit.dimension) && isExact(fact) && fact.value > 0,
  )
  const signs = ({ digits }: Fact) => text.slice(digits.start, digits.end)
  const decimal = measures.filter((fact) => /^\d+\.\d{2}$/.test(signs(fact)))
  for (const fact of decimal) {
    const same = decimal.filter((other) => signs(other) === signs(fact) && other.unit.word === fact.unit.word)
    const larger = same.filter((other) => other.value === fact.value * 1e4 || base(other) === base(fact) * 1e4)
    const [other] = larger
    if (!other || same.length !== larger.length + 1 || Math.abs(other.line - fact.line) > NEAR) continue
    const [claimed, computed] = [printed(text, fact), printed(text, other)]
    yield {
      verdict: 'wrong',
      severity: 'question',
      certainty: 0.8,
      message: `这里写 ${claimed}，同一数字在文中别处为 ${computed}，疑漏“万”字，请核实。`,
      formula: `${claimed} ≠ ${computed}`,
      claimed,
      computed,
      places: [fact, other],
    }
  }
}

/** So many lines and cells the two may stand apart. */
const NEAR = 60
const SAME_NAME = 2
const sharedPairs = (one: string, other: string) => pairs(one).filter((pair) => other.includes(pair)).length

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
