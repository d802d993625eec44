export { approve, type Submission, sendBack, submit, withdraw } from './commands.ts'
export * from './domain.ts'
export { sectionId, sectionsHtml } from './html.ts'
export { checkPackage, type PackageReport } from './package/check.ts'
export { packageOf, rowsName } from './package/files.ts'
export { type FoundReport, plain, publishedSearch, type SearchResult } from './queries/search.ts'
export {
  type PublicBureau,
  type PublicFigure,
  type PublicSnapshot,
  publicBureau,
  publicBureaus,
  publicFigure,
  publicRows,
  publicSnapshot,
  replacedBy,
} from './queries.ts'
export { registerReporting } from './routes.ts'
export type { ReportingRuntime } from './runtime.ts'
export { type Body, type FrozenFigure, hashPublic, type Part, type PublicRow, type Snapshot } from './snapshot.ts'
export type { Spread } from './store.ts'
export { type Recount, recountFrom, type SnapshotFault, verifySnapshots } from './verify.ts'
