import { invalid } from '../../platform/errors.ts'
import type { ReceiptLine, RowProblem } from './commands.ts'
import { type TableFile, tablesOf, textOf } from './sheets.ts'

const results = new Map([
  ['接收', true],
  ['退回', false],
])

/** Reads a receipt: a table with the columns 编号, 结果 (接收 or 退回) and 原因. Every line that cannot be read is listed. */
export async function readReceipt(file: TableFile): Promise<ReceiptLine[]> {
  const [table] = await tablesOf(file)
  const [head = [], ...body] = table?.rows ?? []
  const column = (label: string) => head.findIndex((cell) => textOf(cell) === label)
  const [number, result, reason] = [column('编号'), column('结果'), column('原因')]
  if (number < 0 || result < 0)
    throw invalid('ledger.receipt', '回执应有“编号”“结果”“原因”三列，结果写“接收”或“退回”；请按此整理后再导入。')
  const problems: RowProblem[] = []
  const lines = body.flatMap((cells, i): ReceiptLine[] => {
    if (!cells.some((cell) => textOf(cell))) return []
    const row = i + 2
    const accepted = results.get(textOf(cells[result]))
    const why = reason < 0 ? '' : textOf(cells[reason])
    if (accepted === undefined) problems.push({ row, column: '结果', sentence: '应写“接收”或“退回”' })
    else if (!accepted && !why) problems.push({ row, column: '原因', sentence: '退回的应写明原因' })
    else return [{ row, number: textOf(cells[number]), accepted, ...(why ? { reason: why } : {}) }]
    return []
  })
  if (problems.length)
    throw invalid('ledger.rows', `回执有${problems.length}行读不出来，所以一行也没有登记；请按清单改正。`, {
      rows: problems,
    })
  if (!lines.length) throw invalid('ledger.file-empty', '回执里没有数据行。')
  return lines
}
