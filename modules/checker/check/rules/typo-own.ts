import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { confusable } from '../vocabulary/confusable.ts'
import { wrong } from '../words.ts'

/** So often the document writes the word right. */
const OFTEN = 4
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** Signs that are words of their own: 市级|各, 支出|为. Also those both of which are right, as 订 and 定. */
const alone =
  /[的地得和合与及是市事时有又由为位以已一亿二三四五六七八九十两个各该在再至于从向对把被将并等了着过他它她其起按年月日时分秒上下左右前后内外中大小多少不无未订定帐账作做县区镇乡村局委办处科股所站队元万千百人家户次件项条处座]/

interface Word {
  words: string
  start: number
}

/** 业务陪训 where the document writes 业务培训 elsewhere: no word, one sign another, the same word beside it. */
export const typoOwn: Rule = {
  id: 'typo.own',
  kind: 'typo',
  title: '同一词语前后写法一致，没有错字',
  source: '《现代汉语词典》（第7版）；公文校对：错字',
  fails: [
    '开展业务培训。组织业务培训，业务培训12次，强化业务培训。下一步加强业务陪训。',
    '加强队伍建设。队伍建设有序，推进队伍建设，注重队伍建设。下一步强化队武建设与队五建设。',
  ],
  holds: [
    '印发实施方案。修订实施方案，按照实施方案组织，落实实施方案。实施方按月报送，实施方案例汇编。',
    '重点项目建设3个，重点项目完成。重点项目8个，重点项目支出。重点事项日常跟踪，办理8项日均3件。',
  ],
  *check(doc) {
    const suspects = suspectsOf(doc)
    if (!suspects.length) return
    const lines = doc.folded.lines.flatMap((line, index) => (line.cell ? [] : [{ index, ...line }]))
    // Cutting into words takes its time: only lines that hold a suspect, or what may have been meant, are cut.
    const cut = new Map(
      lines.flatMap(({ index, start }) => {
        const words = doc.line(index)
        const isAsked = suspects.some(({ line, word }) => line === index || words.includes(word))
        return isAsked ? [[index, wordsOf(words, start)] as const] : []
      }),
    )
    const known = neighbours([...cut.values()])
    for (const line of new Set(suspects.map(({ line }) => line))) yield* wrongIn(cut.get(line) ?? [], known)
  },
}

function* wrongIn(line: readonly Word[], known: ReadonlyMap<string, Known>): Generator<Outcome> {
  for (let at = 0; at + 1 < line.length; at++) {
    const [one, other] = [line[at] as Word, line[at + 1] as Word]
    if (one.words.length > 1 || other.words.length > 1) continue
    const written = one.words + other.words
    const right = meant(written, line[at - 1]?.words, line[at + 2]?.words, known)
    if (!right) continue
    yield wrong(
      'error',
      0.86,
      `错别字：“${written}”应为“${right}”，本文别处都写作“${right}”。`,
      [{ start: one.start, end: one.start + 2 }],
      { claimed: written, computed: right },
    )
  }
}

/** The first of the Chinese signs; punctuation and full-width figures that stand behind them make no pair that is written often. */
const HAN = 0x4e00

interface Suspect {
  line: number
  /** What may have been meant. */
  word: string
}

/** Two signs as one number: ten thousand of them are counted without a string for each. */
const codeOf = (first: number, second: number) => first * 0x10000 + second
const pairOf = (code: number) => String.fromCharCode(Math.floor(code / 0x10000), code % 0x10000)

interface Pair {
  count: number
  /** Where it stands last. */
  line: number
}

function pairsOf(doc: Understanding): Map<number, Pair> {
  const { text, lines } = doc.folded
  const pairs = new Map<number, Pair>()
  for (const [line, { start, end, cell }] of lines.entries()) {
    if (cell) continue
    let first = text.charCodeAt(start)
    for (let at = start + 1; at < end; at++) {
      const second = text.charCodeAt(at)
      if (first >= HAN && second >= HAN) {
        const code = codeOf(first, second)
        const pair = pairs.get(code)
        if (pair) {
          pair.count++
          pair.line = line
        } else pairs.set(code, { count: 1, line })
      }
      first = second
    }
  }
  return pairs
}

/** Two signs side by side that differ in one, easily mistaken, from two that often stand side by side. */
function suspectsOf(doc: Understanding): Suspect[] {
  const pairs = pairsOf(doc)
  const byFirst = new Map<string, string[]>()
  const bySecond = new Map<string, string[]>()
  for (const [code, { count }] of pairs) {
    if (count < OFTEN) continue
    const [first, second] = pairOf(code) as unknown as [string, string]
    byFirst.set(first, [...(byFirst.get(first) ?? []), second])
    bySecond.set(second, [...(bySecond.get(second) ?? []), first])
  }
  const suspects: Suspect[] = []
  for (const [code, { count, line }] of pairs) {
    if (count > 1) continue
    const pair = pairOf(code)
    const [first, second] = pair as unknown as [string, string]
    const end = byFirst.get(first)?.find((one) => confusable(one, second) && !alone.test(second))
    const begin = end ? undefined : bySecond.get(second)?.find((one) => confusable(one, first) && !alone.test(first))
    const word = end ? first + end : begin ? begin + second : undefined
    if (word && standsElsewhere(doc, line, pair, word)) suspects.push({ line, word })
  }
  return suspects
}

/** What stands in front of it, or behind, stands there beside the other word too. */
function standsElsewhere(doc: Understanding, line: number, pair: string, word: string): boolean {
  const words = doc.line(line)
  const at = words.lastIndexOf(pair)
  const [before, behind] = [words.slice(Math.max(0, at - 2), at), words.slice(at + 2, at + 4)]
  const { text } = doc.folded
  return (before.length === 2 && text.includes(before + word)) || (behind.length === 2 && text.includes(word + behind))
}

const wordsOf = (line: string, start: number): Word[] =>
  Array.from(segmenter.segment(line), ({ segment, index }) => ({ words: segment, start: start + index }))

const isWord = (words: string | undefined) => words !== undefined && /^\p{Script=Han}{2,}$/u.test(words)

interface Known {
  count: number
  beside: Set<string>
}

/** The words of two signs, how often they stand and beside which. */
function neighbours(lines: readonly Word[][]): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const line of lines)
    for (const [at, { words }] of line.entries()) {
      if (words.length !== 2 || !isWord(words)) continue
      const row = known.get(words) ?? { count: 0, beside: new Set<string>() }
      row.count++
      const [before, behind] = [line[at - 1]?.words, line[at + 1]?.words]
      if (isWord(before)) row.beside.add(`<${before}`)
      if (isWord(behind)) row.beside.add(`>${behind}`)
      known.set(words, row)
    }
  return new Map([...known].filter(([, { count }]) => count >= OFTEN))
}

/** A word often written, with one sign mistaken, beside a word that stands beside it elsewhere. */
function meant(
  written: string,
  before: string | undefined,
  behind: string | undefined,
  known: ReadonlyMap<string, Known>,
): string | undefined {
  const [first = '', second = ''] = written
  if (!/^\p{Script=Han}{2}$/u.test(written) || (!isWord(before) && !isWord(behind))) return undefined
  for (const [word, { beside }] of known) {
    const [a = '', b = ''] = word
    const slip =
      (a === first && !alone.test(second) && confusable(b, second)) ||
      (b === second && !alone.test(first) && confusable(a, first))
    if (slip && (beside.has(`<${before}`) || beside.has(`>${behind}`))) return word
  }
  return undefined
}
