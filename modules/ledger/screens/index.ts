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
export { clearDrafts } from './draft.ts'
export { FieldSources } from './field-sources.tsx'
export { type GroupHome, GroupHomesContext, LedgerHead, usePlace } from './group-home.tsx'
export { FormPanelsContext, RecordPanelsContext } from './record-panels.tsx'
export { recordUrl, type Task, type Tasks, tasksQuery } from './records.ts'
export { SearchBox } from './search-box.tsx'
export { TaskList } from './tasks.tsx'
export { ViewSwitch } from './view-switch.tsx'

/** The screens by address; each comes when it is first gone to. */
export const ledgerPages = {
  ledgers: async () => (await import('./ledgers-page.tsx')).LedgersPage,
  list: async () => (await import('./list-page.tsx')).ListPage,
  map: async () => (await import('./map-page.tsx')).MapPage,
  create: async () => (await import('./new-page.tsx')).NewPage,
  record: async () => (await import('./record-page.tsx')).RecordPage,
  handovers: async () => (await import('./handovers-page.tsx')).HandoversPage,
  report: async () => (await import('./report-page.tsx')).ReportPage,
}
