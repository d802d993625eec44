import type { Tx } from '../../../platform/db.ts'
import { canonical, isStock, type Ledger, type LedgerCatalog, type Metric } from '../../ledger/index.ts'
import { getMetric } from '../domain.ts'
import { type FigureQuery, filtersOf, isKept, none, partsOf, recountEach, type Sums, sinceEver } from '../queries.ts'
import { sumEach } from '../store.ts'

interface Asked {
  ledger: Ledger
  metric: Metric
  query: FigureQuery
}

/** What the kept days say, in one statement however much is asked. */
async function fromDays(tx: Tx, asked: readonly Asked[]): Promise<Sums[]> {
  const counted = asked.map(({ ledger, metric, query }) => ({
    ledger,
    ...(isStock(metric) ? sinceEver(query) : query),
  }))
  const due = new Map(counted.map(({ ledger, from, to }) => [`${ledger.id} ${from} ${to}`, { ledger, from, to }]))
  await recountEach(tx, [...due.values()])
  return sumEach(
    tx,
    counted.map((query) => ({ ...query, where: filtersOf(query)[0] })),
  )
}

/** What the entries say: one pass over those of a metric answers for all keys of a dimension. */
async function fromEntries(tx: Tx, catalog: LedgerCatalog, asked: readonly Asked[]): Promise<Sums[]> {
  const passes = new Map<string, Map<string, Sums>>()
  const answer = async ({ metric, query }: Asked) => {
    const [[by, key] = [], ...others] = filtersOf(query)
    // Different values of one class are no part of those of all classes.
    if (by === undefined || others.length || metric.kind === 'distinct')
      return (await partsOf(tx, catalog, query, undefined))[0]
    const { where: _, ...whole } = query
    const pass = `${by} ${canonical(whole)}`
    const rows = passes.get(pass) ?? new Map((await partsOf(tx, catalog, whole, by)).map((row) => [row.key, row]))
    passes.set(pass, rows)
    return rows.get(key!)
  }
  const sums: Sums[] = []
  for (const one of asked) sums.push((await answer(one)) ?? none)
  return sums
}

/** What several figures come to, in the order they are asked for: nothing counted is none of both parts. Errors as of `figure`. */
export async function sumsOf(tx: Tx, catalog: LedgerCatalog, queries: readonly FigureQuery[]): Promise<Sums[]> {
  const asked = queries.map((query): Asked => ({ query, ...getMetric(catalog, query.metric) }))
  const isOfDays = ({ metric, query }: Asked) => isKept(metric, query)
  const days = await fromDays(tx, asked.filter(isOfDays))
  const entries = await fromEntries(
    tx,
    catalog,
    asked.filter((one) => !isOfDays(one)),
  )
  const [nextOfDays, nextOfEntries] = [days.values(), entries.values()]
  return asked.map((one) => (isOfDays(one) ? nextOfDays : nextOfEntries).next().value!)
}
