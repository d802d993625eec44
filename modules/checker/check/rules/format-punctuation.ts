import type { Rule } from '../rule.ts'
import { matches, named, wrong } from '../words.ts'

/** Two stops in a row, or a stop just inside a bracket. */
export const formatPunctuation: Rule = {
  id: 'format.punctuation',
  kind: 'format',
  title: '标点不应重复或连用',
  source: 'GB/T 15834—2011《标点符号用法》5.1',
  fails: [
    '全年完成任务。。下一步继续推进。',
    '立案7件，，结案6件。',
    '清运垃圾（含餐厨垃圾，）3万吨。',
    '开展整治；。',
  ],
  holds: [
    '他说：“完成了。”下一步继续推进……',
    '包括市容、环卫、园林等——共三类。',
    '标准（试行）。',
    '一、概况。。。。。。3',
  ],
  *check(doc) {
    const found = matches(
      doc,
      /(?<![。．.…])(?:[，、；：！？][。，、；：]+|。[，、；：]+|。。(?!。))|[，,]{2,}|;{2,}|[（(][，、。；：]|[，、；：][）)]/g,
    )
    if (!found.length) return
    const around = found.map(({ start, end }) =>
      doc.folded.text.slice(Math.max(0, start - 4), end + 2).replaceAll('\n', ''),
    )
    yield wrong('format', 0.9, `标点重复或连用：${named(around)}，只应保留一个。`, found, {
      claimed: found[0]?.words ?? '',
    })
  },
}
