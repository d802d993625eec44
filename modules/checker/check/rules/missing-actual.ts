import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** An indicator that is a rate, with its target, as far as the points it got. */
const item =
  /(?<=^|[\n。；;])(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?([\p{Script=Han}]{3,20}率)[（(，,：:](?:分值|满分|权重)?\d+(?:\.\d+)?分[）)]?[。，,：:；;]?(?:年度|年初|全年)?(?:目标|指标)值[为是：:]?[≥≤＞＜>=<]*\d+(?:\.\d+)?%[，,]([^\n]*?)(?:得|扣)\d+(?:\.\d+)?分/gu
/** What says the result without a figure. */
const said = /%|完成(?:年度|年初)?(?:目标|指标)|达到|达标|全部|均|符合|为零|未发生|无|百分之|详见|见表/

/** 投诉下降率（10分）。年度目标值≥10%，同比减少96件，得8分: the rate itself is not told. */
export const missingActual: Rule = {
  id: 'missing-element.actual',
  kind: 'missing-element',
  title: '以比率为指标的，应写出实际比率',
  source: '财预〔2020〕10号附件《项目支出绩效自评表》：实际完成值',
  fails: '1.路面积水投诉下降率（8分）。年度目标值≥12%，2023年受理投诉880件，2022年为960件，同比减少80件，得6分。',
  holds: [
    '1.路面积水投诉下降率（8分）。年度目标值≥12%，2023年受理投诉880件，2022年为960件，下降8.33%，得5.6分。',
    '1.案件办结率（8分）。年度目标值100%，全年受理的880件全部办结，得8分。',
    '1.案件办结率（8分）。年度目标值100%，达到目标，得8分。',
  ],
  *check(doc) {
    for (const found of matches(doc, item)) {
      const [name = '', told = ''] = found.groups
      if (said.test(told)) continue
      yield wrong('question', 0.76, `“${name}”写了目标值和得分，没有写实际的${name}，得分无从核对。`, [found], {
        claimed: '无实际值',
      })
    }
  },
}
