interface Waiting<I, O> {
  item: I
  done(answer: O | Promise<O>): void
  fail(error: unknown): void
}
export interface GatheringOptions<I> {
  /** At most so many at a time go together. */
  most: number
  /** So many bunches may be under way beside each other: while the database writes one, the next is prepared. */
  atOnce: number
  /** Two items of one key never go together: the later waits for the next bunch. */
  keyOf(item: I): string | undefined
}

/**
 * Does together what waits at the same time. Alone, an item goes at once; under load, what comes in while the bunches before
 * are under way goes with the next. `work` answers each item in its place, with a promise where one takes longer than its
 * bunch; when it fails, all of the bunch have failed.
 */
export function gathering<I, O>(
  work: (items: readonly I[]) => Promise<readonly (O | Promise<O>)[]>,
  { most, atOnce, keyOf }: GatheringOptions<I>,
): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = []
  let underWay = 0
  let called = false

  const take = (): Waiting<I, O>[] => {
    const keys = new Set<string>()
    const taken: Waiting<I, O>[] = []
    const left: Waiting<I, O>[] = []
    for (const one of waiting) {
      const key = keyOf(one.item)
      if (taken.length === most || (key !== undefined && keys.has(key))) left.push(one)
      else taken.push(one)
      if (key !== undefined) keys.add(key)
    }
    waiting = left
    return taken
  }
  const go = async (taken: readonly Waiting<I, O>[]) => {
    underWay++
    try {
      const answers = await work(taken.map(({ item }) => item))
      for (const [i, { done }] of taken.entries()) done(answers[i]!)
    } catch (error) {
      for (const { fail } of taken) fail(error)
    } finally {
      underWay--
      call()
    }
  }
  // After what the sockets have brought in this turn has been read: it goes together.
  const call = () => {
    if (called || underWay >= atOnce || !waiting.length) return
    called = true
    setImmediate(() => {
      called = false
      void go(take())
      call()
    })
  }
  return (item) =>
    new Promise<O>((done, fail) => {
      waiting.push({ item, done, fail })
      call()
    })
}
