import { writeXlsx } from 'hucre/xlsx'
import { countsOf, severities } from '../domain/words.ts'
import type { CheckReport } from '../domain.ts'
import { head, linesOf, type Sheet } from './lines.ts'
import { body, type Cells, findingsXlsx, heading, put, sheetOf, widths } from './xlsx.ts'

export type BookEntry = { name: string; sha256: string; on: string } & CheckReport

const open = ({ findings, ...rest }: BookEntry): Sheet => ({
  ...rest,
  findings: findings.map((finding) => ({ ...finding, standing: 'open' as const })),
})

/** The findings of one document as its sheet; of several as one workbook: the documents in the order given, then all findings. */
export async function findingsBook(entries: readonly BookEntry[]): Promise<Buffer> {
  const [only] = entries
  if (only && entries.length === 1) return findingsXlsx(open(only))
  return Buffer.from(await writeXlsx({ sheets: [ranking(entries), all(entries)] }))
}

function ranking(entries: readonly BookEntry[]) {
  const cells: Cells = new Map()
  put(cells, 0, ['名次', '文件', '报告', ...severities.map(({ label }) => label), '核对无误'], heading)
  entries.forEach(({ document, findings, checked, name }, at) => {
    const counts = countsOf(findings)
    const words = [
      String(at + 1),
      name,
      document.title ?? '',
      ...severities.map(({ severity }) => String(counts[severity])),
    ]
    put(cells, at + 1, [...words, String(checked.length)], body)
  })
  return sheetOf('排名', [6, 40, 46, 8, 8, 8, 8, 10], entries.length + 1, cells)
}

function all(entries: readonly BookEntry[]) {
  const cells: Cells = new Map()
  const lines = entries.flatMap((entry) => linesOf(open(entry)).map((line) => ({ name: entry.name, line })))
  put(cells, 0, ['文件', ...head], heading)
  lines.forEach(({ name, line }, at) => void put(cells, at + 1, [name, ...head.map((column) => line[column])], body))
  return sheetOf('审校意见', [30, ...head.map((column) => widths[column])], lines.length + 1, cells)
}
