import type { Tx } from '../../platform/db.ts'
import type { Direction, Evidence as EvidenceKind } from './domain.ts'
import { type Evidence, evidenceIn } from './evidence.ts'
import { sourceInWords } from './naming.ts'
import type { Indicator } from './rows.ts'
import type { ScoreSight } from './sight.ts'

/** An indicator to be taken over, with where its value comes from. */
export interface LibraryIndicator {
  sector: string
  level1: string
  level2: string
  name: string
  direction: Direction
  target: number
  measure: string
  evidence: EvidenceKind
  metric?: string
  formula?: string
  /** The paper it is of, and how sure we are of it. */
  source: string
  certainty: 'read' | 'seen' | 'general'
}
export interface LibraryEntry extends LibraryIndicator {
  /** Where the value comes from, in words. */
  said: string
  /** What this bureau reached in the year and the two before it; null where there is no value. */
  past: { year: number; value: string | null }[]
}

/** The library with what the bureau itself reached in three years: a target is set against that. */
export async function libraryWithPast(
  tx: Tx,
  sight: ScoreSight,
  library: readonly LibraryIndicator[],
): Promise<LibraryEntry[]> {
  const lines = library.map(
    (one): Indicator => ({ ...one, id: '', project: '', weight: '0', target: String(one.target) }),
  )
  const years: { year: number; evidence: Evidence }[] = []
  for (const year of [sight.year - 2, sight.year - 1, sight.year])
    years.push({ year, evidence: await evidenceIn(tx, { ...sight, year }, { lines }) })
  return library.map((one, i) => ({
    ...one,
    said: sourceInWords(sight.catalog, one),
    past: years.map(({ year, evidence }) => ({ year, value: evidence.of(lines[i]!).actual ?? null })),
  }))
}
