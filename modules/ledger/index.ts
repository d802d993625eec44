/** The front door of the ledger engine for the modules below and for the catalog. */
export { addDays, type Day, dayOf } from '../../platform/clock.ts'
export {
  type Finder,
  type Found,
  importRows,
  type Life,
  type MoveRequest,
  makeDue,
  makeFound,
  moveMany,
  type RowProblem,
  recordMove,
  recordMoveIn,
  recordPublic,
  replay,
  replayInParts,
} from './commands.ts'
export type {
  Actor,
  ChainedEntry,
  Data,
  DataOf,
  Dated,
  DefinedLedger,
  Entry,
  Field,
  FieldKind,
  Fields,
  Ledger,
  LedgerRecord,
  Metric,
  Option,
  Photo,
  Point,
  Reach,
  Reaches,
  Sight,
  Signature,
  State,
  Telling,
  Tone,
  ValueOf,
} from './domain.ts'
export {
  balance,
  batchNumber,
  canonical,
  choice,
  count,
  date,
  decide,
  defineLedger,
  distinct,
  ends,
  inForce,
  integer,
  isRate,
  isStock,
  isTimed,
  lasts,
  limit,
  longText,
  maskName,
  maskPerson,
  money,
  on,
  openMoves,
  paperNumber,
  person,
  photos,
  point,
  quantity,
  ratio,
  ref,
  SYSTEM,
  share,
  signature,
  stock,
  stockShare,
  sum,
  text,
  unit,
  yes,
} from './domain.ts'
export { type StandingRecord, standingRecords } from './queries/standing.ts'
export {
  type Disclosed,
  type Disclosure,
  disclosed,
  disclosures,
  heldTitles,
  type Moment,
  momentsOf,
  pagesOfDisclosure,
} from './queries.ts'
export { ledgerPermissions, readerOf, registerLedger, withFacets } from './routes.ts'
export { getLedger, type LedgerCatalog, type LedgerRuntime, ledgerCatalog, sharedLock } from './runtime.ts'
export { checkSeals, finishSeals, type SealFault, sealNow } from './sealing.ts'
export { type Counted, countedBy, type Dimension, dimensions, type Scope } from './store/counts.ts'
export { countedOnDays, countsByDays } from './store/days.ts'
export { type DrillRow, drillEntries } from './store/drill.ts'
export { recordsOf } from './store/lists.ts'
export { daysOf, findRecord, isRequested, yearsOf } from './store/records.ts'
export { getSeal, type Seal, seals } from './store/seals.ts'
export { type LedgerFault, verifyLedger } from './verify.ts'
