import { v7 } from 'uuid'

const last = { at: Number.NEGATIVE_INFINITY, seq: 0 }

/** A uuid v7 for a record that came into being at `atMs` (milliseconds since 1970; left out: now).
 *  Within the process later calls of the same or a later moment give greater ids, so that newest-first is one index. */
export function newId(atMs?: number): string {
  if (atMs === undefined) return v7()
  // An import gives many records the same moment: count up within it, from a start that leaves room to count.
  if (atMs === last.at) last.seq += 1
  else last.seq = Math.floor(Math.random() * 0x40000000)
  last.at = atMs
  return v7({ msecs: atMs, seq: last.seq })
}
