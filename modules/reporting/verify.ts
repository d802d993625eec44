import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { projectScore, type ScoreAnswer } from '../evaluation/index.ts'
import { canonical, findRecord, type LedgerCatalog, recordsOf } from '../ledger/index.ts'
import { figure } from '../metrics/index.ts'
import type { Query } from './domain.ts'
import { publishedOf, type Standing, standingOf, standings } from './fate.ts'
import { scoreFaults, scoresOf, takenFault } from './scores.ts'
import { type FrozenFigure, hashRows, hashSnapshot, type Part, type Snapshot } from './snapshot.ts'
import { findSnapshot, listSnapshots, rowsOf, type SnapshotHead } from './store.ts'
import { printFault } from './sums.ts'

export interface SnapshotFault {
  snapshot: string
  sentence: string
}
/** Counts again what was published, from the entries, as of the seal it names: a figure, and a score by the scheme it kept. */
export interface Recount {
  figure(tx: Tx, query: Query & { from: string; to: string }, asOf: number): Promise<{ num: number; den: number }>
  score(tx: Tx, kept: ScoreAnswer, asOf: number): Promise<ScoreAnswer>
}

export const recountFrom = (catalog: LedgerCatalog): Recount => ({
  figure: async (tx, query, asOf) => figure(tx, catalog, { ...query, asOf }),
  score: (tx, { project, year, scheme: { rules } }, asOf) =>
    projectScore(tx, { catalog, schemes: [rules], scheme: rules.id, year, asOf }, project),
})

/** Asks each question once, however many figures share it. */
function remembering({ figure }: Recount): Recount['figure'] {
  const known = new Map<string, ReturnType<Recount['figure']>>()
  return (tx, query, asOf) => {
    const key = canonical([query, asOf])
    const found = known.get(key) ?? figure(tx, query, asOf)
    known.set(key, found)
    return found
  }
}

async function recounted(tx: Tx, { body }: Snapshot, frozen: FrozenFigure, count: Recount['figure']): Promise<boolean> {
  const { from, to, seal } = body
  const whole = frozen.queries.num.length === 1 && canonical(frozen.queries.num) === canonical(frozen.queries.den)
  const sum = async (queries: readonly Query[], part: Part) => {
    let total = 0
    for (const query of queries) total += (await count(tx, { ...query, from, to }, seal.n))[whole ? part : 'num']
    return total
  }
  if ((await sum(frozen.queries.num, 'num')) !== frozen.num) return false
  return frozen.queries.den.length === 0 || (await sum(frozen.queries.den, 'den')) === frozen.den
}

/** A score that does not follow from what was kept with it; if it does, whether the ledgers still say the same. */
async function faultsOfScore(tx: Tx, kept: ScoreAnswer, seal: number, recount: Recount): Promise<string[]> {
  const own = scoreFaults(kept)
  if (own.length) return own
  try {
    return [takenFault(kept, await recount.score(tx, kept, seal)) ?? []].flat()
  } catch (error) {
    if (error instanceof Refusal) return [`${kept.name}的得分不能重新取数：${error.sentence}`]
    throw error
  }
}

/** What does not hold of one report: its hash, its entry, its lists, its scores, and every figure counted anew. */
export async function faultsOf(tx: Tx, snapshot: Snapshot, { recount }: { recount: Recount }): Promise<string[]> {
  const count = remembering(recount)
  const faults = hashSnapshot(snapshot) === snapshot.hash ? [] : ['正文在封存后被改动']
  const entered = await findRecord(tx, 'publication', snapshot.record)
  if (entered?.data.hash !== snapshot.hash || entered.data.snapshot !== snapshot.id)
    faults.push('与台账中的公开记录不符')
  for (const frozen of snapshot.body.figures) {
    for (const [part, kept] of Object.entries(frozen.parts) as [Part, { rows: number; hash: string }][]) {
      const rows = await rowsOf(tx, snapshot.id, frozen.id, part)
      if (rows.length !== kept.rows || hashRows(rows) !== kept.hash) faults.push(`${frozen.label}的清单在封存后被改动`)
    }
    faults.push(...[printFault(frozen) ?? []].flat())
    if (frozen.queries.num.length && !(await recounted(tx, snapshot, frozen, count)))
      faults.push(
        `${frozen.label}封存时为${frozen.value}${frozen.unit}，按第${snapshot.seal}号封账重新统计的结果与此不同`,
      )
  }
  for (const score of scoresOf(snapshot.body.figures))
    faults.push(...(await faultsOfScore(tx, score, snapshot.seal, recount)))
  return faults
}

function contradiction(entered: Standing, marked: Standing): string {
  if (entered === 'withdrawn' && marked === 'published') return '台账中已撤回，报告的撤回说明被删除'
  if (entered === 'published' && marked === 'withdrawn') return '报告标为已撤回，台账中没有撤回'
  return `台账中为“${standings[entered]}”，报告标为“${standings[marked]}”`
}

/** From the ledger to the reports: what was entered as published or withdrawn must still be there, and nothing beyond it. */
async function publicationFaults(tx: Tx, heads: readonly SnapshotHead[]): Promise<SnapshotFault[]> {
  const marked = new Map(heads.map((head) => [head.id, standingOf(head)]))
  const publications = await recordsOf(tx, 'publication')
  return publications.flatMap(({ data, state }) => {
    const snapshot = String(data.snapshot)
    const standing = marked.get(snapshot)
    if (standing === undefined) return [{ snapshot, sentence: `公开记录${snapshot}对应的报告被删除` }]
    if (standing === state) return []
    return [{ snapshot, sentence: contradiction(state as Standing, standing) }]
  })
}

/** Holds every publication of a bureau against its hash, its rows, its kept inputs, the entries it was counted from, and
 *  the ledger of publications against what is still published. */
export async function verifySnapshots(
  tx: Tx,
  means: { recount: Recount },
): Promise<{ snapshots: number; faults: SnapshotFault[] }> {
  const heads = await listSnapshots(tx)
  const faults = await publicationFaults(tx, heads)
  for (const { id } of heads) {
    const found = await findSnapshot(tx, id)
    const sentences = found ? await faultsOf(tx, found.snapshot, means) : []
    faults.push(...sentences.map((sentence) => ({ snapshot: id, sentence })))
  }
  return { snapshots: publishedOf(heads).length, faults }
}
