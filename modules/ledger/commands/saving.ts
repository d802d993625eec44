import { randomBytes } from 'node:crypto'
import { type Instant, isDay, startOfDay } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { isPaper, isPicture, type StoredFile, storedFiles } from '../../../platform/files.ts'
import { newId } from '../../../platform/ids.ts'
import type { OrgView } from '../../org/index.ts'
import {
  type Actor,
  type Data,
  type Draft,
  filesIn,
  filesNamed,
  finish,
  type Given,
  type Issuer,
  isFrom,
  isLate,
  isOffered,
  type Ledger,
  type LedgerRecord,
  mayRead,
  newFacets,
  newGrams,
  numberText,
  pastOf,
  type Referred,
  type Refs,
  refsIn,
  type Taking,
  takingsOf,
} from '../domain.ts'
import type { LedgerCatalog } from '../runtime.ts'
import { append, type Change, eraseSecrets } from '../store/append.ts'
import { drawNumbers, findAlike, findReferred } from '../store/records.ts'
import { findKeys, type KeysThere, keyFaults, metricFaults, strangeMetrics } from './keys.ts'

export const salt = () => randomBytes(16).toString('base64url')

/** The numbers of the drafts, each series drawn once for all of them. */
async function numbersFor(tx: Tx, issuer: Issuer, ledger: Ledger, drafts: readonly Draft[]): Promise<Given[]> {
  const taken = drafts.flatMap((one, place) => takingsOf(ledger, one).map((taking) => ({ ...taking, place })))
  const given: { number?: string; papers: Record<string, string> }[] = drafts.map(() => ({ papers: {} }))
  const keyOf = ({ series, year }: Taking) => `${series} ${year}`
  for (const key of [...new Set(taken.map(keyOf))].sort()) {
    const same = taken.filter((one) => keyOf(one) === key)
    const { series, year, shared } = same[0]!
    const first = await drawNumbers(tx, series, year, shared ? 1 : same.length)
    same.forEach(({ place, field, pattern }, n) => {
      const number = numberText(pattern, issuer, year, shared ? first : first + n)
      if (field) given[place]!.papers[field] = number
      else given[place]!.number = number
    })
  }
  return given
}

function changeOf(ledger: Ledger, one: Draft, given: Given, request: Change['request']): Change {
  const { entries, after } = finish(ledger, one, given)
  const last = entries.at(-1)!
  return {
    after,
    entries,
    late: isLate(after),
    grams: newGrams(ledger, one.found, after),
    facets: newFacets(ledger, entries),
    secrets: one.hidden,
    event: {
      id: newId(),
      name: `${ledger.id}.${pastOf(ledger, last.move)}`,
      body: { ledger: ledger.id, record: after.id, seq: last.seq },
    },
    ...(request ? { request } : {}),
  }
}

type Alike = Pick<LedgerRecord, 'number' | 'title' | 'state'>
/** Names the record that is there, and says what can be done with it. */
function alikeFault(ledger: Ledger, one: readonly string[], { number, title, state }: Alike) {
  const labels = one
    .map((name) => ledger.fields[name]!.label)
    .join('、')
    .replace(/、(?=[^、]*$)/, '和')
  const called = number ? `，编号${number}` : ''
  const there = `${labels}相同的${ledger.title}已经有了：“${title}”${called}`
  const isVoid = ledger.states[state]?.tone === 'void'
  if (isVoid)
    return conflict(
      `${ledger.id}.one`,
      `${there}，${ledger.states[state]!.label}；作废的也不能再用同样的${labels}，请另填。`,
    )
  const open = Object.values(ledger.moves).filter((move) => isOffered(move) && isFrom(ledger, move, state))
  const can = open.length ? `，可以：${open.map(({ label }) => label).join('、')}` : ''
  return conflict(`${ledger.id}.one`, `${there}；请在那一条上办理${can}。`)
}

/** Refuses a second record where there is to be one, whoever opens the other at the same moment. */
async function checkAlone(tx: Tx, ledger: Ledger, drafts: readonly Draft[]): Promise<void> {
  const { one, oneEver, states, id } = ledger
  if (!one) return
  const isVoid = (state: string) => !oneEver && states[state]!.tone === 'void'
  const voided = Object.keys(states).filter(isVoid)
  const opened = drafts.flatMap(({ found, after }) => (found || isVoid(after.state) ? [] : [after]))
  const same = ({ data }: LedgerRecord) => JSON.stringify(one.map((name) => data[name]))
  for (const record of opened.toSorted((a, b) => (same(a) < same(b) ? -1 : 1))) {
    const twin = opened.find((other) => other !== record && same(other) === same(record))
    if (twin) throw alikeFault(ledger, one, twin)
    const data = Object.fromEntries(one.map((name) => [name, record.data[name]]))
    const other = await findAlike(tx, id, { class: record.dims.class, data, voided })
    if (other) throw alikeFault(ledger, one, other)
  }
}

/** Numbers and chains drafts of one ledger. The counter is drawn last, just before the write. */
export async function numbered(
  tx: Tx,
  issuer: Issuer,
  ledger: Ledger,
  drafts: readonly Draft[],
  requests: readonly Change['request'][] = [],
): Promise<Change[]> {
  await checkAlone(tx, ledger, drafts)
  const numbers = await numbersFor(tx, issuer, ledger, drafts)
  return drafts.map((one, i) => changeOf(ledger, one, numbers[i]!, requests[i]))
}
/** Sends everything before anything is answered. Of several answers that fail the first is told: those behind it fail only
 *  because of it. */
