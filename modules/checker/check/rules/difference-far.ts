import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, inUnitOf, isComparison, isCounted, printed } from '../measure.ts'
import { clean, near } from '../numbers.ts'
import { quotientFit } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** 调整后预算2633.30万元……支出2574.26万元，执行率97.76%……节约59.04万元: what is left of figures that stand elsewhere. */
export const differenceFar: Rule = {
  id: 'difference.far',
  kind: 'difference',
  title: '节约、结余、未完成数等于别处所写的两数之差',
  source: '财预〔2020〕10号附件：全年预算数－全年执行数＝结转结余（B-16）；未完成数＝目标－完成',
  fails: [
    '调整后预算为1846.20万元。\n全年支出1808.54万元，执行率97.96%。\n项目总成本1808.54万元，控制在预算之内，节约37.36万元。',
    '全年预算数1846.20万元，支出1808.54万元，执行率97.96%。\n二、存在问题\n年末结余资金36.76万元，主要是质保金。',
    '完成路灯改造2,860盏，完成目标2,950盏的96.95%。\n二、下一步打算\n将未完成的110盏路灯改造列入明年计划。',
    '计划改造公厕36座，完成34座，完成率94.44%。\n二、存在问题\n尚有3座公厕改造未完成。',
  ],
  holds: [
    '调整后预算为1846.20万元。\n全年支出1808.54万元，执行率97.96%。\n项目总成本1808.54万元，控制在预算之内，节约37.66万元。',
    '全年预算数1846.20万元，支出1808.54万元，执行率97.96%。\n二、存在问题\n通过招标节约资金86.40万元。',
    '完成路灯改造2,860盏，完成目标2,950盏的96.95%。\n二、下一步打算\n将未完成的90盏路灯改造列入明年计划。新增景观灯110盏。',
    '完成路灯改造2,860盏，完成目标2,950盏的96.95%。\n二、上年情况\n上年未完成的110盏路灯改造已经补齐。',
    '甲项目预算846.20万元，支出808.54万元，执行率95.55%。乙项目预算640.00万元，支出612.48万元，执行率95.70%。\n年末结余65.18万元。',
  ],
  *check(doc) {
    const triples = triplesOf(doc)
    if (!triples.length) return
    for (const { facts, text } of doc.sentences)
      for (const rest of facts) {
        if (!isExact(rest) || !isCounted(rest) || /上年|去年|往年|20\d\d年/.test(rest.label)) continue
        const outcome =
          rest.unit.dimension === 'money' ? ofMoney(doc, rest, facts, text, triples) : ofTask(doc, rest, facts, triples)
        if (outcome) yield outcome
      }
  },
}

interface Triple {
  whole: Fact
  out: Fact
}

const aim = /目标|计划|任务|预算|安排|应/
const LOOK_BACK = 6
/** What was to be and what was done, where a printed rate says that they belong together. */
function triplesOf({ facts, folded: { lines } }: Understanding): Triple[] {
  return facts.flatMap((rate, at) => {
    if (rate.unit.word !== '%' || !isExact(rate) || figures(rate) < 3 || lines[rate.line]?.cell) return []
    if (!/执行率|支付率|支出率|完成率|完成$|^$/.test(rate.label)) return []
    const before = facts.slice(Math.max(0, at - LOOK_BACK), at).filter((fact) => isCounted(fact) && isExact(fact))
    const wholes = before.filter(({ label }) => aim.test(label))
    const pair = wholes
      .flatMap((whole) => before.filter((out) => isOf(out, whole)).map((out) => ({ whole, out })))
      .findLast((one) => isRateOf(rate, one))
    return pair ? [pair] : []
  })
}

const isOf = (out: Fact, whole: Fact): boolean =>
  out !== whole && comparable(out, whole) && base(out) < base(whole) && !isComparison(out) && !isComparison(whole)
