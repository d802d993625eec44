import type { Span } from '../read/reading.ts'

/** Shorter places are words that a rule has found as such: 联运 in 市区联运. */
const SHORTEST_CLAUSE = 5
/** So many signs before and behind a place tell where its words begin. */
const AROUND = 12
const words = new Intl.Segmenter('zh', { granularity: 'word' })
const isHan = (char = '') => /\p{Script=Han}/u.test(char)
const stops = /[）)】\]》”’：:，,、；;。！!？?|｜\s]/

/** A place that begins inside a word is widened to where the word begins: 众满意度 → 群众满意度; stops in front go. */
export function wholeWords(text: string, { start, end }: Span, least: number): Span {
  let from = start
  while (from < end - 1 && stops.test(text[from] as string)) from++
  if (end - from < SHORTEST_CLAUSE || !isHan(text[from]) || from <= least || !isHan(text[from - 1]))
    return { start: from, end }
  const first = Math.max(least, from - AROUND)
  for (const { index, segment } of words.segment(text.slice(first, from + AROUND))) {
    const [begins, ends] = [first + index, first + index + segment.length]
    if (begins < from && ends > from) return { start: begins, end }
  }
  return { start: from, end }
}
