export {
  type Catalog,
  catalogQuery,
  fieldOfKind,
  type LedgerView,
  openings,
  useCatalog,
  useLedger,
  useLedgers,
  useYear,
} from './catalog.ts'
export { FieldSources } from './field-sources.tsx'
export { recordUrl, type Task, type Tasks, tasksQuery } from './records.ts'
export { SearchBox } from './search-box.tsx'
export { TaskList } from './tasks.tsx'
