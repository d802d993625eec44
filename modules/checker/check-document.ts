import { createHash } from 'node:crypto'
import { invalid } from '../../platform/errors.ts'
import { type Checked, examineDocument } from './desk.ts'
import { type Content, contentOf } from './domain/content.ts'
import type { CheckReport } from './domain.ts'
import { Unreadable } from './read/reading.ts'

export interface CheckedDocument {
  report: CheckReport
  content: Content
}

/** What was found in a document, and the document itself for whoever shows it. */
export function checkedDocument({ reading, report }: Checked, bytes: Uint8Array): CheckedDocument {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { report, content: contentOf(reading, sha256) }
}

/** Reads and checks one document and keeps nothing of it. What cannot be read is a refusal (422) with its sentence. */
export async function checkHandedIn(name: string, bytes: Uint8Array): Promise<CheckedDocument> {
  try {
    return checkedDocument(await examineDocument(name, bytes), bytes)
  } catch (error) {
    if (error instanceof Unreadable) throw invalid(`check.${error.code}`, error.message, { reason: error.code })
    throw error
  }
}

/** Checks words that stand in no file: a paragraph or a row of a table a line, its cells set apart by tabs. */
export async function checkWords(name: string, words: string): Promise<CheckReport> {
  // The rules come when there is something to check: a server that starts need not wait for them.
  const [{ readText }, { checkReading }] = await Promise.all([import('./read/text.ts'), import('./check/index.ts')])
  return checkReading(readText(name, words))
}
