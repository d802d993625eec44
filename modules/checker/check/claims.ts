import type { Span } from '../read/reading.ts'
import type { Fact, Understanding } from '../understand/index.ts'
import { once } from '../understand/once.ts'
import { targetAndActual } from '../understand/scores/targets.ts'
import { type Reached, reached, type Target } from '../understand/scores.ts'

/** An indicator in running text: its name, what it was to reach, what it reached. */
export interface Pair extends Reached {
  name: string
  target: Target
  actual: Fact
  place: Span
  line: number
}

const bracketed = /[（(][^（()）]*(?:目标|指标|计划|预期|任务)[^（()）]*[）)]/

/** Every clause with a target and an actual value: 投入10万元（年度指标≤60万元）, 目标值95%，实际完成98%. */
export const pairsOf = once(readPairs)

function readPairs(doc: Understanding): Pair[] {
  return doc.sentences.flatMap(({ facts, text, start, line }) => {
    if (facts.length < 2 || !/目标|指标|计划|预期|任务/.test(text)) return []
    return clausesOf(text).flatMap(([from, to]) => {
      const own = facts.filter(
        (fact) => fact.start >= start + from && fact.end <= start + to && fact.unit.dimension !== 'score',
      )
      const words = text.slice(from, to)
      if (own.length < 2 || !(bracketed.test(words) || /(?:目标|指标|计划|预期)/.test(words))) return []
      const { target, actual } = targetAndActual(doc.folded.text, own)
      if (!target || !actual) return []
      const name = pairName(words, Math.min(actual.start, target.quantity.start) - start - from)
      const at = reached({ name, target, actual })
      return at ? [{ ...at, name, target, actual, place: { start: start + from, end: start + to }, line }] : []
    })
  })
}

/** Parts of a sentence between semicolons. */
function clausesOf(text: string): [number, number][] {
  const parts: [number, number][] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !/[；;]/.test(text[at] as string)) continue
    if (at > from) parts.push([from, at])
    from = at + 1
  }
  return parts
}

function pairName(words: string, until: number): string {
  const before = words.slice(0, until).replace(/[（(][^（(]*$/, '')
  const clause = before.split(/[，,：:、。]/).findLast((part) => /\p{Script=Han}{2}/u.test(part)) ?? ''
  return clause.replace(/(?:实际|完成|达到?|为|共|其中|目标值?|年度指标值?|计划|≥|≤)+$/g, '').replace(/^其中/, '')
}
