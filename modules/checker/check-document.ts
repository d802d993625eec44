import { createHash } from 'node:crypto'
import { invalid } from '../../platform/errors.ts'
import { checkReading } from './check/index.ts'
import { type Content, contentOf } from './domain/content.ts'
import type { CheckReport } from './domain.ts'
import { Unreadable } from './read/reading.ts'
import { readDocument } from './reader.ts'

export interface CheckedDocument {
  report: CheckReport
  content: Content
}

/** Reads and checks one document and keeps nothing of it. What cannot be read is a refusal (422) with its sentence. */
export async function checkDocument(name: string, bytes: Uint8Array): Promise<CheckedDocument> {
  try {
    const reading = await readDocument(name, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { report: checkReading(reading), content: contentOf(reading, sha256) }
  } catch (error) {
    if (error instanceof Unreadable) throw invalid(`check.${error.code}`, error.message, { reason: error.code })
    throw error
  }
}
