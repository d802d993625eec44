import { invalid } from '../../../platform/errors.ts'
import type { OrgView } from '../../org/index.ts'
import { placeOf, type RowPlace, type RowProblem, rowsIn } from '../commands.ts'
import type { ImportChoices, RowAnswer } from '../contract.ts'
import type { Data, Ledger } from '../domain.ts'
import { type Cell, expected, proposalFor, readCell, textOf } from './cells.ts'
import { importOf, type Sheet, sheetsOf } from './columns.ts'
import { exampleMark } from './example.ts'
import { type TableFile, tablesOf } from './tables.ts'

interface ReadRow extends RowPlace {
  data: Data
  /** Which cells a person answered for, when there are any. */
  reason?: string
}
const mostRows = 5000

/** What people answered for cells that could not be read, by the row: a text by field, or that the row is left out. */
function answersIn(ledger: Ledger, answers: readonly RowAnswer[]) {
  const { names } = importOf(ledger)
  const strange = answers.find(({ field }) => field !== undefined && !names.includes(field))
  if (strange) throw invalid('ledger.answers', `导入没有“${strange.field}”这一列；请刷新页面后重新导入。`)
  const of = ({ row, sheet = '' }: RowPlace) => answers.filter((one) => one.row === row && (one.sheet ?? '') === sheet)
  return {
    leavesOut: (place: RowPlace) => of(place).some(({ field }) => field === undefined),
    textsFor: (place: RowPlace) => new Map(of(place).flatMap(({ field, text = '' }) => (field ? [[field, text]] : []))),
  }
}

/**
 * Reads a file's rows as the data of opening moves. All or nothing: every cell that cannot be read is listed, with what was
 * probably meant, until somebody has answered for it.
 */
export async function readRows(
  ledger: Ledger,
  world: OrgView,
  file: TableFile,
  { answers = [], leaveOut = [], columns = {} }: Partial<ImportChoices> = {},
): Promise<{ rows: ReadRow[]; left: number }> {
  const sheets = sheetsOf(ledger, await tablesOf(file), { leaveOut, called: columns })
  const answered = answersIn(ledger, answers)
  const problems: RowProblem[] = []
  const rows: ReadRow[] = []
  let left = 0
  for (const sheet of sheets)
    for (const [i, cells] of sheet.rows.entries()) {
      if (i < sheet.from || !cells.length || isExample(cells)) continue
      const place = placeOf({ row: i + 1, ...(sheets.length > 1 ? { sheet: sheet.name } : {}) })
      if (answered.leavesOut(place)) left++
      else rows.push(readRow(ledger, world, sheet, cells, place, answered.textsFor(place), problems))
    }
  if (!rows.length) throw invalid('ledger.file-empty', '表格里只有表头，没有要导入的数据行。')
  if (rows.length > mostRows)
    throw invalid('ledger.too-many', `一次最多导入${mostRows}行，这里有${rows.length}行；请分成几个文件。`)
  if (problems.length)
    throw invalid(
      'ledger.rows',
      `${rows.length}行中有${rowsIn(problems)}行不能导入，所以一行也没有保存；请逐条答复，或在表格里改正后重新导入。`,
      { rows: problems },
    )
  return { rows, left }
}

const isExample = (cells: readonly Cell[]) => cells.map(textOf).find(Boolean)!.startsWith(exampleMark)

function readRow(
  ledger: Ledger,
  world: OrgView,
  { columns, given }: Sheet,
  cells: readonly Cell[],
  place: RowPlace,
  texts: ReadonlyMap<string, string>,
  problems: RowProblem[],
): ReadRow {
  const data: Data = { ...given }
  const notes: string[] = []
  for (const name of new Set([...columns, ...texts.keys()])) {
    if (!name) continue
    const field = ledger.fields[name]!
    const cell = cells[columns.indexOf(name)]
    const [raw, answer] = [textOf(cell), texts.get(name)]
    // What is kept apart does not stand in a reason.
    if (answer !== undefined)
      notes.push(
        field.secret ? `“${field.label}”` : `“${field.label}”${raw ? `原文为“${raw}”` : '原为空'}，填为“${answer}”`,
      )
    if (!(answer ?? raw)) continue
    const value = readCell(field, answer ?? cell, data, world)
    if (value !== undefined) data[name] = value
    else problems.push(problemIn(ledger, place, name, raw, answer))
  }
  return { ...place, data, ...(notes.length ? { reason: `导入时由人核定：${notes.join('；')}` } : {}) }
}

function problemIn(ledger: Ledger, place: RowPlace, name: string, raw: string, answer: string | undefined): RowProblem {
  const field = ledger.fields[name]!
  const said = answer ?? raw
  const proposal = proposalFor(field, said)
  const sentence = `“${said.slice(0, 40)}”读不出来：${expected[field.kind] ?? '请检查'}`
  return { ...place, field: name, column: field.label, raw, ...(proposal ? { proposal } : {}), sentence }
}
