import { parseCsv, writeCsv } from 'hucre/csv'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { isDay } from '../../platform/clock.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import type { OrgView } from '../org/index.ts'
import type { RowProblem } from './commands.ts'
import type { Row } from './contract.ts'
import { type Data, type Field, isFiled, type Ledger } from './domain.ts'

type Cell = unknown
interface ReadRow {
  row: number
  data: Data
}
const mostRows = 5000

/** The move by which a row of a file opens a record, and the fields that can stand in a cell. */
export function importOf(ledger: Ledger) {
  const opening = Object.entries(ledger.moves).find(([, one]) => one.from === 'new' && !one.inside)
  if (!opening) throw notFound('ledger.no-import', `${ledger.title}由系统在办理时自动登记，不能导入。`)
  const [id, move] = opening
  const names = [...(move.needs ?? []), ...(move.may ?? [])].filter((name) => !isFiled(ledger.fields[name]!.kind))
  return { move: id, names, needed: new Set(move.needs ?? []) }
}

export const textOf = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim()
const scaled = (cell: Cell, places: number): number | undefined => {
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(textOf(cell).replace(/[,，\s]/g, ''))
  if (!match) return undefined
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  if (decimals.length > places) return undefined
  return Number(`${match[1]}${match[2]}${decimals.padEnd(places, '0')}`)
}
const dayOfCell = (cell: Cell) => {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(textOf(cell).slice(0, 11).trim())
  const day = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : ''
  return isDay(day) ? day : undefined
}
const pointOfCell = (cell: Cell) => {
  const [lng, lat] = textOf(cell)
    .split(/[,，\s]+/)
    .map(Number)
  return Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : undefined
}
const idNamed = (things: readonly { id: string; name: string }[], cell: Cell) => {
  const named = things.filter(({ id, name }) => name === textOf(cell) || id === textOf(cell))
  return named.length === 1 ? named[0]!.id : undefined
}

/** What a cell says, or undefined when it does not say it. */
function readCell(field: Field, cell: Cell, data: Data, world: OrgView): unknown {
  switch (field.kind) {
    case 'choice':
      return field.options?.find(
        ({ value, label, parent }) =>
          (label === textOf(cell) || value === textOf(cell)) && (!field.within || parent === data[field.within]),
      )?.value
    case 'date':
      return dayOfCell(cell)
    case 'integer':
      return scaled(cell, 0)
    case 'money':
      return scaled(cell, 2)
    case 'quantity':
      return scaled(cell, 3)
    case 'yes':
      return ({ 是: true, 否: false } as Record<string, boolean>)[textOf(cell)]
    case 'point':
      return pointOfCell(cell)
    case 'unit':
      return idNamed(world.units, cell)
    case 'person':
      return idNamed(world.people, cell)
    default:
      return textOf(cell)
  }
}
const expected: Partial<Record<Field['kind'], string>> = {
  choice: '请从模板列出的选项中选择',
  date: '请写成2022-12-31',
  integer: '请填整数',
  money: '请填以元为单位、最多两位小数的金额',
  quantity: '请填最多三位小数的数量',
  yes: '请填“是”或“否”',
  point: '请填“经度,纬度”，例如111.62,26.22',
  unit: '没有这个单位，或有重名',
  person: '没有这个人员，或有重名',
}

export async function cellsOf(file: { name: string; bytes: Buffer }): Promise<Cell[][]> {
  try {
    if (/\.csv$/i.test(file.name))
      return parseCsv(new TextDecoder('utf-8').decode(file.bytes).replace(/^\uFEFF/, '')) as Cell[][]
    const book = await readXlsx(new Uint8Array(file.bytes))
    return (book.sheets[0]?.rows ?? []) as Cell[][]
  } catch {
    throw invalid('ledger.file', `“${file.name}”不是能读的表格；请用模板另存为 .xlsx 或 UTF-8 的 .csv 后再导入。`)
  }
}

function columnsOf(ledger: Ledger, head: readonly Cell[]): (string | undefined)[] {
  const { names, needed } = importOf(ledger)
  const byLabel = new Map(names.map((name) => [ledger.fields[name]!.label, name]))
  const columns = head.map((cell) =>
    byLabel.get(
      textOf(cell)
        .replace(/[*＊]$/, '')
        .replace(/（元）$/, ''),
    ),
  )
  const unknown = head.map(textOf).filter((label, i) => label && !columns[i])
  const missing = [...needed]
    .filter((name) => names.includes(name) && !columns.includes(name))
    .map((name) => ledger.fields[name]!.label)
  if (unknown.length || missing.length)
    throw invalid(
      'ledger.file-columns',
      `${[
        unknown.length ? `表头里的“${unknown.join('”“')}”不认识` : '',
        missing.length ? `还差“${missing.join('”“')}”列` : '',
      ]
        .filter(Boolean)
        .join('；')}；请使用下载的模板，不要改动表头。`,
    )
  return columns
}

