import type { Database } from '../../../platform/db.ts'
import type { Tenant } from '../../../platform/tenants.ts'
import { linesOf } from '../domain/prose.ts'
import { type PublishedHead, publicBureaus } from '../queries.ts'
import { findSnapshot } from '../store.ts'

/** A line of a report in which the words stand, with the section it is of. */
export interface Passage {
  /** The place of the section in the report, from 0. */
  section: number
  heading: string
  text: string
}
export interface FoundReport {
  tenant: Tenant
  report: PublishedHead
  /** The lines with the most of the words, in the order of the report. */
  passages: Passage[]
}
export interface SearchResult {
  words: string[]
  found: FoundReport[]
  /** Whether there are more than are given. */
  more: boolean
}

const mostWords = 5
const mostFound = 30
const mostPassages = 3
/** A published report never changes, so that its text is read once. */
const mostKept = 500

/** The words of what somebody typed, as texts are compared: 2024 and ２０２４ are the same. */
export const searchWords = (typed: string): string[] =>
  [...new Set(plain(typed).split(/\s+/).filter(Boolean))].slice(0, mostWords)
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const hitsIn = (text: string, words: readonly string[]) => words.filter((word) => plain(text).includes(word)).length

function passagesIn(lines: readonly Passage[], words: readonly string[]): Passage[] {
  return lines
    .map((line, at) => ({ line, at, hits: hitsIn(line.text, words) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || a.at - b.at)
    .slice(0, mostPassages)
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line)
}

/** Searches the published reports, in their titles and their text; all words must stand in one. Newest first. */
export function publishedSearch(database: Database) {
  const kept = new Map<string, readonly Passage[]>()
  async function linesFor({ tenant }: Tenant, id: string): Promise<readonly Passage[]> {
    const key = `${tenant}/${id}`
    const known = kept.get(key)
    if (known) return known
    const read = await database.inTenant(tenant, (tx) => findSnapshot(tx, id), { readOnly: true })
    const lines = read ? linesOf(read.snapshot.body.sections, read.snapshot.body.figures) : []
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
    kept.set(key, lines)
    return lines
  }
  return async (typed: string, tenant?: string): Promise<SearchResult> => {
    const words = searchWords(typed)
    if (!words.length) return { words, found: [], more: false }
    const bureaus = (await publicBureaus(database)).filter((bureau) => !tenant || bureau.tenant.tenant === tenant)
    const all = bureaus
      .flatMap(({ tenant: of, snapshots }) => snapshots.map((report) => ({ tenant: of, report })))
      .sort((a, b) => (a.report.publishedAt < b.report.publishedAt ? 1 : -1))
    const found: FoundReport[] = []
    for (const { tenant: of, report } of all) {
      const lines = await linesFor(of, report.id)
      const text = plain([of.title, report.title, ...lines.flatMap((line) => [line.heading, line.text])].join('\n'))
      if (!words.every((word) => text.includes(word))) continue
      if (found.length === mostFound) return { words, found, more: true }
      found.push({ tenant: of, report, passages: passagesIn(lines, words) })
    }
    return { words, found, more: false }
  }
}
