import { invalid, notFound } from '../../../platform/errors.ts'
import { type Data, isFiled, isOffered, type Ledger } from '../domain.ts'
import { type Cell, textOf } from './cells.ts'
import type { Table } from './tables.ts'

/** The move by which a row of a file opens a record, and the fields that can stand in a cell. */
export function importOf(ledger: Ledger) {
  const opening = Object.entries(ledger.moves).find(([, one]) => one.from === 'new' && isOffered(one))
  if (!opening) throw notFound('ledger.no-import', `${ledger.title}由系统在办理时自动登记，不能导入。`)
  const [id, move] = opening
  const names = [...(move.needs ?? []), ...(move.may ?? [])].filter((name) => !isFiled(ledger.fields[name]!.kind))
  return { move: id, names, needed: new Set(move.needs ?? []) }
}

/** A sheet whose columns are known: `columns` by place, `from` the place of the first row under the head. */
export interface Sheet extends Table {
  columns: readonly (string | undefined)[]
  from: number
  /** What the name of the sheet says of all its rows: 部件. */
  given: Data
}

/** A word at the head of a column without what people add to it. */
const bare = (cell: Cell) =>
  textOf(cell)
    .normalize('NFKC')
    .replace(/[\s*:()[\]【】〔〕]/g, '')

/** What a bureau calls its columns stands before what they are called here. */
function knownWords(ledger: Ledger, called: Readonly<Record<string, string>>): Map<string, string> {
  const { names } = importOf(ledger)
  const words = names.flatMap((name) => {
    const { label, alsoCalled = [], kind } = ledger.fields[name]!
    const called = [label, ...alsoCalled].map((word): [string, string] => [bare(word), name])
    return kind === 'money'
      ? called.flatMap(([word]): [string, string][] => [
          [word, name],
          [`${word}元`, name],
        ])
      : called
  })
  const own = Object.entries(called).flatMap(([word, name]): [string, string][] =>
    names.includes(name) ? [[bare(word), name]] : [],
  )
  return new Map([...words, ...own])
}

/** Each column once; what is not known or stands there again is left open. */
function columnsIn(known: ReadonlyMap<string, string>, head: readonly Cell[]): (string | undefined)[] {
  const names = head.map((cell) => known.get(bare(cell)))
  return names.map((name, i) => (names.indexOf(name) === i ? name : undefined))
}
const named = (columns: readonly unknown[]) => columns.filter(Boolean).length
const headWithin = 10

/** The head is the row that names most columns; a title may stand above it. */
function withHead(known: ReadonlyMap<string, string>, table: Table): Omit<Sheet, 'given'> {
  const heads = table.rows.slice(0, headWithin).map((cells) => columnsIn(known, cells))
  const most = Math.max(0, ...heads.map(named))
  const at = most ? heads.findIndex((columns) => named(columns) === most) : table.rows.findIndex(({ length }) => length)
  return { ...table, columns: heads[at] ?? [], from: at + 1 }
}

/** A choice that must be made and has no column may stand in the name of the sheet. */
function givenBy(ledger: Ledger, { name, columns }: Omit<Sheet, 'given'>): Data {
  const open = [...importOf(ledger).needed].filter((field) => !columns.includes(field))
  return Object.fromEntries(
    open.flatMap((field) => {
      const option = ledger.fields[field]!.options?.find(({ label }) => label === name.trim())
      return option ? [[field, option.value]] : []
    }),
  )
}

/** What a person said of columns nobody knows: to be left out, or what field they are. */
export interface SaidOfColumns {
  leaveOut: readonly string[]
  called: Readonly<Record<string, string>>
}
/** The sheets that hold rows of the ledger. Columns nobody knows are refused, until somebody has said what they are. */
export function sheetsOf(ledger: Ledger, tables: readonly Table[], { leaveOut, called }: SaidOfColumns): Sheet[] {
  const known = knownWords(ledger, called)
  const filled = tables.filter(({ rows }) => rows.some((cells) => cells.length)).map((table) => withHead(known, table))
  if (!filled.length) throw invalid('ledger.file-empty', '表格是空的；请在模板里填写后再导入。')
  const ours = filled.filter(({ columns }) => named(columns) >= Math.min(2, known.size))
  const sheets = (ours.length ? ours : filled.slice(0, 1)).map((sheet) => ({ ...sheet, given: givenBy(ledger, sheet) }))
  const { names, needed } = importOf(ledger)
  const unknown = new Set<string>()
  const missing = new Set<string>()
  for (const { rows, columns, from, given } of sheets) {
    const labels = (rows[from - 1] ?? []).map(textOf)
    for (const [i, label] of labels.entries()) if (label && !columns[i] && !leaveOut.includes(label)) unknown.add(label)
    for (const name of names)
      if (needed.has(name) && !columns.includes(name) && !(name in given)) missing.add(ledger.fields[name]!.label)
  }
  if (unknown.size || missing.size)
    throw invalid(
      'ledger.file-columns',
      `${[
        unknown.size ? `表头里的“${[...unknown].join('”“')}”不认识或重复` : '',
        missing.size ? `还差“${[...missing].join('”“')}”列` : '',
      ]
        .filter(Boolean)
        .join('；')}；请为不认识的列选择字段或不导入，或改用模板的表头。`,
      { columns: [...unknown], choices: names.map((field) => ({ field, label: ledger.fields[field]!.label })) },
    )
  return sheets
}
