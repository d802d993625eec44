import type { Fact, Sentence, Understanding } from '../understand/index.ts'
import { comparable, isComparison, isCounted } from './measure.ts'

/** A whole and what the text says it is made of. */
export interface Listing {
  whole: Fact
  /** In order; `opens` when the words behind it open a list of its own, `ends` when a semicolon follows. */
  parts: Part[]
  /** The words that opened it. */
  opener: string
  /** 等, 主要: more there is than is listed. */
  open: boolean
}
export interface Part {
  fact: Fact
  opens: boolean
  ends: boolean
}

const opening = /其中|分别(?:为|是|有)?|包括|包含|具体(?:为|是|如下|情况|项目|构成)|如下|组成|构成|[：:（(]$|[：:]/
const strong = /其中|分别|包括|包含|如下|组成|构成/
const openMark = /主要|重点|大部分|包括但|例如|如[：:]/
const total = /(?:共|共计|合计|总计|累计|总共)$/

/** Every list of parts in the document, in the sentence of its whole and in the next if that begins with 其中. */
export function listings(doc: Understanding): Listing[] {
  const { sentences, folded } = doc
  return sentences.flatMap((sentence, index) => {
    const next = sentences[index + 1]
    const joined =
      next && next.line === sentence.line && /^其中/.test(next.text)
        ? joinedWith(sentence, next, folded.text)
        : sentence
    return sentence.facts.flatMap((whole) => listingOf(whole, joined, folded.text) ?? [])
  })
}

const joinedWith = (sentence: Sentence, next: Sentence, text: string): Sentence => ({
  ...sentence,
  end: next.end,
  text: text.slice(sentence.start, next.end),
  facts: [...sentence.facts, ...next.facts],
})

function listingOf(whole: Fact, { facts, end }: Sentence, text: string): Listing | undefined {
  if (!isCounted(whole)) return undefined
  const later = facts.filter((fact) => fact.start >= whole.end)
  const candidates = later.filter((fact) => comparable(fact, whole) && !isComparison(fact))
  const first = candidates[0]
  if (!first) return undefined
  const opener = text.slice(whole.end, first.start)
  if (opener.length > 90 || !opening.test(opener) || (/[。；;]/.test(opener) && !/[。；;，]其中/.test(opener)))
    return undefined
  const bracket = bracketEnd(text, whole.end, first.start, end)
  const inside = candidates.filter((fact) => fact.end <= bracket)
  const parts = inside.slice(0, stopAt(inside, text)).map((fact, at, all): Part => {
    const gap = text.slice(fact.end, all[at + 1]?.start ?? fact.end)
    return { fact, opens: strong.test(gap), ends: /[；;。]/.test(gap) }
  })
  const last = parts.at(-1)?.fact
  if (!last) return undefined
  const words = text.slice(whole.end, last.end)
  const after = text.slice(last.end, last.end + 12)
  const open =
    openMark.test(opener) ||
    /^[^，。；、]{0,10}等/.test(after) ||
    /等[^，。；]{0,6}$/.test(words.slice(-14)) ||
    /主要/.test(opener)
  return { whole, parts, opener, open }
}

/** Where a list in brackets ends; without a bracket at the end of the sentence. */
function bracketEnd(text: string, from: number, to: number, end: number): number {
  const at = text.slice(from, to).search(/[（(]/)
  if (at < 0 || /[）)]/.test(text.slice(from, to).slice(at))) return end
  let depth = 0
  for (let index = from + at; index < end; index++) {
    if (/[（(]/.test(text[index] as string)) depth++
    else if (/[）)]/.test(text[index] as string) && --depth === 0) return index
  }
  return end
}

/** A new total ends the list. */
function stopAt(facts: readonly Fact[], text: string): number {
  const at = facts.findIndex(
    (fact, index) =>
      index > 0 &&
      total.test(text.slice(fact.start - 3, fact.start)) &&
      !/[：:]/.test(text.slice(fact.end, fact.end + 1)),
  )
  return at < 0 ? facts.length : at
}

/** The ways a list can be read: a part that opens a list of its own takes some of those behind it. The likeliest first. */
export function readings({ parts }: Pick<Listing, 'parts'>): Fact[][] {
  const facts = parts.map(({ fact }) => fact)
  const nested = expand(parts)
  const untilStop = parts.findIndex(({ ends }) => ends)
  const head = untilStop > 0 ? [facts.slice(0, untilStop + 1)] : []
  return [...nested, ...head].filter((reading) => reading.length > 0)
}

const MOST_READINGS = 40
function expand(parts: readonly Part[]): Fact[][] {
  const [first, ...rest] = parts
  if (!first) return [[]]
  const ways: Fact[][] = []
  const skips = first.opens ? [...rest.keys()].map((at) => at + 1).reverse() : []
  for (const skip of [...(first.opens ? skips : []), 0]) {
    if (ways.length > MOST_READINGS) break
    for (const way of expand(rest.slice(skip))) ways.push([first.fact, ...way])
  }
  return ways
}
