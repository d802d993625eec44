import type { Understanding } from './index.ts'

/** What many rules ask of a document is worked out once. */
export function once<T>(work: (doc: Understanding) => T): (doc: Understanding) => T {
  const known = new WeakMap<Understanding, { value: T }>()
  return (doc) => {
    const found = known.get(doc) ?? { value: work(doc) }
    known.set(doc, found)
    return found.value
  }
}
