import { type Finding, type Held, type Kind, kinds, type Severity } from '../domain.ts'
import { severities } from './words.ts'

/** How a relation came out: one of the severities, or it holds. */
export type Verdict = Severity | 'held'
export const verdicts: readonly { verdict: Verdict; label: string }[] = [
  ...severities.map(({ severity, label }) => ({ verdict: severity, label })),
  { verdict: 'held', label: '核对无误' },
]

export type Counts = Readonly<Record<Verdict, number>>
export interface Tally {
  kind: Kind
  label: string
  counts: Counts
  total: number
}

const none = (): Record<Verdict, number> => ({ error: 0, question: 0, rounding: 0, format: 0, held: 0 })

/** How many relations were tested and how they came out, over the whole document. */
export function countsOfAll(findings: readonly Pick<Finding, 'severity'>[], held: number): Counts {
  const counts = { ...none(), held }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** The same by kind: those with the most errors first, then the most tested. */
export function talliesOf(
  findings: readonly Pick<Finding, 'kind' | 'severity'>[],
  held: readonly Pick<Held, 'kind'>[],
): Tally[] {
  const counts = new Map<Kind, Record<Verdict, number>>()
  const add = (kind: Kind, verdict: Verdict) => {
    const of = counts.get(kind) ?? none()
    of[verdict]++
    counts.set(kind, of)
  }
  for (const { kind, severity } of findings) add(kind, severity)
  for (const { kind } of held) add(kind, 'held')
  const tallies = [...counts].map(([kind, of]) => ({
    kind,
    label: kinds[kind],
    counts: of,
    total: Object.values(of).reduce((sum, one) => sum + one, 0),
  }))
  const grave = ({ counts: of }: Tally) => severities.map(({ severity }) => of[severity])
  return tallies.sort((one, other) => {
    const [mine, its] = [grave(one), grave(other)]
    const at = mine.findIndex((count, rank) => count !== its[rank])
    return at < 0 ? other.total - one.total : (its[at] as number) - (mine[at] as number)
  })
}

/** 错误 2、存疑 1、核对无误 5: what is none is left out. */
export const countsInWords = (counts: Counts): string =>
  verdicts
    .filter(({ verdict }) => counts[verdict])
    .map(({ verdict, label }) => `${label} ${counts[verdict]}`)
    .join('、')
