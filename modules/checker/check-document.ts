import { createHash } from 'node:crypto'
import { invalid } from '../../platform/errors.ts'
import { type Content, contentOf } from './domain/content.ts'
import type { CheckReport } from './domain.ts'
import { type Reading, Unreadable } from './read/reading.ts'
import { readDocument } from './reader.ts'

export interface CheckedDocument {
  report: CheckReport
  content: Content
}

/** The rules come when the first document does: a server that starts need not wait for them. */
async function reportOn(reading: Reading): Promise<CheckReport> {
  const { checkReading } = await import('./check/index.ts')
  return checkReading(reading)
}

/** Reads and checks one document and keeps nothing of it. What cannot be read is a refusal (422) with its sentence. */
export async function checkHandedIn(name: string, bytes: Uint8Array): Promise<CheckedDocument> {
  try {
    const reading = await readDocument(name, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { report: await reportOn(reading), content: contentOf(reading, sha256) }
  } catch (error) {
    if (error instanceof Unreadable) throw invalid(`check.${error.code}`, error.message, { reason: error.code })
    throw error
  }
}

/** Checks words that stand in no file: a paragraph or a row of a table a line, its cells set apart by tabs. */
export async function checkWords(name: string, words: string): Promise<CheckReport> {
  const { readText } = await import('./read/text.ts')
  return reportOn(readText(name, words))
}