export async function write(tx: Tx, ledger: Ledger, changes: readonly Change[]): Promise<void> {
  const appended = append(tx, changes)
  const erased = changes.flatMap(({ after, entries }) => {
    const fields = entries.flatMap((entry) => ledger.moves[entry.move]!.erases ?? [])
    return fields.length ? [eraseSecrets(tx, after.id, fields)] : []
  })
  for (const one of erased) one.catch(() => {}) // told below
  await appended
  await Promise.all(erased)
}
/** What is named in what was filled in: the files and the records that are here, by id and by code. */
export interface Named {
  /** Each stored file, with the type that its content tells. */
  files: ReadonlyMap<string, StoredFile>
  records: ReadonlyMap<string, Referred>
  keys: KeysThere
  /** Of the metrics named, those no ledger declares. */
  strange: ReadonlySet<string>
}
export async function findNamed(
  tx: Tx,
  ledgers: LedgerCatalog,
  ledger: Ledger,
  filledIn: readonly Data[],
): Promise<Named> {
  const files = new Set(filledIn.flatMap((data) => filesIn(ledger.fields, data)))
  const ids = new Set(filledIn.flatMap((data) => refsIn(ledger.fields, data).map(({ id }) => id)))
  const [stored, records, keys] = await Promise.all([
    files.size ? storedFiles(tx, [...files]) : new Map(),
    findReferred(tx, [...ids]),
    findKeys(tx, ledgers, ledger, filledIn),
  ])
  return { files: stored, records, keys, strange: strangeMetrics(ledgers, ledger, filledIn) }
}
/** The records that a move names, by field: those that are there, and of the ledger they should be of. */
export const refsOf = (ledger: Ledger, data: Data, { records }: Named): Refs =>
  Object.fromEntries(
    refsIn(ledger.fields, data).flatMap((ref) => {
      const record = records.get(ref.id)
      return record?.ledger === ref.ledger ? [[ref.field, record]] : []
    }),
  )
/** A photo, a paper or a signature that was uploaded, and is what its field takes: told by its content, not by its name. */
function checkFiles({ fields }: Ledger, data: Data, { files }: Named): void {
  const all = filesNamed(fields, data)
  const missing = all.flatMap(({ hash }) => (files.has(hash) ? [] : [hash]))
  if (missing.length)
    throw invalid('ledger.file-missing', `有${missing.length}个文件没有上传成功；请重新上传后再提交。`, { missing })
  const strange = all.filter(({ field, hash }) => {
    const type = files.get(hash)?.type ?? ''
    return !isPicture(type) && !(fields[field]?.kind === 'files' && isPaper(type))
  })
  if (!strange.length) return
  const wrong = strange.map(({ field }) => ({
    field,
    sentence: fields[field]!.kind === 'files' ? '只收图片、PDF、DOCX、XLSX文件' : '只收图片',
  }))
  const told = wrong.map(({ field, sentence }) => `${fields[field]!.label}${sentence}`)
  throw invalid('ledger.file-kind', `${told.join('；')}。`, { fields: wrong })
}
/** A photo or a signature is evidence only when it is here; a reference and a code lead to a record. */
export function checkThere(ledger: Ledger, data: Data, named: Named): void {
  checkFiles(ledger, data, named)
  const there = refsOf(ledger, data, named)
  const fields = [
    ...refsIn(ledger.fields, data)
      .filter(({ field }) => !there[field])
      .map(({ field }) => ({ field, sentence: `没有这条${ledger.fields[field]!.label}，请从列表中选择` })),
    ...keyFaults(ledger, data, named.keys),
    ...metricFaults(ledger, data, named.strange),
  ]
  if (fields.length)
    throw invalid('ledger.reference-missing', `${fields.map(({ sentence }) => sentence).join('；')}。`, { fields })
}

/** Records stand in the order of when they happened: of the day they are about, where they are entered later. */
export function idFor(ledger: Ledger, data: Data | undefined, happenedAt: Instant): string {
  const on = ledger.columns.on && data?.[ledger.columns.on]
  return newId(Date.parse(typeof on === 'string' && isDay(on) ? startOfDay(on) : happenedAt))
}

export async function save(tx: Tx, issuer: Issuer, ledger: Ledger, drafts: readonly Draft[]): Promise<LedgerRecord[]> {
  const changes = await numbered(tx, issuer, ledger, drafts)
  await write(tx, ledger, changes)
  return changes.map((change) => change.after)
}

export function checkVersion(ledger: Ledger, world: OrgView, found: LedgerRecord, version: number | undefined): void {
  if (version === undefined || version === found.version) return
  const [move, last] = Object.entries(found.by).find(([, { seq }]) => seq === found.version) ?? []
  const who = last ? `刚由${world.personName(last.person)}办理“${ledger.moves[move!]?.label ?? ''}”` : '刚有人办理'
  throw conflict('ledger.stale', `这条${ledger.title}${who}，您看到的已不是最新内容；请刷新后再办。`, {
    version: found.version,
  })
}

export function visible(ledger: Ledger, actor: Actor, found: LedgerRecord | undefined): LedgerRecord {
  if (!found || !mayRead(ledger, actor, found))
    throw notFound('ledger.not-found', `没有这条${ledger.title}，或不在您的查看范围内。`)
  return found
}
