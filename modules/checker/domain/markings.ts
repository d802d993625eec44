import type { Finding } from '../domain.ts'

/** What whoever works on the findings says of one: open until somebody says something. */
export const standings = {
  open: '未处理',
  done: '看过',
  explained: '说明',
  wrong: '不采纳',
} as const
export type Standing = keyof typeof standings

export interface Marking {
  standing: Standing
  /** The explanation. */
  words?: string | undefined
}
/** By the key of the finding. */
export type Markings = Readonly<Record<string, Marking>>

export const longestExplanation = 500

/** The same finding of the same document has the same key, also when other findings come or go with a newer version. */
export const keyOf = ({ rule, claimed = '', computed = '', places: [first] }: Finding): string =>
  [rule, first?.start ?? '', first?.end ?? '', claimed, computed].join('|')

export const markingOf = (markings: Markings, finding: Finding): Marking =>
  markings[keyOf(finding)] ?? { standing: 'open' }
