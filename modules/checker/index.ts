export { checkReading } from './check/index.ts'
export type { CheckReport, Finding, Held, Place, Severity } from './domain.ts'
export { kinds } from './domain.ts'
export { readText } from './read/text.ts'
