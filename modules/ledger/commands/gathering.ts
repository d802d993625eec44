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
  /** Two items of one key never go together: the later waits until the bunch of the earlier is done. */
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
  const busy = new Set<string>()
  let underWay = 0
  let called = false

  const take = (): Waiting<I, O>[] => {
    const taken: Waiting<I, O>[] = []
    const left: Waiting<I, O>[] = []
    const passed = new Set<string>()
    for (const one of waiting) {
      const key = keyOf(one.item)
      if (taken.length === most || (key !== undefined && (busy.has(key) || passed.has(key)))) left.push(one)
      else taken.push(one)
      if (key !== undefined) passed.add(key)
    }
    waiting = left
    return taken
  }
  const keysOf = (taken: readonly Waiting<I, O>[]) => taken.flatMap(({ item }) => keyOf(item) ?? [])
  const go = async (taken: readonly Waiting<I, O>[]) => {
    underWay++
    for (const key of keysOf(taken)) busy.add(key)
    try {
      const answers = await work(taken.map(({ item }) => item))
      for (const [i, { done }] of taken.entries()) done(answers[i]!)
    } catch (error) {
      for (const { fail } of taken) fail(error)
    } finally {
      underWay--
      for (const key of keysOf(taken)) busy.delete(key)
      call()
    }
  }
  // After what the sockets have brought in this turn has been read: it goes together.
  const call = () => {
    if (called || underWay >= atOnce || !waiting.length) return
    called = true
    setImmediate(() => {
      called = false
      const taken = take()
      if (!taken.length) return
      void go(taken)
      call()
    })
  }
  return (item) =>
    new Promise<O>((done, fail) => {
      waiting.push({ item, done, fail })
      call()
    })
}
