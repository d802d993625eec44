import { addDays, type Day, type Instant, isDay, startOfDay } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { invalid, Refusal } from '../../platform/errors.ts'
import type { ListQuery } from './contract.ts'
import {
  gramsOf,
  held,
  holdersOf,
  type Issuer,
  type Ledger,
  type LedgerRecord,
  listed,
  listedFields,
  numberText,
  rowFields,
} from './domain.ts'
import { namesForRows, titleInWords } from './queries/keys.ts'
import { isOverdue, type Reader, rowOf, toneOf } from './queries/row.ts'
import { sightOf } from './queries/sight.ts'
import type { LedgerCatalog } from './runtime.ts'
import {
  countHeld,
  countRecords,
  heldBy,
  type ListFilter,
  listPlaces,
  listRecords,
  withRarestFirst,
} from './store/lists.ts'

export { type Disclosed, type Disclosure, disclosed, disclosures, pagesOfDisclosure } from './queries/disclosed.ts'
export { batchesOf, handoverFile } from './queries/handovers.ts'
export { dimensionNames, keyChoices, namesForData, namesForRows, titleInWords } from './queries/keys.ts'
export { linksOf } from './queries/links.ts'
export { type Moment, momentsOf } from './queries/past.ts'
export { type Reader, rowOf } from './queries/row.ts'
export { moveView, telling, tellingRow, viewRecord } from './queries/view.ts'
export { inWords } from './queries/words.ts'

/** The beginning of a number as the ledger writes it, zf2022 as ZF2022; undefined for what cannot begin one. */
function begunNumber({ number = '' }: Ledger, { tenant, short }: Issuer, typed: string): string | undefined {
  const tail = number.replace(/^.*\{seq(?::\d)?\}/, '')
  const end = tail && typed.endsWith(tail) ? tail : ''
  // 〔 stands on no keyboard.
  const q = typed
    .slice(0, typed.length - end.length)
    .replace(/[[【]/g, '〔')
    .replace(/[\]】]/g, '〕')
  const shape = number
    .replace('{tenant}', tenant)
    .replace('{short}', short)
    .replace('{year}', '####')
    .replace(/\{seq(?::\d)?\}/, '#'.repeat(18))
  const fits = [...q].every((c, i) => (shape[i] === '#' ? /\d/.test(c) : shape[i]?.toLowerCase() === c))
  // Letters alone begin every number of the ledger: they are looked for as a word.
  if (!fits || q.length < shape.indexOf('#') || !/\d/.test(q)) return undefined
  return [...q].map((c, i) => (shape[i] === '#' ? c : shape[i])).join('') + end
}

/** A number, a part of one from its beginning, or only its running part: 431102202200001, 4311022022, zf2022, 1, of a paper
 *  零陵城管罚字[2022]第1号. */
function numbersFrom(
  ledger: Ledger,
  issuer: Issuer,
  q: string,
  year: number | undefined,
): { from: string; to: string } | undefined {
  if (!ledger.number) return undefined
  const running = year && /^\d{1,6}$/.test(q) ? numberText(ledger.number, issuer, year, Number(q)) : undefined
  const prefix = begunNumber(ledger, issuer, q) ?? running
  return prefix === undefined ? undefined : { from: prefix, to: `${prefix}\u{10ffff}` }
}

function dayIn(text: string | undefined, label: string): Day | undefined {
  if (text !== undefined && !isDay(text))
    throw invalid('ledger.day', `${label}“${text}”不是日期；请写成2022-12-31这样。`)
  return text
}

type Search = Pick<ListFilter, 'number' | 'grams' | 'words'>
const askedIn = ({ q }: ListQuery) => q?.trim().toLowerCase() ?? ''

/** Looks for every word, wherever it stands; undefined when no two letters stand together. */
function wordsFrom(ledger: Ledger, q: string): Search | undefined {
  const grams = gramsOf(q)
  if (!grams.length) return undefined
  const texts = q.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const fields = Object.keys(ledger.fields).filter((name) => ledger.fields[name]!.searched)
  return { grams, ...(q.length > 2 ? { words: { texts, fields } } : {}) }
}

function searchOf(ledger: Ledger, issuer: Issuer, query: ListQuery): Search {
  const q = askedIn(query)
  if (!q) return {}
  const number = numbersFrom(ledger, issuer, q, query.year)
  const search = number ? { number } : wordsFrom(ledger, q)
  if (!search) throw invalid('ledger.search-short', '请至少输入两个字，或输入编号。')
  return search
}

