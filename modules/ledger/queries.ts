import { addDays, type Day, type Instant, isDay, startOfDay } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import type { ListQuery } from './contract.ts'
import {
  type Actor,
  gramsOf,
  held,
  holdersOf,
  type Ledger,
  type LedgerRecord,
  numberText,
  type Reach,
} from './domain.ts'
import { isOverdue, type Reader, rowOf, toneOf } from './queries/row.ts'
import type { LedgerCatalog } from './runtime.ts'
import { countHeld, countRecords, heldBy, type ListFilter, listPlaces, listRecords, type Sight } from './store/lists.ts'

export { type Reader, rowOf } from './queries/row.ts'
export { moveView, viewOf, viewRecord } from './queries/view.ts'

const widest = (reaches: readonly Reach[]): Reach | undefined =>
  (['bureau', 'unit', 'own'] as const).find((reach) => reaches.includes(reach))
function sightOf(ledger: Ledger, actor: Actor): Sight {
  const reach = widest(actor.grants.flatMap(({ role }) => ledger.read[role] ?? []))
  if (reach === 'bureau') return {}
  if (reach === 'own') return { person: actor.person }
  if (reach === 'unit')
    return { units: actor.grants.filter(({ role }) => ledger.read[role] === 'unit').flatMap(({ units }) => units) }
  throw notFound('ledger.not-readable', `${ledger.title}不在您的查看范围内。`)
}

/** A number, a part of one from its first digit, or only its running part: 431102202200001, 4311022022, 1. */
function numbersFrom(
  ledger: Ledger,
  tenant: string,
  q: string,
  year: number | undefined,
): { from: string; to: string } | undefined {
  if (!/^\d{1,18}$/.test(q) || !ledger.number) return undefined
  const prefix = q.startsWith(tenant)
    ? q
    : year && q.length <= 6
      ? numberText(ledger, tenant, year, Number(q))
      : undefined
  return prefix === undefined ? undefined : { from: prefix, to: `${prefix}:` }
}

function dayIn(text: string | undefined, label: string): Day | undefined {
  if (text !== undefined && !isDay(text))
    throw invalid('ledger.day', `${label}“${text}”不是日期；请写成2022-12-31这样。`)
  return text
}

function searchOf(ledger: Ledger, tenant: string, query: ListQuery): Pick<ListFilter, 'number' | 'grams' | 'words'> {
  const q = query.q?.trim().toLowerCase()
  if (!q) return {}
  const number = numbersFrom(ledger, tenant, q, query.year)
  if (number) return { number }
  const grams = gramsOf(q)
  if (!grams.length) throw invalid('ledger.search-short', '请至少输入两个字，或输入编号。')
  const searched = Object.keys(ledger.fields).filter((name) => ledger.fields[name]!.searched)
  return { grams, ...(q.length > 2 ? { words: { text: q, fields: searched } } : {}) }
}

/** The filter of a list as the store knows it. Errors: unreadable ledger (404), bad days, a search of one letter (422). */
export function filterOf(ledger: Ledger, { actor, now }: Reader, query: ListQuery): ListFilter {
  const from = dayIn(query.from, '起始日') ?? (query.year ? `${query.year}-01-01` : undefined)
  const to = dayIn(query.to, '截止日') ?? (query.year ? `${query.year}-12-31` : undefined)
  const given = Object.fromEntries(
    (['class', 'channel', 'unit', 'grid'] as const).flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  )
  return {
    ledger: ledger.id,
    ...(query.state ? { states: query.state.split(',') } : {}),
    ...given,
    ...(query.holder ? { holders: holdersOf(actor) } : {}),
    ...(from ? { from: startOfDay(from) } : {}),
    ...(to ? { to: startOfDay(addDays(to, 1)) } : {}),
    ...(query.clock ? { dueBefore: query.clock === 'late' ? now : later(now, 24), open: true } : {}),
    ...searchOf(ledger, actor.tenant, query),
    ...(query.facets ? { facets: query.facets } : {}),
    sight: sightOf(ledger, actor),
  }
}
const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

function readCursor(cursor: string): { at: Instant; id: string } {
  const [at, id] = cursor.split('_')
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw invalid('ledger.cursor', '页码标识不对；请从第一页重新翻起。')
  return { at, id: id! }
}

