import type { Tx } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { drillRows } from '../metrics/index.ts'
import { type Band, type Scheme, schemeFor } from './domain.ts'
import { type Row, text } from './rows.ts'
import { type ScoreSight, seen } from './sight.ts'

const number = (value: unknown) => (typeof value === 'number' ? value / 1000 : undefined)

/** The bands of a scheme with the bounds a bureau's paper sets; the last one always begins at nothing. */
const bandsOf = (bands: readonly Band[], { best, good, fair }: Row): Band[] =>
  bands.map((band, i) => ({ ...band, from: [number(best), number(good), number(fair)][i] ?? band.from }))

const levelNames = ['output', 'cost', 'benefit', 'satisfaction'] as const
function levelsOf(base: Scheme, data: Row): Scheme['levels'] {
  const set = levelNames.flatMap((name) => {
    const weight = number(data[name])
    return weight === undefined ? [] : [[name, weight] as const]
  })
  return set.length ? Object.fromEntries(set) : base.levels
}

/** A scheme as a bureau registered it: a known one, with what its own paper says otherwise. */
function registered(base: Scheme, record: string, data: Row): Scheme {
  const [rateBelow, most] = [number(data.capBelow), number(data.capMost)]
  const explainBelow = number(data.explainBelow)
  return {
    ...base,
    id: String(data.code),
    version: record,
    title: String(data.title),
    issuer: String(data.issuer),
    source: { document: String(data.document), certainty: 'read', note: `以“${base.title}”为基础，由本单位登记。` },
    execution: number(data.execution) ?? base.execution,
    levels: levelsOf(base, data),
    reverseRule: (text(data.reverse) as Scheme['reverseRule'] | undefined) ?? base.reverseRule,
    overAchieved: number(data.over) ?? base.overAchieved,
    bands: bandsOf(base.bands, data),
    ...(explainBelow === undefined ? {} : { explainBelow }),
    ...(rateBelow === undefined || most === undefined ? {} : { caps: [{ rateBelow, most }] }),
  }
}

/** What a bureau registered for a year: what holds since the latest year first, of several that registered last. */
async function registeredIn(tx: Tx, sight: ScoreSight): Promise<Scheme[]> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'scoring-scheme.registered',
    from: '2000-01-01',
    to: `${sight.year + 1}-12-31`,
    limit: 100,
    ...seen(sight),
  })
  return rows
    .filter(({ data }) => Number(data.since) <= sight.year)
    .sort((a, b) => Number(b.data.since) - Number(a.data.since))
    .flatMap(({ record, data }) => {
      const base = sight.schemes.find(({ id }) => id === data.base)
      return base ? [registered(base, record, data)] : []
    })
}

/** Every scheme a bureau may score by in a year, that which applies first. Errors: none applies (404), or none is called so (404). */
export async function schemesIn(tx: Tx, sight: ScoreSight): Promise<Scheme[]> {
  const own = await registeredIn(tx, sight)
  const given = schemeFor(sight.schemes, tx.tenant, sight.year)
  const all = [...own, ...(given ? [given] : []), ...sight.schemes.filter((one) => one !== given)]
  if (sight.scheme !== undefined) {
    const asked = sight.scheme.toUpperCase()
    const found = all.find(({ id }) => id.toUpperCase() === asked)
    if (!found)
      throw notFound(
        'evaluation.scheme-unknown',
        `没有“${sight.scheme}”这个评分办法；可以：${all.map(({ id }) => id).join('、')}。`,
      )
    return [found, ...all.filter((one) => one !== found)]
  }
  if (!own.length && !given)
    throw notFound(
      'evaluation.no-scheme',
      `没有适用于${sight.year}年的评分办法；请先在“评分办法”中登记财政部门的文件。`,
    )
  return all
}
