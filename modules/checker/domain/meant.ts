import { saysSlip } from '../check/slip.ts'
import type { Finding, Kind } from '../domain.ts'

/** What `computed` is to whoever wrote the report: what it must be, what comes out of the other figures, or the other side. */
export type Meaning = '应为' | '计算得' | '对照'
type Told = Pick<Finding, 'kind' | 'severity' | 'message' | 'claimed' | 'computed'>

/** Kinds whose `computed` comes out of figures, which may be the wrong ones themselves. */
const arithmetic: ReadonlySet<Kind> = new Set<Kind>([
  'balance',
  'part-sum',
  'difference',
  'rate',
  'growth',
  'share',
  'average',
  'count',
  'count-list',
  'deduction',
  'score-sum',
  'score-total',
  'score-model',
  'weight-sum',
])
/** Kinds where one of the two is no writing at all. */
const written: ReadonlySet<Kind> = new Set<Kind>(['typo', 'term', 'unit'])

/**
 * 应为 only where it is settled: a sum that comes right with one slip of the hand, a word that is written wrongly. Of two
 * places that differ neither is known to be right.
 */
export function meaningOf(finding: Told): Meaning {
  const { kind, severity, computed = '', claimed } = finding
  if (arithmetic.has(kind) && /^-?\d/.test(computed)) {
    // What all weights together must be is set, and not computed from them.
    if (kind === 'weight-sum' && computed === '100') return '对照'
    return severity === 'error' && settledBySlip(finding) ? '应为' : '计算得'
  }
  if (severity === 'question' || claimed === undefined) return '对照'
  return written.has(kind) || saysSo(finding) ? '应为' : '对照'
}

const numberIn = (words: string) => /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0].replaceAll(',', '')

/** The slip may lie in another figure than the one that would have to be `computed`. */
function settledBySlip({ message, computed = '' }: Told): boolean {
  const [, right] = /如为 (.+?) 则相符/.exec(message) ?? []
  if (right) return Number(numberIn(right)) === Number(numberIn(computed))
  return saysSlip(message)
}

const saysSo = ({ message, computed }: Told) =>
  ['应为', '应编为', '应写成', '应称', '应改为'].some((words) => message.includes(`${words}“${computed}”`))

/** What stands there and what it is held against, each under its word. */
export const sidesOf = (finding: Finding): [label: string, words: string][] =>
  (
    [
      ['算式', finding.formula],
      ['文中', finding.claimed],
      [meaningOf(finding), finding.computed],
    ] as const
  ).flatMap(([label, words]) => (words ? [[label, words] as [string, string]] : []))
