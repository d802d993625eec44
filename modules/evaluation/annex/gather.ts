import type { Tx } from '../../../platform/db.ts'
import { type StoredFile, storedFiles } from '../../../platform/files.ts'
import { type Data, findRecord, getLedger, getSeal } from '../../ledger/index.ts'
import type { ScoreAnswer } from '../contract.ts'
import { projectScore, projectScores } from '../queries.ts'
import { typedRecords } from '../rows.ts'
import type { Annex, AnnexFile, AnnexLine, AnnexPart } from './model.ts'
import { type AnnexSight, executionSource, sourceOf } from './sources.ts'

/** What several parts ask for. */
interface Year {
  sight: AnnexSight
  typed: ReadonlyMap<string, Data>
  files: ReadonlyMap<string, StoredFile>
}

const hashesIn = ({ files }: Data): string[] =>
  Array.isArray(files) ? files.map(({ hash }: { hash: string }) => hash) : []

function filesOf({ typed, files }: Year, indicator: string): AnnexFile[] {
  return hashesIn(typed.get(indicator) ?? {}).map((hash) => {
    const { name = '（库中没有这个文件）', size = 0 } = files.get(hash) ?? {}
    return { hash, name, size }
  })
}

const kindIn = ({ sight }: Year, evidence: string) =>
  getLedger(sight.catalog, 'indicator').fields.evidence?.options?.find(({ value }) => value === evidence)?.label ??
  evidence

async function partOf(tx: Tx, year: Year, answer: ScoreAnswer): Promise<AnnexPart> {
  const { project, name, total, grade, deductions, execution, scheme } = answer
  const lines: AnnexLine[] = [
    {
      name: '预算执行率',
      actual: execution.rate === null ? '—' : `${execution.rate}%`,
      ...{ weight: execution.weight, points: execution.points },
      kind: kindIn(year, 'payment'),
      ...(await executionSource(tx, year.sight, answer)),
      files: [],
    },
  ]
  for (const line of answer.lines)
    lines.push({
      ...{ name: line.name, actual: line.actualText, weight: line.weight, points: line.points },
      kind: kindIn(year, line.evidence),
      ...(await sourceOf(tx, year.sight, line, year.typed.get(line.id))),
      files: filesOf(year, line.id),
    })
  return { project, name, total, grade, deductions, scheme: `${scheme.title}（${scheme.document}）`, lines }
}

/** What stands behind the scores of a year. 404 for a project that is not scored, and for a seal there is not. */
export async function annexOf(tx: Tx, sight: AnnexSight, project?: string): Promise<Annex> {
  const { year, asOf } = sight
  const answers = project ? [await projectScore(tx, sight, project)] : await projectScores(tx, sight)
  const typed = new Map<string, Data>()
  // A list of what was counted has no files: they stand in the record.
  for (const [indicator, { record, data }] of await typedRecords(tx, sight))
    typed.set(indicator, { ...data, ...(await findRecord(tx, 'typed-value', record))?.data })
  const files = await storedFiles(tx, [...new Set([...typed.values()].flatMap(hashesIn))])
  const parts: AnnexPart[] = []
  for (const answer of answers) parts.push(await partOf(tx, { sight, typed, files }, answer))
  const seal = asOf === undefined ? null : await getSeal(tx, asOf)
  return { year, seal: seal && { n: seal.n, at: seal.at, hash: seal.hash }, parts }
}
