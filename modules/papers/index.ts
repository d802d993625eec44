export { paperDocx } from './docx.ts'
export * from './domain.ts'
export type { PapersRuntime } from './queries.ts'
export { registerPapers } from './routes.ts'
