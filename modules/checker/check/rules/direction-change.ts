import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { changeOf } from '../changes.ts'
import { comparable, figures, isComparison, isCounted, printed } from '../measure.ts'
import { near, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sameBefore } from '../told.ts'
import { wrong } from '../words.ts'

const old = /(?:上年度?|去年|上一年度?|同期|(?<![到至])20\d\d年度?)(?:同期|决算|支出|收入|执行)?数?[的为是]?$/
/** 与上年54万元相比，“三公”经费增加: the subject is named anew. */
const anew = /^(?:相比|相比较|相较)[，,]?[“”‘’（）\p{Script=Han}]{2,18}$/u
const close = /^(?:相比|相比较|相较)?[，,]?(?:净|同比)?\p{Script=Han}{2,3}$/u
const behind = /^[，,（(](?:上年度?|去年|上一年度?|20\d\d年度?)(?:同期|决算|支出|收入|执行)?数?[为是]?$/
/** What may stand between a change and its share: anything else is another subject. */
const toShare = /^[，、,]?(?:同比|比上年|较上年|较去年|比去年)?(?:增长|增加|上升|提高|下降|减少|降低)了?$/

/** 486万元，比上年的474万元减少12万元，增长2.59%: the words of a change agree with the figures and with each other. */
export const directionChange: Rule = {
  id: 'direction.change',
  kind: 'direction',
  title: '“增加、减少”与两数大小一致，增减额与增减幅度同向',
  source: '部门决算公开说明格式：增减用词与数额一致（B-10）',
  fails: [
    '支出合计1076.55万元，较上年的1482.90万元增加406.35万元，增长27.40%。',
    '公务接待费4.46万元，比上年减少0.06万元，增长1.36%。',
    '收运量120吨，比去年的150吨增长20%。',
    '机械化率96.8%，较上年的95.6%下降1.2个百分点。',
    '“会议”经费预算36.00万元，支出28.35万元，完成预算的78.75%。“会议”经费支出较上年的31.20万元增加2.85万元，增长9.13%。',
    '培训费预算30.00万元，支出26.35万元。与上年度31.20万元相比，培训费用增加4.85万元，主要是压减批次。',
    '培训费支出26.35万元，完成预算的87%，比上年度31.20万元增加4.85万元。',
    '培训费支出26.35万元，同比增加4.85万元（上年31.20万元）。',
    '培训费支出26.35万元，上年为31.20万元，同比增加4.85万元。',
  ],
  holds: [
    '培训费预算30.00万元，支出26.35万元。与上年度31.20万元相比，培训费用减少4.85万元。',
    '培训费支出26.35万元，同比减少4.85万元（上年31.20万元）。差旅费36.05万元，与上年度31.20万元相比，差旅费增加4.85万元。',
    '预算26.35万元，调整后36.05万元，同比增加4.85万元（上年31.20万元）。',
    '“会议”经费预算36.00万元，支出28.35万元。“会议”经费支出较上年的31.20万元减少2.85万元；培训费34.05万元，较上年的31.20万元增加2.85万元。',
    '支出合计1076.55万元，较上年的1482.90万元减少406.35万元，下降27.40%。',
    '机械化率96.8%，较上年的95.6%提高1.2个百分点。',
    '办公费减少3万元，用电量上升2%。收运量180吨，比去年的150吨增长20%。',
    '收入200万元，比上年的180万元增加20万元；支出150万元，比上年的180万元减少30万元，下降16.67%。',
    '办件量较上年的120件增加30件，平均用时3天，较上年的5天减少2天。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences)
      for (const at of sentence.facts.keys()) {
        const found = compared(doc, sentence, at) ?? comparedBehind(doc, sentence, at) ?? contrary(doc, sentence, at)
        if (found) yield found
      }
  },
}

/** 较上年的B增加C, after A: C is the difference, but the other way. */
function compared(doc: Understanding, { facts }: Sentence, at: number): Outcome | undefined {
  const { text } = doc.folded
  const [last, change] = [facts[at] as Fact, facts[at + 1]]
  if (!change || !isExact(last) || !isExact(change) || change.value < 0) return undefined
  // 96.8%，较上年的95.6%下降1.2个百分点
  const isRate = last.unit.dimension === 'percent' && change.unit.dimension === 'points'
  if (!isCounted(last) && !isRate) return undefined
  const words = text.slice(last.end, change.start)
  const sign = changeOf(words)
  const lead = text.slice(Math.max(0, last.start - 10), last.start)
  const isOld =
    old.test(lead) && Number(/(20\d\d)年/.exec(lead)?.[1] ?? 0) < (doc.profile.year ?? Number.POSITIVE_INFINITY)
  if (!sign || !isOld || !(close.test(words) || anew.test(words))) return undefined
  const before =
    anew.test(words) && !close.test(words) ? undefined : facts.slice(0, at).findLast((fact) => comparable(fact, last))
  const now =
    before && !/[；;]/.test(text.slice(before.end, last.start)) && !isComparison(before)
      ? before
      : (sameBefore(doc, last, undefined) ?? contraryBefore(doc, last, change, sign))
  if (!now || !isExact(now) || base(last) <= 0) return undefined
  const difference = base(now) - base(last)
  const isIt = isRate
    ? near(Math.abs(difference), change.value, 0)
    : change.unit.dimension === 'percent'
      ? rateFit(change, (Math.abs(difference) / base(last)) * 100) === 'equal'
      : comparable(change, last) && near(Math.abs(difference), base(change), 0)
  if (!isIt || Math.sign(difference) === sign || difference === 0) return undefined
  return told(doc, sign, now, last, change)
}

/** 支出51万元，同比增加2万元（上年53万元）. */
function comparedBehind(doc: Understanding, { facts }: Sentence, at: number): Outcome | undefined {
  const { text } = doc.folded
  const [change, last] = [facts[at] as Fact, facts[at + 1]]
  if (!last || !isExact(last) || !isExact(change) || !comparable(last, change) || change.value <= 0) return undefined
  const sign = changeOf(text.slice(Math.max(0, change.start - 4), change.start))
  if (!sign || !isCounted(last) || !behind.test(text.slice(change.end, last.start))) return undefined
  const now = contraryBefore(doc, last, change, sign)
  return now && told(doc, sign, now, last, change)
}

function told({ folded: { text } }: Understanding, sign: number, now: Fact, last: Fact, change: Fact): Outcome {
  const more = base(now) > base(last)
  const lead = old.exec(text.slice(Math.max(0, last.start - 10), last.start))?.[0].length ?? 0
  const from = change.start < last.start ? change.start - 2 : last.start - lead
  const words = text.slice(from, Math.max(last.end, change.end))
  return wrong(
    'error',
    0.92,
    `写“${words}”，但本期 ${printed(text, now)} ${more ? '大于' : '小于'}上期 ${printed(text, last)}，实为${more ? '增加' : '减少'}；请核对用词或数字。`,
    [{ start: Math.min(last.end, change.start - 2), end: change.end }, now, last],
    {
      claimed: sign > 0 ? '增加' : '减少',
      computed: more ? '增加' : '减少',
      formula: `${printed(text, now)} - ${printed(text, last)} ${more ? '>' : '<'} 0`,
    },
  )
}

/** Under another name in the same paragraph: what differs from last year's figure by exactly the change, but the other way. */
function contraryBefore({ facts }: Understanding, last: Fact, change: Fact, sign: number): Fact | undefined {
  if (!comparable(last, change) || figures(change) < TELLING) return undefined
  const before = facts.filter(
    (fact) =>
      fact.line === last.line &&
      fact.end < Math.min(last.start, change.start) &&
      comparable(fact, last) &&
      isExact(fact),
  )
  const off = (way: number) => before.findLast((fact) => near(base(fact) - base(last), way * base(change), 0))
  return off(sign) ? undefined : off(-sign)
}

const TELLING = 3
/** 减少0.06万元，增长1.36%: one of the two words is wrong. */
function contrary(doc: Understanding, { facts }: Sentence, at: number): Outcome | undefined {
  const { text } = doc.folded
  const [amount, share] = [facts[at] as Fact, facts[at + 1]]
  if (share?.unit.dimension !== 'percent' || !isCounted(amount) || amount.value < 0 || share.value < 0) return undefined
  const lead = text.slice(Math.max(0, amount.start - 4), amount.start)
  const words = text.slice(amount.end, share.start)
  const [one, other] = [changeOf(lead), changeOf(words)]
  if (!one || !other || one === other || !toShare.test(words) || compared(doc, { facts } as Sentence, at - 1))
    return undefined
  return wrong(
    'error',
    0.9,
    `同一变动前写${one > 0 ? '增加' : '减少'} ${printed(text, amount)}，后写${one > 0 ? '下降' : '增长'} ${printed(text, share)}，增减用词相反；请核对。`,
    [{ start: amount.start - 2, end: share.end }],
    { claimed: one > 0 ? '增加／下降' : '减少／增长', computed: '增减用词应一致' },
  )
}
