import type { Instant } from '../../platform/clock.ts'
import type { Fate } from './store.ts'

export type Standing = 'submitted' | 'published' | 'returned' | 'withdrawn'
export const standings: Readonly<Record<Standing, string>> = {
  submitted: '待审批',
  published: '已公开',
  returned: '已退回',
  withdrawn: '已撤回',
}
/** Where a report stands: the names are the states of its record in the ledger of publications. */
export function standingOf({ decision, withdrawn }: Fate): Standing {
  if (!decision) return 'submitted'
  if (!decision.approved) return 'returned'
  return withdrawn ? 'withdrawn' : 'published'
}

/** Those the public reads, with the moment from which on: agreed to, perhaps withdrawn since. */
export const publishedOf = <T extends Fate>(heads: readonly T[]): (T & { publishedAt: Instant })[] =>
  heads.flatMap((head) => (head.decision?.approved ? [{ ...head, publishedAt: head.decision.at }] : []))
