import type { DefinedLedger, Fields, Ledger, LedgerRecord } from '../../ledger/index.ts'
import { line, paragraph, table } from './blocks.ts'
import type { Told } from './declare.ts'
import type { Names, Written } from './write.ts'
import { toldOf } from './write.ts'

/** One record as it stands now, as a line of its roll tells it. */
export interface Line<F extends Fields> extends Pick<Told<F, string>, 'number' | 'has' | 'value' | 'say'> {
  state: string
  /** The state in words. */
  standing: string
  /** Its deadline has passed, whether it was met since or not. */
  late: boolean
}
interface Column<F extends Fields> {
  head: string
  /** Of the width, together one. */
  share: number
  of: (line: Line<F>) => string
}
export interface RollDeclaration<F extends Fields> {
  id: string
  title: string
  /** Which records stand in it; all when left out. */
  takes?: (line: Line<F>) => boolean
  /** Before the table, what it comes to. */
  lead?: (lines: readonly Line<F>[]) => string
  columns: readonly Column<F>[]
}
/** A ledger as one official document, on a page that lies: the declaration with its names widened. */
export interface Roll extends RollDeclaration<Fields> {
  ledger: string
}
/** Declares the roll of a ledger. A field the ledger does not have does not compile. */
export const defineRoll = <F extends Fields, M extends string>(
  ledger: DefinedLedger<F, M>,
  declaration: RollDeclaration<NoInfer<F>>,
): Roll => ({ ...(declaration as unknown as RollDeclaration<Fields>), ledger: ledger.id })

/** A record and whether its deadline has passed. */
export interface Enrolled {
  record: LedgerRecord
  late: boolean
}
const lineOf = (ledger: Ledger, names: Names, { record, late }: Enrolled): Line<Fields> => ({
  ...toldOf({ ledger, bureau: '', names, moment: momentNow(ledger, record) }),
  state: record.state,
  standing: ledger.states[record.state]?.label ?? record.state,
  late,
})
/** Secrets are not for a table that goes from hand to hand. */
function momentNow(ledger: Ledger, { number, data, by, occurredAt }: LedgerRecord) {
  const untold = new Set(Object.keys(data).filter((name) => ledger.fields[name]?.secret))
  return { move: '', person: '', at: occurredAt, reason: null, number, data, untold, by }
}

interface Wanted {
  ledger: Ledger
  bureau: string
  names: Names
  /** 2022年度, or nothing. */
  period: string
  /** In words. */
  on: string
}
/** By their numbers, as the roll shows them; what has none stands last, as it was given. */
const byNumber = ({ number: a }: Line<Fields>, { number: b }: Line<Fields>) =>
  a && b ? a.localeCompare(b) : Number(!a) - Number(!b)

/** Writes a roll. Pure. */
export function writeRoll(
  roll: Roll,
  records: readonly Enrolled[],
  { ledger, bureau, names, period, on }: Wanted,
): Written {
  const { takes = () => true } = roll
  const lines = records
    .map((one) => lineOf(ledger, names, one))
    .filter(takes)
    .sort(byNumber)
  const head = ['序号', ...roll.columns.map((column) => column.head)]
  const rows = lines.map((one, at) => [String(at + 1), ...roll.columns.map(({ of }) => of(one))])
  const serial = 0.045
  const shares = [serial, ...roll.columns.map(({ share }) => share * (1 - serial))]
  return {
    bureau,
    title: roll.title,
    number: period ? `（${period}）` : '',
    to: '',
    blocks: [
      ...(roll.lead ? [paragraph(roll.lead(lines))] : []),
      ...(rows.length ? [table(head, rows, shares)] : [line('没有符合条件的记录。')]),
    ],
    on,
    receipt: [],
    notes: [],
    isLying: true,
  }
}
