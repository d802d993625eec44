/** Bench output: sentences and tables for people, then one line of JSON for programs. */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

export async function timed<T>(title: string, work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedMs = performance.now()
  const result = await work()
  const ms = performance.now() - startedMs
  console.log(`${title}: ${seconds(ms)}`)
  return { result, ms }
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
export const median = (values: readonly number[]) => percentile(values, 0.5)
export const round = (value: number, digits = 1) => Number(value.toFixed(digits))
