import { schemes } from '../schemes/index.ts'
import { names, type Sight } from './words.ts'

// What must hold together in a paper that says how projects are scored.

export const weights = names('execution output cost benefit satisfaction')
export const bands = names('best good fair')
type Weights = Partial<Record<(typeof weights)[number] | (typeof bands)[number] | 'capBelow' | 'capMost', number>>
/** The bounds of the grades: what the paper sets, and for the rest those of the known scheme. */
function boundsOf({ base, ...set }: Weights & { base?: string }): number[] {
  const known = schemes.find(({ id }) => id === base)?.bands ?? []
  return bands.map((name, i) => set[name] ?? (known[i]?.from ?? 0) * 1000)
}
/** What a paper says must hold together: a hundred points, bands that fall, a cap with its rate. */
export function fault({ data }: Sight<Weights & { base?: string }>): string | undefined {
  const set = weights.flatMap((name) => data[name] ?? [])
  const sum = set.reduce((all, weight) => all + weight, 0)
  if (set.length && sum !== 100_000)
    return `预算执行率和各一级指标的分值合计${sum / 1000}分，应为100分；不填则沿用基础办法。`
  const from = boundsOf(data)
  if (from.some((bound, i) => i > 0 && bound >= from[i - 1]!))
    return `等级的下限应由高到低，现为${from.map((bound) => bound / 1000).join('、')}（没有填的沿用基础办法）；请核对。`
  if ((data.capBelow === undefined) !== (data.capMost === undefined)) return '总分上限要同时填写执行率和最高分。'
  return undefined
}
