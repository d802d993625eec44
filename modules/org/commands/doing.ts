import { randomBytes } from 'node:crypto'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { note } from '../store.ts'

/** Who does it and when. At the console `by` is a person's id, on the command line `system`. */
export interface Doing {
  by: string
  at: Instant
}

/** Asked of the modules below before a role is taken away: what the person still holds in it, one sentence each. */
export type HeldWork = (tx: Tx, person: string, role: string | undefined) => Promise<string[]>
export const nothingHeld: HeldWork = async () => []

export const noteDoing = (tx: Tx, doing: Doing, what: string, sentence: string, about: Record<string, unknown>) =>
  note(tx, { ...doing, what, sentence, about })

/** `p-4f9k2m7q`: short, since people read it in exports. */
export const shortId = (prefix: string): string =>
  `${prefix}-${[...randomBytes(8)].map((byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('')}`
