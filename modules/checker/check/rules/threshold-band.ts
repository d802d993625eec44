import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** 93分，属于95分以上档次; 93分（处于90分以上区间）. */
const belongs =
  /^[，,（(](?:(?:按|按照|根据|依据|对照)[^，,。；\d]{0,16}[，,]?)?(?:已|均|也|应|应当)?(?:属于?|归属于?|归入|列入|列为|处于|处在|位于|落[在入到]|在|进入|达到|符合|满足)(?:了)?$/
const band =
  /^(?:[（(]不?含[）)])?(?:之间|以上|以下)?的?(?:这一|同一)?(?:档次|档位|档|区间|等级|等次|级别|类别|范围|分数段|段|情形|标准|条件|要求)/

/** A figure said to be in a band it is not in. */
export const thresholdBand: Rule = {
  id: 'threshold.band',
  kind: 'threshold',
  title: '写明所属档次、区间的数应在其中',
  source: '形式逻辑：数值与所归区间相符',
  fails: [
    '10月考核得分为88分，属于90分以上档次，当月服务费全额支付。',
    '一标段年度考核得分82.5分，按照合同约定处于85分至95分区间，扣减服务费2万元。',
    '公众满意度为86.4%，达到90%以上的标准，不扣减费用。',
    '二季度得分96分，列入80—90分等次。',
  ],
  holds: [
    '10月考核得分为96分，属于90分以上档次，当月服务费全额支付。9月得分90分，属于90分以上档次。',
    '一标段年度考核得分92.5分，处于85分至95分区间。满意度为86.4%，高于上年3个百分点，达到80%以上的标准。',
    '考核得分88分，未达到90分以上档次。考核得分88分，与90分以上档次相差2分。',
    '二季度得分86分，列入80—90分等次，下季度力争达到90分以上档次。',
  ],
  *check(doc) {
    for (const { facts } of doc.sentences)
      for (const [at, fact] of facts.entries()) {
        const [from, to] = [facts[at + 1], facts[at + 2]]
        const outcome = from && held(doc, fact, from, to)
        if (outcome) yield outcome
      }
  },
}

function held(doc: Understanding, fact: Fact, from: Fact, to: Fact | undefined): Outcome | undefined {
  const { text } = doc.folded
  if (!isExact(fact) || !comparable(fact, from) || from.approximate) return undefined
  if (!belongs.test(text.slice(fact.end, from.start))) return undefined
  const last = from.range === 'from' && to?.range === 'to' ? to : from
  if ((!from.bound && last === from) || !band.test(text.slice(last.end, last.end + 12))) return undefined
  const isIn = last === from ? isBeyond(fact, from) : base(fact) >= base(from) && base(fact) <= base(last)
  const said = text.slice(from.start, last.end)
  const formula = `${printed(text, fact)} ${isIn ? '∈' : '∉'} ${said}`
  const places = [{ start: fact.start, end: last.end }]
  if (isIn) return { verdict: 'consistent', formula, places }
  return wrong('error', 0.88, `${printed(text, fact)}不在“${said}”之内，却写属于这一档。请核对数字或档次。`, places, {
    claimed: printed(text, fact),
    computed: said,
    formula,
  })
}

const isBeyond = (fact: Fact, { bound, ...limit }: Fact): boolean =>
  bound === 'least' ? base(fact) >= base(limit) : base(fact) <= base(limit)
