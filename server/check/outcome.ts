import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import {
  type CheckedDocument,
  type CheckReport,
  checkedDocument,
  countsOf,
  Desk,
  severities,
  Unreadable,
} from '../../modules/checker/index.ts'
import type { Wanted } from './files.ts'

/** What became of a document: a report on it, or a sentence why there is none. */
export type Outcome = { name: string } & (
  | { checked: CheckedDocument }
  | { unreadable: { code: string; sentence: string } }
)
export type Read = Extract<Outcome, { checked: CheckedDocument }>
export const isRead = (outcome: Outcome): outcome is Read => 'checked' in outcome

/** Checks the documents, as many at a time as the machine has cores, and keeps their order. */
export async function outcomesOf(files: readonly Wanted[], step: (name: string) => void): Promise<Outcome[]> {
  const threads = Math.min(files.length, availableParallelism(), 8)
  const desk = new Desk({ threads })
  const outcomes: Outcome[] = []
  let next = 0
  const work = async () => {
    for (let at = next++; at < files.length; at = next++) {
      const file = files[at] as Wanted
      outcomes[at] = await outcomeOf(desk, file)
      step(file.name)
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  await desk.close()
  return outcomes
}

async function outcomeOf(desk: Desk, { name, path, missing }: Wanted): Promise<Outcome> {
  if (missing) return { name, unreadable: { code: 'missing', sentence: `没有“${path}”这个文件或目录；请核对路径。` } }
  try {
    const bytes = readFileSync(path)
    return { name, checked: checkedDocument(await desk.check(name, bytes), bytes) }
  } catch (error) {
    if (error instanceof Unreadable) return { name, unreadable: { code: error.code, sentence: error.message } }
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      return { name, unreadable: { code: 'missing', sentence: '没有读这个文件的权限；请换一个账号，或改文件的权限。' } }
    throw error
  }
}

/** The shape that programs read; of what could not be read there is `unreadable`, and nothing found. */
export function jsonOf(outcome: Outcome): CheckReport & { unreadable?: { code: string; sentence: string } } {
  if (isRead(outcome)) return outcome.checked.report
  const { name, unreadable } = outcome
  return { document: { name, characters: 0 }, findings: [], checked: [], facts: 0, unreadable }
}

/** 0: nothing wrong; 1: something was found; 2: something could not be read. */
export function exitCode(outcomes: readonly Outcome[]): 0 | 1 | 2 {
  if (!outcomes.every(isRead)) return 2
  return outcomes.some(({ checked }) => checked.report.findings.length) ? 1 : 0
}

/** Documents with the most errors first, then those with the most of what is less grave; by name where all is equal. */
export function ranked(outcomes: readonly Outcome[]): Read[] {
  const counts = ({ checked }: Read) => countsOf(checked.report.findings)
  return outcomes.filter(isRead).sort((one, other) => {
    const [mine, its] = [counts(one), counts(other)]
    for (const { severity } of severities) if (mine[severity] !== its[severity]) return its[severity] - mine[severity]
    return one.name.localeCompare(other.name, 'zh')
  })
}
