import type { Tx } from '../../platform/db.ts'
import { canonical } from '../ledger/index.ts'
import { type FigureQuery, type Period, sumsOf } from '../metrics/index.ts'
import { type ScoreSight, seen } from './sight.ts'

/** A figure somebody asks for. */
export interface Asked {
  metric: string
  where: Readonly<Record<string, string>>
  period: Period
}
interface Sums {
  num: number
  den: number
}
/** Tells what a figure comes to; only what was asked for is known. */
export type Told = (asked: Asked) => Sums

/** Tells what has been asked in one go, each question once. */
export async function tellerOf(tx: Tx, sight: ScoreSight, asked: readonly Asked[]): Promise<Told> {
  const queryOf = ({ metric, where, period }: Asked): FigureQuery => ({ metric, where, ...period, ...seen(sight) })
  const queries = new Map(asked.map((one) => [canonical(one), queryOf(one)]))
  const sums = await sumsOf(tx, sight.catalog, [...queries.values()])
  const told = new Map([...queries.keys()].map((key, i) => [key, sums[i]!]))
  return (one) => told.get(canonical(one))!
}
