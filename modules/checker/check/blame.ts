import type { Fact, Understanding } from '../understand/index.ts'
import { base } from '../understand/quantities.ts'
import { comparable, figures } from './measure.ts'
import { clean } from './numbers.ts'
import { type Slip, slipOf } from './slip.ts'

/** One figure that, were it another by one slip of the hand, would make the relation hold. */
export interface Blame {
  fact: Fact
  /** What it should be, in its own unit. */
  should: number
  slip: Slip
}

/** How often a value of this measure stands elsewhere in the document: what is repeated is rarely what is wrong. */
export function repeats({ facts }: Understanding, fact: Fact, value = base(fact)): number {
  let count = 0
  for (const other of facts)
    if (other.start !== fact.start && comparable(other, fact) && Math.abs(base(other) - value) < 1e-6) count++
  return count
}

/** Of the whole and the parts of a sum the one that most likely is wrong; undefined when no single slip explains it. */
export function blameOfSum(doc: Understanding, whole: Fact, parts: readonly Fact[]): Blame | undefined {
  const sum = parts.reduce((total, part) => total + base(part), 0)
  const difference = base(whole) - sum
  const suspects = [
    { fact: whole, should: sum / whole.unit.factor },
    ...parts.map((fact) => ({ fact, should: (base(fact) + difference) / fact.unit.factor })),
  ]
  const possible = suspects.flatMap(({ fact, should: computed }): (Blame & { likely: number })[] => {
    const should = clean(computed)
    const slip = slipOf(fact, should)
    if (!slip || (figures(fact) < 2 && (slip === 'lost' || slip === 'extra'))) return []
    const [right, wrong] = [repeats(doc, fact, should * fact.unit.factor), repeats(doc, fact)]
    if (fact !== whole && wrong > 0 && right === 0) return []
    const elsewhere = right - wrong
    return [{ fact, should, slip, likely: elsewhere * 2 + (fact === whole ? 1 : 0) }]
  })
  return possible.sort((one, other) => other.likely - one.likely)[0]
}
