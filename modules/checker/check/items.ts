import type { Span } from '../read/reading.ts'
import { every } from '../understand/every.ts'
import { type NumberStyle, numbered } from '../understand/headings.ts'
import type { Understanding } from '../understand/index.ts'
import { chineseNumber } from '../understand/numerals.ts'
import { once } from '../understand/once.ts'
import { ranks } from './sections.ts'

/** One item of a list, from its mark to the next mark of its line. */
export interface Item extends Span {
  line: number
  style: NumberStyle
  number: number
  /** Without its mark and the stop at its end. */
  words: string
}

export interface ItemRow {
  items: Item[]
  /** What ended it may stand within it: nothing can be said of how many there are. */
  loose: boolean
}

/** 一是…；二是…: within the line. */
const within = /(?<=[。；;：:，,])([一二三四五六七八九十])是/g

/** Lists whose numbers run on, whether their items stand on lines of their own or in one. */
export const itemRowsOf = once((doc: Understanding): ItemRow[] => {
  const rows: ItemRow[] = []
  let open: ItemRow[] = []
  const ended = new Map<NumberStyle, ItemRow>()
  const titles = new Set(
    doc.headings.filter(({ style, line }) => !style && !/[。；：]$/.test(doc.line(line))).map(({ line }) => line),
  )
  doc.folded.lines.forEach((line, index) => {
    if (line.cell) return
    if (titles.has(index)) for (const row of open) row.loose = true
    for (const item of itemsOf(doc, index)) {
      const rank = ranks[item.style]
      for (const row of open) if (ranks[styleOf(row)] > rank) ended.set(styleOf(row), row)
      open = open.filter((row) => ranks[styleOf(row)] <= rank)
      const own = open.find((row) => ranks[styleOf(row)] === rank)
      const last = own?.items.at(-1)?.number ?? 0
      if (own && item.number > last) {
        own.items.push(item)
        continue
      }
      // What was held to be at its end goes on: it held a list of another kind.
      const before = ended.get(item.style)
      if (before && item.number > 1) before.loose = true
      // 二是进度偏慢。一是批复晚，二是…: a list within an item of its own kind.
      const isNested = own !== undefined && item.start > line.start && own.items.at(-1)?.start === line.start
      if (isNested) own.loose = true
      const row = { items: [item], loose: isNested || line.autoNumbered === true }
      open = [...open.filter((one) => one !== own), row]
      rows.push(row)
    }
  })
  return rows
})

const styleOf = ({ items }: ItemRow): NumberStyle => items[0]?.style ?? '一是'

function itemsOf(doc: Understanding, index: number): Item[] {
  const words = doc.line(index)
  const { start = 0 } = doc.folded.lines[index] ?? {}
  const lead = numbered(words)
  const marks = every(words, within).map(({ index: at, 0: mark, 1: sign = '' }) => ({
    at,
    style: '一是' as NumberStyle,
    number: chineseNumber(sign) ?? 0,
    from: at + mark.length,
  }))
  if (lead) marks.unshift({ at: 0, style: lead.style, number: lead.number, from: words.length - lead.rest.length })
  return marks.map(({ at, style, number, from }, order) => {
    const end = marks[order + 1]?.at ?? words.length
    return {
      line: index,
      style,
      number,
      words: words.slice(from, end).replace(/[。；;，,：:]+$/, ''),
      start: start + at,
      end: start + end,
    }
  })
}
