import type { Rule } from '../rule.ts'

const grouped = /(?<![\d.,])\d{1,6}(?:,\d{1,6})+(?:\.\d+)?(?![\d,])/g
const right = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** 6,482.35 and not 6,4482.35. */
export const thousands: Rule = {
  id: 'format.thousands',
  kind: 'format',
  title: '千分位分隔符每三位一个',
  source: 'GB/T 15835—2011《出版物上数字用法》：千分撇自小数点向左每三位一组',
  fails: '2023年收入总额为6,4482.35万元。',
  holds: '2023年收入总额为6,482.35万元，受理案件268,415宗，编号3,4,5。',
  *check({ folded: { text }, facts }) {
    for (const { digits } of facts) {
      const [number] = text.slice(digits.start, digits.end).match(grouped) ?? []
      if (!number || right.test(number) || !number.includes('.')) continue
      yield {
        verdict: 'wrong',
        severity: 'format',
        certainty: 0.95,
        message: `“${number}”的千分位分隔符位置不对，应自小数点向左每三位一个；疑似多录或漏录数字，请核对。`,
        claimed: number,
        places: [digits],
      }
    }
  },
}
