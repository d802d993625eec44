/** Choices that come out the same at every run: the demonstration may be laid beside itself. */
export interface Random {
  /** From 0 up to, not with, 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T>(list: readonly T[], weight: (one: T) => number): T
  sample<T>(list: readonly T[], count: number): T[]
  /** A stream of its own: what is drawn from it changes nothing in this one. */
  fork(name: string | number): Random
}

/** Numbers by mulberry32, from a text. */
export function random(seed: string): Random {
  let state = hashOf(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted: <T>(list: readonly T[], weight: (one: T) => number) => {
      let left = next() * list.reduce((sum, one) => sum + weight(one), 0)
      const reached = (one: T) => {
        left -= weight(one)
        return left < 0
      }
      return list.find(reached) ?? list.at(-1)!
    },
    sample: (list, count) => {
      const rest = [...list]
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(int(0, rest.length - 1), 1)[0]!)
    },
    fork: (name) => random(`${seed}/${name}`),
  }
}

/** FNV-1a, 32 bits, with a last mixing so that texts that differ in one letter begin far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
