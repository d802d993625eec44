import type { Word } from './page.ts'

/** Words on one line. `gaps` are where it breaks into columns: the first word of each part. */
export interface Line {
  text: string
  x: number
  right: number
  base: number
  size: number
  parts: { text: string; x: number; right: number }[]
}

const isWord = (char = '') => /[\w.,%]/.test(char)

/** From the top down; parts of a line that stand far from each other are parts of it. */
export function linesOf(words: readonly Word[]): Line[] {
  const rows: Word[][] = []
  for (const word of [...words].sort((one, other) => one.base - other.base)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (first && word.base - first.base <= Math.max(first.size, word.size) * 0.35) row?.push(word)
    else rows.push([word])
  }
  return rows.map((row) => lineOf(row.sort((one, other) => one.x - other.x)))
}

function lineOf(words: Word[]): Line {
  const first = words[0] as Word
  const parts: Line['parts'] = []
  let before: Word | undefined
  for (const word of words) {
    const part = parts.at(-1)
    if (before && same(before, word)) continue
    const gap = before ? word.x - before.right : 0
    if (!part || gap > before!.size * 1.2) parts.push({ text: word.text, x: word.x, right: word.right })
    else {
      part.text += `${apart(part.text, word.text, gap, word.size) ? ' ' : ''}${word.text}`
      part.right = Math.max(part.right, word.right)
    }
    before = word
  }
  const size = Math.max(...words.map((word) => word.size))
  const text = parts.map((part) => part.text).join('  ')
  return { text, x: first.x, right: Math.max(...words.map((word) => word.right)), base: first.base, size, parts }
}

/** Bold letters made by printing twice. */
const same = (one: Word, other: Word) => one.text === other.text && Math.abs(one.x - other.x) < one.size * 0.2

/** Typesetters put room between figures and characters, but none before a closing bracket: 〔2004 〕 has a blank. */
function apart(before: string, next: string, gap: number, size: number): boolean {
  if (!isWord(before.at(-1))) return gap > size * 0.9
  if (isWord(next[0])) return gap > size * 0.18
  return gap > size * (/^[〕）】］)\]]/.test(next) ? 0.4 : 0.9)
}

/** Two lines of one paragraph or cell. Without `full` the first was ended on purpose. */
export function joined(before: string, next: string, full: boolean): string {
  if (isWord(before.at(-1)) && isWord(next[0])) {
    const figure = /[\d.,]$/.test(before) && /^[\d.,%]/.test(next)
    return full && figure ? before + next : `${before} ${next}`
  }
  return before + next
}
