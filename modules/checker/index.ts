export { type CheckedDocument, checkedDocument, checkHandedIn, checkWords } from './check-document.ts'
export { type Checked, Desk, examineDocument, readDocument } from './desk.ts'
export type { Content } from './domain/content.ts'
export { readable, readableWords } from './domain/formats.ts'
export { meaningOf, sidesOf } from './domain/meant.ts'
export * from './domain/shown.ts'
export * from './domain/tally.ts'
export * from './domain/words.ts'
export type { CheckReport, Finding, Held, Place, Severity } from './domain.ts'
export { kinds } from './domain.ts'
export { fileIn } from './file-in.ts'
export { type Reading, Unreadable } from './read/reading.ts'

import type { registerChecker as register } from './routes.ts'
import type { findingsBook as bind } from './sheets/book.ts'

/** Whoever only checks a file loads neither a server nor what writes office files. */
export const registerChecker = async (...given: Parameters<typeof register>): Promise<void> =>
  (await import('./routes.ts')).registerChecker(...given)
export const findingsBook = async (...given: Parameters<typeof bind>): Promise<Buffer> =>
  (await import('./sheets/book.ts')).findingsBook(...given)