/** What looked like a number and is none is a house number or a voucher: it is looked for in the text. */
async function numberOrWords(tx: Tx, ledger: Ledger, filter: ListFilter, query: ListQuery): Promise<ListFilter> {
  const { number, ...others } = filter
  const words = number && wordsFrom(ledger, askedIn(query))
  const asked = words && (await countRecords(tx, filter, 0)) === 0 ? { ...others, ...words } : filter
  return withRarestFirst(tx, asked)
}

/** The filter of a list as the store knows it. Errors: unreadable ledger (404), bad days, a search of one letter (422). */
export function filterOf(ledger: Ledger, { actor, now, world }: Reader, query: ListQuery): ListFilter {
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
    ...searchOf(ledger, world, query),
    ...(query.facets ? { facets: query.facets } : {}),
    sight: sightOf(ledger, actor),
  }
}
const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
function readCursor(cursor: string): { at: Instant; id: string } {
  const [at, id] = cursor.split('_')
  const isInstant = !Number.isNaN(Date.parse(at ?? '')) && new Date(at!).toISOString() === at
  if (!isInstant || !uuid.test(id ?? '')) throw invalid('ledger.cursor', '页码标识不对；请从第一页重新翻起。')
  return { at: at!, id: id! }
}

/** Words are looked for in each record that has their letters: beyond so many nobody reads on. */
const mostOf = ({ words }: ListFilter) => (words ? 1000 : 10_000)

/** One page of a list, newest first (or soonest due), with its total: exact up to 10,000, of a search for words to 1,000. */
export async function listPage(
  tx: Tx,
  ledger: Ledger,
  reader: Reader,
  query: ListQuery,
  names: readonly string[] = listedFields(ledger.fields),
) {
  const filter = await numberOrWords(tx, ledger, filterOf(ledger, reader, query), query)
  const limit = query.limit ?? 50
  const sort = !filter.grams && (query.sort === 'dueAt' || query.clock) ? 'due' : 'newest'
  const after = query.cursor ? { after: readCursor(query.cursor) } : {}
  const [found, total] = await Promise.all([
    listRecords(tx, filter, { sort, limit: limit + 1, ...after }, [
      ...new Set([...rowFields(ledger.fields), ...names]),
    ]),
    countRecords(tx, filter, mostOf(filter)),
  ])
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((record) => rowOf(ledger, reader, record, names)),
    next: last ? `${sort === 'due' ? last.dueAt : last.occurredAt}_${last.id}` : null,
    total,
    totalText: `${Math.min(total, mostOf(filter)).toLocaleString('en-US')}${total > mostOf(filter) ? '+' : ''}`,
  }
}

/** What lies on my desk, and what waits in the pools of my roles; soonest due first. */
export async function tasksOf(tx: Tx, ledgers: LedgerCatalog, reader: Reader) {
  const me = [held.person(reader.actor.person)]
  const pools = holdersOf(reader.actor).slice(1)
  const rows = (records: readonly LedgerRecord[]) =>
    records.map((record) => rowOf(ledgers.get(record.ledger)!, reader, listed(record)))
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
  const filter = await numberOrWords(tx, ledger, filterOf(ledger, reader, query), query)
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

/** The filter of a search in one ledger of many; undefined when this one has nothing to be found by. */
function filterIfAny(ledger: Ledger, reader: Reader, query: ListQuery): ListFilter | undefined {
  try {
    return filterOf(ledger, reader, query)
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) return undefined
    throw error
  }
}

/** Finds records of every ledger this person reads, by a number or at least two letters. A number is found in any year. */
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
      const query = { q, ...(year ? { year } : {}) }
      const asked = filterIfAny(ledger, reader, query)
      if (!asked?.grams && !asked?.number) return []
      const { from, to, ...always } = asked
      // A number says its year itself.
      const filter = await numberOrWords(tx, ledger, always, query)
      const period = filter.number ? {} : { ...(from ? { from } : {}), ...(to ? { to } : {}) }
      const records = await listRecords(tx, { ...filter, ...period }, { sort: 'newest', limit: 8 })
      const titled = records.map((record) => ({ ...record, class: record.dims.class, channel: record.dims.channel }))
      const names = await namesForRows(tx, ledgers, ledger, titled)
      return titled.map((record) => ({ ...record, title: titleInWords(ledger, record, names) }))
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
