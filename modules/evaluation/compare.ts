import type { Tx } from '../../platform/db.ts'
import type { ScoreAnswer } from './contract.ts'
import { subjectOf } from './domain/whole.ts'
import { projectScore } from './queries.ts'
import { schemesIn } from './schemes.ts'
import type { ScoreSight } from './sight.ts'

export interface ByScheme {
  scheme: string
  title: string
  total: string
  grade: string
  fits: boolean
  differs: string[]
}

/** Where two scores of the same tree part, each with the reason of the second. */
function differences(own: ScoreAnswer, other: ScoreAnswer): string[] {
  const row =
    own.execution.points === other.execution.points
      ? []
      : [`预算执行率：${own.execution.weight}分得${own.execution.points}分，此办法${other.execution.because}`]
  const lines = own.lines.flatMap((line, i) => {
    const there = other.lines[i]!
    return there.points === line.points ? [] : [`“${line.name}”得${line.points}分，此办法：${there.because}`]
  })
  const grade = own.grade === other.grade ? [] : [`等级由“${own.grade}”变为“${other.grade}”。`]
  return [...row, ...lines, ...(other.capped ? [other.capped] : []), ...grade]
}

/** A project's tree, or that of the whole, scored by every scheme for such, that which applies first, with why the others differ. */
export async function bySchemes(tx: Tx, sight: ScoreSight, project: string): Promise<ByScheme[]> {
  const own = await projectScore(tx, sight, project)
  const found: ByScheme[] = []
  const { of } = await schemesIn(tx, sight)
  for (const { id, title } of of(subjectOf(project))) {
    const other = id === own.scheme.id ? own : await projectScore(tx, { ...sight, scheme: id }, project)
    const fits = !other.faults.length
    found.push({ scheme: id, title, total: other.total, grade: other.grade, fits, differs: differences(own, other) })
  }
  return found
}
