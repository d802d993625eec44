import { createHash } from 'node:crypto'
import type { ChainedEntry, Entry } from './record.ts'

/** JSON with sorted keys, so that one value has one text whatever the database did to the order. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let pairs = ''
  for (const key of Object.keys(value).sort()) {
    const part = (value as Record<string, unknown>)[key]
    if (part !== undefined) pairs += `${pairs && ','}${quoted(key)}:${canonical(part)}`
  }
  return `{${pairs}}`
}
// Every entry is hashed: most texts have nothing in them that JSON would escape (quotes, backslashes, control characters and
// halves of letters).
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/
const quoted = (text: string) => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

/** Before the first entry of a record. */
export const START = ''

/** SHA-256 over the entry and the hash of the record's entry before it. The epoch is not in it: the seal covers that. */
export function hashOf(previous: string, entry: Entry): string {
  const text = canonical([
    previous,
    entry.tenant,
    entry.record,
    entry.seq,
    entry.ledger,
    entry.move,
    entry.actor,
    entry.happenedAt,
    entry.recordedAt,
    entry.on,
    entry.dims,
    entry.inTime,
    entry.undoes,
    entry.data,
    entry.effect,
  ])
  return createHash('sha256').update(text).digest('hex')
}

/** The first entry of a record whose hash does not follow from the one before it, or undefined when the chain holds. */
export function brokenAt(entries: readonly ChainedEntry[]): ChainedEntry | undefined {
  let previous = START
  let seq = 0
  for (const entry of entries) {
    seq += 1
    if (entry.seq !== seq || hashOf(previous, entry) !== entry.hash) return entry
    previous = entry.hash
  }
  return undefined
}