/** Reads a file's rows as the data of opening moves. All or nothing: every cell that cannot be read is listed. */
export async function readRows(
  ledger: Ledger,
  world: OrgView,
  file: { name: string; bytes: Buffer },
): Promise<ReadRow[]> {
  const [head, ...body] = await cellsOf(file)
  if (!head?.some((cell) => textOf(cell))) throw invalid('ledger.file-empty', '表格是空的；请在模板里填写后再导入。')
  const columns = columnsOf(ledger, head)
  const problems: RowProblem[] = []
  const rows = body.flatMap((cells, i) => {
    if (!cells.some((cell) => textOf(cell))) return []
    return [readRow(ledger, world, columns, cells, i + 2, problems)]
  })
  if (!rows.length) throw invalid('ledger.file-empty', '表格里只有表头，没有数据行。')
  if (rows.length > mostRows)
    throw invalid('ledger.too-many', `一次最多导入${mostRows}行，这里有${rows.length}行；请分成几个文件。`)
  if (problems.length)
    throw invalid(
      'ledger.rows',
      `${rows.length}行中有${new Set(problems.map((p) => p.row)).size}行不能导入，所以一行也没有保存；请按清单改正后重新导入。`,
      { rows: problems },
    )
  return rows
}

function readRow(
  ledger: Ledger,
  world: OrgView,
  columns: readonly (string | undefined)[],
  cells: readonly Cell[],
  row: number,
  problems: RowProblem[],
): ReadRow {
  const data: Data = {}
  columns.forEach((name, i) => {
    if (!name || !textOf(cells[i])) return
    const field = ledger.fields[name]!
    const value = readCell(field, cells[i], data, world)
    if (value === undefined)
      problems.push({
        row,
        column: field.label,
        sentence: `“${textOf(cells[i]).slice(0, 40)}”读不出来：${expected[field.kind] ?? '请检查'}`,
      })
    else data[name] = value
  })
  return { row, data }
}

/** A cell that a spreadsheet would run as a formula is made text again. */
const harmless = (value: string) => (/^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value)

export function shown(field: Field, value: unknown, world: OrgView): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'money') return ((value as number) / 100).toFixed(2)
  if (field.kind === 'quantity') return String((value as number) / 1000)
  if (field.kind === 'choice') return field.options?.find((option) => option.value === value)?.label ?? String(value)
  if (field.kind === 'unit') return world.unitName(String(value))
  if (field.kind === 'person') return world.personName(String(value))
  if (field.kind === 'yes') return value ? '是' : '否'
  return typeof value === 'object' ? '' : String(value)
}

const shanghai = (at: string | null) =>
  at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : ''

/** A list as a spreadsheet: fixed columns first, then the ledger's listed fields. */
export async function writeRows(
  ledger: Ledger,
  world: OrgView,
  rows: readonly Row[],
  kind: 'xlsx' | 'csv',
): Promise<Buffer> {
  const listed = Object.entries(ledger.fields).filter(([, field]) => field.listed && !field.secret)
  const head = [
    '编号',
    '状态',
    '标题',
    '承办',
    '建立时间',
    '截止时间',
    '办结时间',
    '是否超时',
    ...listed.map(([, field]) => field.label),
  ]
  const body = rows.map((row) =>
    [
      row.number ?? '',
      row.stateLabel,
      row.title,
      row.holderText,
      shanghai(row.occurredAt),
      shanghai(row.dueAt),
      shanghai(row.closedAt),
      row.late ? '超时' : '',
      ...listed.map(([name, field]) => shown(field, row.data[name], world)),
    ].map(harmless),
  ) // prettier-ignore
  if (kind === 'csv') return Buffer.from(`\uFEFF${writeCsv([head, ...body])}`)
  return Buffer.from(await writeXlsx({ sheets: [{ name: ledger.title, rows: [head, ...body] }] }))
}

/** The empty table to fill in, and a second sheet that says what each column takes. */
export async function writeTemplate(ledger: Ledger, world: OrgView): Promise<Buffer> {
  const { names, needed } = importOf(ledger)
  const label = (name: string) =>
    `${ledger.fields[name]!.label}${ledger.fields[name]!.kind === 'money' ? '（元）' : ''}${needed.has(name) ? '*' : ''}`
  const about = names.map((name) => {
    const field = ledger.fields[name]!
    const options =
      field.kind === 'unit'
        ? world.units.map(({ name: unit }) => unit)
        : (field.options ?? []).map((option) => option.label)
    return [
      field.label,
      needed.has(name) ? '必填' : '可不填',
      expected[field.kind] ?? '文字',
      options.slice(0, 200).join('、'),
    ]
  })
  return Buffer.from(
    await writeXlsx({
      sheets: [
        { name: ledger.title, rows: [names.map(label)] },
        { name: '填写说明', rows: [['列', '是否必填', '怎样填', '可选项'], ...about] },
      ],
    }),
  )
}
