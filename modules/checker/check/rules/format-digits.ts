import type { Rule } from '../rule.ts'
import { matches, named, raw, wrong } from '../words.ts'

const slips =
  /\d[OoＯ](?=[\d.%年万元])|\d+[lI](?=\d)|\d+\.\.\d+|\d+\.\d+\.\d+(?=万|元|%|平|公|吨)|(?<![\d.,])\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?:\.\d+)?(?=万元|元|亿元)|%%|(?:万元|平方米|百分点){2}|(?<=\d)(?:万万|元元|万元元|万元万|个个|件件|次次|吨吨)(?=[，。；、])|\d+%个?百分点/g

/** Letters for figures, two points, groups of two, a unit written twice; wide and narrow figures in one number. */
export const formatDigits: Rule = {
  id: 'format.digits',
  kind: 'format',
  title: '一个数的写法应完整、统一',
  source: 'GB/T 15835—2011《出版物上数字用法》5 数字形式的使用',
  fails: [
    '预算1O0万元。',
    '基本支出2909..79万元。',
    '收入12,34万元。',
    '支出1２.5万元。',
    '下降3%个百分点。',
    '经费20万元万元。',
  ],
  holds: ['预算1,234.56万元，支出１２．５万元，提高3个百分点，适用2.0.1版。', '分别投入1,200元、300元。'],
  *check(doc) {
    const found = matches(doc, slips)
    if (found.length)
      yield wrong(
        'format',
        0.85,
        `数字写法有误：${named(found.map((one) => doc.folded.text.slice(Math.max(0, one.start - 4), one.end + 2).replaceAll('\n', '')))}。`,
        found,
        { claimed: found[0]?.words ?? '' },
      )
    const mixed = doc.facts.filter(({ digits }) => {
      const written = raw(doc, digits)
      return /[０-９．]/.test(written) && /[0-9]/.test(written)
    })
    const [first] = mixed
    if (first)
      yield wrong(
        'format',
        0.8,
        `${named(mixed.map(({ digits }) => raw(doc, digits)))}：同一个数里混用全角和半角数字，应统一为半角。`,
        mixed.map(({ digits }) => digits),
        { claimed: raw(doc, first.digits) },
      )
  },
}
