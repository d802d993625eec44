import type { Kind } from '../domain.ts'
import type { Span } from '../read/reading.ts'
import type { Fact, Understanding } from '../understand/index.ts'
import { base, isExact } from '../understand/quantities.ts'
import { comparable, figures, isCounted } from './measure.ts'
import { near } from './numbers.ts'
import { isReading, nearest, pairsOf } from './ratio.ts'
import type { Wrong } from './rule.ts'

/**
 * A figure is accused by what it was taken to be made of. Where other figures of its paragraph make it exactly, it was
 * likely made of those: then the finding is a question, not an error.
 */
export function softened(doc: Understanding, outcome: Wrong, kind: Kind): Wrong {
  return outcome.severity === 'error' && made.has(kind) && isDoubted(doc, outcome)
    ? { ...outcome, severity: 'question', certainty: Math.min(outcome.certainty, 0.6) }
    : outcome
}

/** Relations of a figure to what it is made of; that one thing is told twice is another matter. */
const made: ReadonlySet<Kind> = new Set(['rate', 'share', 'growth', 'average', 'part-sum', 'difference', 'count'])

/** Of fewer figures two others make one by chance. */
const TELLING = 3
function isDoubted(doc: Understanding, { places }: Wrong): boolean {
  const [claimed, ...others] = places.flatMap((place) => factAt(doc, place) ?? [])
  if (!claimed || !others.length || doc.folded.lines[claimed.line]?.cell || figures(claimed) < TELLING) return false
  if (claimed.unit.dimension === 'percent') return madeOfOthers(doc, claimed, others)
  return (
    isCounted(claimed) && isExact(claimed) && (sumOfOthers(doc, claimed, others) || sumIsAnother(doc, claimed, others))
  )
}

const factAt = ({ facts }: Understanding, { start, end }: Span): Fact | undefined =>
  facts.find((fact) => fact.start === start && fact.end === end)

/** Exact figures of its paragraph, the nearest. */
const AROUND = 12
function around({ facts }: Understanding, claimed: Fact): Fact[] {
  const own = facts.filter((fact) => fact.line === claimed.line && fact !== claimed && isCounted(fact) && isExact(fact))
  return nearest(own, claimed, AROUND, AROUND / 2)
}

/** Two figures, not both of which it was held against, make the percentage: as a share, as what is left, as a change. */
function madeOfOthers(doc: Understanding, claimed: Fact, others: readonly Fact[]): boolean {
  return pairsOf(around(doc, claimed)).some(
    (pair) => !(others.includes(pair.top) && others.includes(pair.bottom)) && isReading(claimed, pair),
  )
}

const LONGEST_RUN = 8
/** Figures that stand side by side, none of them one it was held against, add up to it. */
function sumOfOthers(doc: Understanding, claimed: Fact, others: readonly Fact[]): boolean {
  const like = around(doc, claimed).filter((fact) => comparable(fact, claimed))
  return like.some((first, at) => {
    let sum = base(first)
    for (const [index, next] of like.slice(at + 1, at + LONGEST_RUN).entries()) {
      sum += base(next)
      const run = like.slice(at, at + index + 2)
      if (near(sum, base(claimed), 0) && !run.every((fact) => others.includes(fact))) return true
    }
    return false
  })
}

/** What it was held against adds up to another figure of the paragraph: these are the parts of that one. */
function sumIsAnother(doc: Understanding, claimed: Fact, others: readonly Fact[]): boolean {
  const parts = others.filter((fact) => comparable(fact, claimed))
  const sum = parts.reduce((total, fact) => total + base(fact), 0)
  return (
    parts.length > 1 &&
    around(doc, claimed).some((fact) => !parts.includes(fact) && comparable(fact, claimed) && near(base(fact), sum, 0))
  )
}
