import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { places as placesOf, rateFit } from '../numbers.ts'
import { printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

interface Indicator {
  rate: RegExp
  /** The labels of the two figures, each of which the report has once. */
  top: RegExp
  bottom: RegExp
  unit: RegExp
  value(top: number, bottom: number): number
  formula: string
}

const indicators: readonly Indicator[] = [
  {
    rate: /预算调整率$/,
    top: /(?:调整后(?:的)?(?:全年)?预算|全年预算)(?:数|总额|金额|总数)?$/,
    bottom: /年初(?:部门)?预算(?:数|总额|金额|总数|安排|批复)?$/,
    unit: /money/,
    value: (top, bottom) => (Math.abs(top - bottom) / bottom) * 100,
    formula: '（调整后预算 − 年初预算）÷ 年初预算',
  },
  {
    rate: /在职人员控制率$/,
    top: /(?:在职(?:在编)?(?:人员|职工|人数|人员数)|实有在职人员)$/,
    bottom: /(?:^|[^外])编制(?:数|人数|总数|人员)?$/,
    unit: /count/,
    value: (top, bottom) => (top / bottom) * 100,
    formula: '在职人员数 ÷ 编制数',
  },
]

/** The common indicators of a department's whole spending, from figures that stand anywhere in the report. */
export const rateCommon: Rule = {
  id: 'rate.common',
  kind: 'rate',
  title: '预算调整率、在职人员控制率与文中预算、人数一致',
  source: '财预〔2013〕53号 预算绩效评价共性指标体系框架：预算调整率、在职人员控制率',
  fails: '在职人员96人，编制100人。\n投入指标：在职人员控制率69%，得5分。',
  holds:
    '2023年年初预算1260.00万元，调整后预算1400.00万元。在职人员96人，编制100人。\n投入指标：在职人员控制率96%，得5分；预算调整率11.11%，得4分。',
  *check(doc) {
    for (const rate of doc.facts) {
      if (rate.unit.dimension !== 'percent' || !isExact(rate)) continue
      const indicator = indicators.find((one) => one.rate.test(rate.label))
      const [top, bottom] = indicator
        ? [only(doc, indicator, indicator.top), only(doc, indicator, indicator.bottom)]
        : []
      if (indicator && top && bottom && base(bottom) > 0) yield judged(doc, rate, indicator, top, bottom)
    }
  },
}

/** The one figure of this name; of several different ones nobody knows which is meant. */
function only(doc: Understanding, { unit }: Indicator, label: RegExp): Fact | undefined {
  const found = doc.facts.filter(
    (fact) =>
      unit.test(fact.unit.dimension) && isExact(fact) && label.test(fact.label) && !doc.folded.lines[fact.line]?.cell,
  )
  return new Set(found.map(base)).size === 1 ? found[0] : undefined
}

function judged(
  doc: Understanding,
  rate: Fact,
  { value, formula: words }: Indicator,
  top: Fact,
  bottom: Fact,
): Outcome {
  const true_ = value(base(top), base(bottom))
  const places = [rate, top, bottom]
  const formula = `${words} = ${true_.toFixed(2)}%`
  const fit = rateFit(rate, true_)
  if (fit === 'equal') return { verdict: 'consistent', formula, places }
  const slip = slipOf(rate, Number(true_.toFixed(placesOf(rate))))
  return {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : slip ? 'error' : 'question',
    certainty: slip ? 0.88 : 0.6,
    message: `“${rate.label}”写${printed(doc, rate)}%，按文中数字，${formula}${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} ≠ ${printed(doc, rate)}%`,
    claimed: `${printed(doc, rate)}%`,
    computed: `${true_.toFixed(2)}%`,
    places,
  }
}
