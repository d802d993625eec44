import type { Rule } from '../rule.ts'
import { matches, named, wrong } from '../words.ts'

const half =
  /([^。；;，,\n：:]{2,24})[：:]?(基本满意|较为?满意|比较满意|一般满意|基本达[成到标]|基本完成|部分完成|部分达[成到])[，,（(]?得(?:满)?分?(\d+(?:\.\d+)?)分/g

/** Only half reached, and all the points. */
export const qualitativeFull: Rule = {
  id: 'qualitative.full-points',
  kind: 'qualitative',
  title: '“基本满意”“部分完成”不应得满分',
  source: '财预〔2020〕10号：定性指标分达成（100%—80%）、部分达成（80%—60%）、未达成（60%—0）三档',
  fails: [
    '效益指标满分5分，完成5分。具体情况是：市民对市容市貌满意度：基本满意，得分5分。',
    '公厕改造部分完成，得满分10分。',
  ],
  holds: [
    '效益指标满分5分，完成4分。具体情况是：市民对市容市貌满意度：基本满意，得分4分。',
    '效益指标满分5分，完成5分。具体情况是：市民满意度96%，得分5分。',
  ],
  *check(doc) {
    const full = matches(doc, half, /(?:满意|基本达[成到标]|基本完成|部分完成|部分达[成到])[，,（(]?得/).filter(
      (found) => isFull(doc.folded.text, found.start, found.words, found.groups[2]),
    )
    if (!full[0]) return
    yield wrong(
      'question',
      0.65,
      `${named(full.map(({ groups }) => `${groups[0]}${groups[1]}`))}得了满分。“${full[0].groups[1]}”没有数字，按分档应在满分的60%—80%之间；请补上测评结果或说明理由。`,
      full,
      { claimed: full[0].groups[2] ?? '' },
    )
  },
}

function isFull(text: string, start: number, words: string, points = ''): boolean {
  if (/得满分/.test(words)) return true
  const before = text.slice(Math.max(0, start - 120), start)
  const most = [...before.matchAll(/满分(\d+(?:\.\d+)?)分/g)].at(-1)?.[1]
  return most !== undefined && Number(most) === Number(points)
}
