import { writeCsv } from 'hucre/csv'
import { writeXlsx } from 'hucre/xlsx'
import type { OrgView } from '../../org/index.ts'
import type { Row } from '../contract.ts'
import { exportedFields, type Ledger } from '../domain.ts'
import { expected, shown } from './cells.ts'
import { importOf } from './columns.ts'
import { exampleMark, exampleOf } from './example.ts'

/** A cell that a spreadsheet would run as a formula is made text again. */
const harmless = (value: string) => (/^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value)

const shanghai = (at: string | null) =>
  at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : ''

/** In digits; a Chinese character is as wide as two. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter < '\u2000' ? 1 : 2), 0)
const [least, most] = [8, 48]
/** As wide as their longest text, within what a screen shows; longer texts take several lines. */
const columnsOf = (rows: readonly (readonly string[])[]) =>
  rows[0]!.map((_, at) => {
    const longest = rows.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? '')), least)
    return {
      width: Math.min(most, longest + 2),
      ...(longest > most ? { style: { alignment: { wrapText: true, vertical: 'top' as const } } } : {}),
    }
  })

/** A list as a spreadsheet: fixed columns first, then the ledger's listed fields and those too long for a list. */
export async function writeRows(
  ledger: Ledger,
  world: OrgView,
  rows: readonly Row[],
  kind: 'xlsx' | 'csv',
): Promise<Buffer> {
  const listed = exportedFields(ledger.fields).map((name) => [name, ledger.fields[name]!] as const)
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
      ...listed.map(([name, field]) => shown(field, row.data[name], world, row.names)),
    ].map(harmless),
  ) // prettier-ignore
  if (kind === 'csv') return Buffer.from(`\uFEFF${writeCsv([head, ...body])}`)
  return Buffer.from(
    await writeXlsx({ sheets: [{ name: ledger.title, rows: [head, ...body], columns: columnsOf([head, ...body]) }] }),
  )
}

const grey = { font: { color: { rgb: '8C8C8C' } } }
/** The table to fill in with an example, and a second sheet that says what each column takes. */
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
  const [first = '', ...others] = exampleOf(ledger, world)
  const note = ['（示例行）', '', `以“${exampleMark}”开头的一行是示例，导入时跳过，可以删去`, '']
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: ledger.title,
          rows: [names.map(label), [exampleMark + first, ...others]],
          cells: new Map(names.map((_, i) => [`1,${i}`, { style: grey }])),
        },
        { name: '填写说明', rows: [['列', '是否必填', '怎样填', '可选项'], note, ...about] },
      ],
    }),
  )
}