/** One page of a list, newest first (or soonest due), with its total: exact up to 10,000. */
export async function listPage(tx: Tx, ledger: Ledger, reader: Reader, query: ListQuery) {
  const filter = filterOf(ledger, reader, query)
  const limit = query.limit ?? 50
  const sort = !filter.grams && (query.sort === 'dueAt' || query.clock) ? 'due' : 'newest'
  const after = query.cursor ? { after: readCursor(query.cursor) } : {}
  const [found, total] = await Promise.all([
    listRecords(tx, filter, { sort, limit: limit + 1, ...after }),
    countRecords(tx, filter),
  ])
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((record) => rowOf(ledger, reader, record)),
    next: last ? `${sort === 'due' ? last.dueAt : last.occurredAt}_${last.id}` : null,
    total,
    totalText: total > 10_000 ? '10,000+' : total.toLocaleString('en-US'),
  }
}

/** What lies on my desk, and what waits in the pools of my roles; soonest due first. */
export async function tasksOf(tx: Tx, ledgers: LedgerCatalog, reader: Reader) {
  const me = [held.person(reader.actor.person)]
  const pools = holdersOf(reader.actor).slice(1)
  const rows = (records: readonly LedgerRecord[]) =>
    records.map((record) => rowOf(ledgers.get(record.ledger)!, reader, record))
  const soon = later(reader.now, 24)
  const [mine, pool, counts, waiting] = await Promise.all([
    heldBy(tx, me, 100),
    heldBy(tx, pools, 100),
    countHeld(tx, me, reader.now, soon),
    countHeld(tx, pools, reader.now, soon),
  ])
  return {
    mine: rows(mine),
    pool: rows(pool),
    counts: { mine: counts.n, pool: waiting.n, late: counts.late + waiting.late, soon: counts.soon + waiting.soon },
  }
}

/** Points for the map, open records first. */
export async function placesOf(tx: Tx, ledger: Ledger, reader: Reader, query: ListQuery) {
  const field = Object.keys(ledger.fields).find((name) => ledger.fields[name]!.kind === 'point')
  if (!field) return { points: [] }
  const filter = filterOf(ledger, reader, query)
  const open = await listPlaces(tx, { ...filter, open: true }, field, 2000)
  const all = query.holder || query.clock ? [] : await listPlaces(tx, filter, field, 3000)
  const seen = new Map([...open, ...all].map((record) => [record.id, record]))
  const points = [...seen.values()].flatMap(({ id, state, place, ...clock }) => {
    const late = clock.late || isOverdue(clock, reader.now)
    return place
      ? [{ id, lng: place.lng, lat: place.lat, state, tone: toneOf(ledger, { state, ...clock }, late), late }]
      : []
  })
  return { points }
}

/** Finds records of every ledger this person reads, by a number or at least two letters. */
export async function findAnywhere(
  tx: Tx,
  ledgers: LedgerCatalog,
  reader: Reader,
  q: string,
  year: number | undefined,
) {
  const readable = [...ledgers.values()].filter((ledger) => reader.actor.grants.some(({ role }) => ledger.read[role]))
  const found = await Promise.all(
    readable.map(async (ledger) => {
      const { from, to, ...filter } = filterOf(ledger, reader, { q, ...(year ? { year } : {}) })
      if (!filter.grams && !filter.number) return []
      // A number says its year itself.
      const period = filter.number ? {} : { ...(from ? { from } : {}), ...(to ? { to } : {}) }
      return listRecords(tx, { ...filter, ...period }, { sort: 'newest', limit: 8 })
    }),
  )
  return found.flat().map(({ ledger, id, number, title, state }) => ({
    ledger,
    id,
    number,
    title,
    state,
    stateLabel: ledgers.get(ledger)?.states[state]?.label ?? state,
  }))
}

/** The open records a person holds, as people name them: asked before the person goes. */
export async function heldTitles(tx: Tx, ledgers: LedgerCatalog, person: string): Promise<string[]> {
  const records = await heldBy(tx, [held.person(person)], 20)
  return records.map(({ ledger, number, title }) => `${ledgers.get(ledger)?.title ?? ''}${number ?? `“${title}”`}`)
}
