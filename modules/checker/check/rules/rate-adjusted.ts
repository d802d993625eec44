import { ratesOfOpening } from '../adjusted.ts'
import { printed } from '../measure.ts'
import { places } from '../numbers.ts'
import { quotient } from '../ratio.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** 预算执行率等于实际支出与调整后预算之比, 执行率（支出数÷全年预算数）. */
const defined =
  /(?:执行|支出|支付|完成)(?:率|进度)[^。\n]{0,24}(?:调整后|全年)[^。，；\n]{0,6}预算|(?:调整后|全年)[^。，；\n]{0,6}预算[^。，；\n]{0,8}(?:计算|为分母|为基数|口径|之比)/

/** 支出19660万元，调整后预算21000万元，执行率105.47%: divided by the opening budget of 18640万元. */
export const rateAdjusted: Rule = {
  id: 'rate.adjusted',
  kind: 'rate',
  title: '预算有调整的，预算执行率以调整后的全年预算数为分母',
  source: '财预〔2020〕10号附件：预算执行率＝全年执行数÷全年预算数',
  fails: [
    '年初预算8,200.00万元，追加1,000.00万元，调整后全年预算为9,200.00万元。\n全年实际支出8,840.00万元。预算执行率为实际支出与调整后全年预算之比，我局预算执行率为107.80%。',
    '2023年年初部门预算批复620.00万元，年中追加80.00万元，调整后预算700.00万元，全年支出601.40万元，预算执行率97.00%。',
    '年初预算安排500万元，年中压减20万元，调整后全年预算数480万元。\n截至年末资金支出462.50万元，支出进度92.50%，“三公”经费年初预算12万元。',
    '年初批复预算500.00万元，年中追加60.00万元，全年预算数560.00万元，全年执行数550.20万元，执行率为110.04%。',
    '年初预算500万元，调整后预算560万元。\n全年支出550万元，预算执行率110%。',
    '2023年部门年初预算数为500.00万元，调整预算数为560.00万元，决算支出550.20万元，预算完成率110.04%。',
  ],
  holds: [
    '年初预算500.00万元，调整预算60.00万元，全年支出550.20万元，预算执行率110.04%。',
    '年初预算8,200.00万元，追加1,000.00万元，调整后全年预算为9,200.00万元。\n全年实际支出8,840.00万元，预算执行率96.09%。',
    '年初预算8,200.00万元，调整后全年预算为9,200.00万元。\n全年实际支出8,840.00万元，完成年初预算的107.80%，按年初预算计算的执行率为107.80%。',
    '年初预算8,200.00万元。全年实际支出8,840.00万元，预算执行率107.80%。',
    '甲项目年初预算620.00万元，调整后预算700.00万元。乙项目年初预算300.00万元，调整后预算330.00万元，支出294.00万元，执行率98.00%。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const [rate, { top, opening, adjusted, value }] of ratesOfOpening(doc)) {
      const isSure = doc.profile.kind !== 'final-account' && (defined.test(doc.line(rate.line)) || rate.value > 100)
      const computed = `${value.toFixed(places(rate))}%`
      yield wrong(
        isSure ? 'error' : 'question',
        isSure ? 0.88 : 0.76,
        `“${rate.label}”写为 ${printed(text, rate)}，是除以年初预算 ${printed(text, opening)} 所得；预算已调整为 ${printed(text, adjusted)}，按调整后预算计算为 ${computed}。`,
        [rate, top, adjusted, opening],
        {
          claimed: printed(text, rate),
          computed,
          formula: `${quotient(text, { top, bottom: adjusted, value }, computed)} ≠ ${printed(text, rate)}`,
        },
      )
    }
  },
}