const isRateOf = (rate: Fact, { whole, out }: Triple): boolean =>
  quotientFit(rate, { top: out, bottom: whole, value: (base(out) / base(whole)) * 100 }) === 'equal'

const left = /^(?:年末|年底|项目|资金|全年)?(?:节约|结余|节余|剩余|结转结余)(?:了|资金|金额|经费)?$/
/** The saving of the sum that is spent in its sentence, or, where the document has one budget, of that. */
function ofMoney(
  doc: Understanding,
  rest: Fact,
  own: readonly Fact[],
  words: string,
  triples: readonly Triple[],
): Outcome | undefined {
  if (!left.test(rest.label) || /招标|采购|比价|审减|压减|电费|其中/.test(words)) return undefined
  const money = own.filter((fact) => fact !== rest && fact.unit.dimension === 'money')
  const fitting = triples.filter(({ whole, out }) =>
    money.length === 0
      ? whole.unit.dimension === 'money'
      : money.length === 1 && near(base(money[0] as Fact), base(out), 0) && comparable(out, rest),
  )
  const [only] = fitting
  if (!only || new Set(fitting.map(({ whole }) => base(whole))).size > 1) return undefined
  if (rest.start < only.out.start || figures(rest) < 3) return undefined
  return judged(doc, rest, only, true)
}

const undone = /(?:未完成|尚未完成|未实施|未改造|未建成|未完工|欠)$/
const undoneBehind = /^[^，。；\d]{0,10}(?:未|没有)(?:完成|实施|改造|建成|完工|动工|开工)/
/** 将未完成的80盏路灯改造列入明年计划, of the only target of that unit that was missed. */
function ofTask(doc: Understanding, rest: Fact, own: readonly Fact[], triples: readonly Triple[]): Outcome | undefined {
  const { text } = doc.folded
  const isLeft =
    undone.test(rest.label) || (/[尚还仍]$/.test(rest.label) && undoneBehind.test(text.slice(rest.end, rest.end + 20)))
  if (!isLeft || /上年|去年|往年/.test(text.slice(rest.start - 16, rest.start))) return undefined
  const like = triples.filter(({ whole }) => comparable(whole, rest) && !own.includes(whole))
  const fitting = like.filter(({ whole, out }) => sharesNoun(rest.object, `${whole.label}${out.label}${out.object}`))
  const [only] = fitting
  if (!only || new Set(like.map(({ whole, out }) => base(whole) - base(out))).size > 1) return undefined
  return judged(doc, rest, only, false)
}

/** Two signs in a row in both: 路灯 of 路灯改造. */
const sharesNoun = (one: string, other: string): boolean =>
  [...one.slice(0, NOUN)].some((sign, at, signs) => at > 0 && other.includes(`${signs[at - 1]}${sign}`))
const NOUN = 8

function judged({ folded: { text } }: Understanding, rest: Fact, { whole, out }: Triple, isMoney: boolean) {
  const should = base(whole) - base(out)
  const formula = `${printed(text, whole.digits)} - ${printed(text, out.digits)} = ${inUnitOf(rest, should)}`
  const places = [rest, whole, out]
  if (near(should, base(rest), rest.step * rest.unit.factor * 0.5))
    return { verdict: 'consistent', formula, places } satisfies Outcome
  const slip = figures(rest) >= 3 ? slipOf(rest, clean(should / rest.unit.factor)) : undefined
  // Money that is left over may be of something else; only a slip of the hand says it is this.
  if (isMoney && !slip) return undefined
  return {
    verdict: 'wrong',
    severity: slip ? 'error' : 'question',
    certainty: slip ? 0.86 : 0.78,
    message: `“${rest.label}”写为 ${printed(text, rest)}，按别处所写 ${formula}${slip ? `，${slipSentence(slip)}` : '；请核对'}。`,
    formula: `${formula} ≠ ${printed(text, rest)}`,
    claimed: printed(text, rest),
    computed: inUnitOf(rest, should),
    places,
  } satisfies Outcome
}
