import type { Rule } from '../rule.ts'
import { matches, named, wrong } from '../words.ts'

const number = '\\d+(?:\\.\\d+)?'
/** 98%、96、97%: where one of a row has its sign, those behind it have theirs. */
const series = new RegExp(
  `(?<![\\d.])(?:${number}%?[、，]){1,8}${number}%?(?:[、和](?=\\d)${number}%?)?(?=[，。；、）)\\n]|$)`,
  'gm',
)
const bare = new RegExp(`%[、和]${number}(?=[、和]${number}%|$)`)

/** A row of percentages in which one has lost its sign. */
export const formatSeries: Rule = {
  id: 'format.series',
  kind: 'unit',
  title: '并列的百分数都应带%',
  source: 'GB/T 15835—2011《出版物上数字用法》5 数字形式的使用',
  fails: ['三个标段合格率分别为98.2%、96、97.5%。', '四个季度支出进度分别为22%、28%、27%和23，均衡。'],
  holds: [
    '三个标段合格率分别为98.2%、96.1%、97.5%。完成率分别为95、96、97%。',
    '合格率98.2%、得分96分，合格率98%，3项任务完成。机扫率92%、2023年提高到95%。',
    '四项指标分别为98%、3次、20人、95%。',
  ],
  *check(doc) {
    const found = matches(doc, series).filter(({ words }) => !words.includes('，') && bare.test(words))
    if (!found[0]) return
    yield wrong('format', 0.84, `${named(found.map(({ words }) => words))}：并列的百分数中有的缺“%”。`, found, {
      claimed: found[0].words,
    })
  },
}
