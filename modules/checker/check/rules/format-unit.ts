import type { Fact } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { named, wrong } from '../words.ts'

const rateWords = /(?:率|满意度|占比|比重|比例|覆盖面)$/
const changeWords = /(?:增长|下降|降低|提高|提升|上升|减少|增加|同比)$/
const moneyWords = /(?:支出|收入|预算|预算数|执行数|决算数|资金|经费|金额|拨款|结余|结转|投入|合计)$/

/** A rate without %, money without 元 or 万元. */
export const formatUnit: Rule = {
  id: 'format.unit',
  kind: 'format',
  title: '比率应带%，金额应带计量单位',
  source: 'GB/T 15835—2011《出版物上数字用法》；GB 3100—1993 量和单位',
  fails: [
    '全年结案率达到99.5，较上年有所提高。',
    '2022年基本支出2909.79，项目支出1308.82万元。',
    '垃圾清运量同比增长12.5。',
  ],
  holds: [
    '全年结案率达到99.5%，得分9.5分，执行率为0.98。',
    '金额单位：万元\n2022年基本支出2909.79，项目支出1308.82。',
    '率先完成3个项目，投入20人，下降3个百分点，完成率90%-95%。',
    '预算编制5项制度，满意度95分。',
  ],
  *check(doc) {
    const stated = /单位[：:]\s?(?:万|亿|千)?元|以下(?:金额)?(?:均以|单位为?)万元/.test(doc.folded.text)
    const percent: Fact[] = []
    const money: Fact[] = []
    for (const fact of doc.facts) {
      if (fact.unit.dimension !== 'none' || doc.folded.lines[fact.line]?.cell || fact.range || fact.chinese) continue
      if (!/^[，,。；;、）)\n]/.test(doc.folded.text.slice(fact.end, fact.end + 1))) continue
      const decimals = fact.step < 1
      if (rateWords.test(fact.label) && fact.value > 1 && fact.value <= 100) percent.push(fact)
      else if (changeWords.test(fact.label) && decimals && fact.value >= 1) percent.push(fact)
      else if (!stated && moneyWords.test(fact.label) && decimals) money.push(fact)
    }
    const words = (fact: Fact) => doc.folded.text.slice(fact.labelSpan.start, fact.end)
    if (percent[0])
      yield wrong('format', 0.85, `${named(percent.map(words))}：数字后面缺少“%”（或“个百分点”等单位）。`, percent, {
        claimed: words(percent[0]),
        computed: `${percent[0].value}%`,
        kind: 'unit',
      })
    if (money[0])
      yield wrong('format', 0.85, `${named(money.map(words))}：金额后面没有计量单位（元、万元）。`, money, {
        claimed: words(money[0]),
        computed: `${money[0].value}万元`,
        kind: 'unit',
      })
  },
}
