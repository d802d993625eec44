import type { Paragraph, Table } from 'docx'
import { type Docx, fileOf, sectionOf, textStyle, textWidth, twipsOfMm } from '../../papers/index.ts'
import { aboutLines, type Line, linesOf, type Sheet, sheetTitle } from './lines.ts'

const looks = {
  title: { font: 'title', size: 18, line: 28, alignment: 'center' },
  about: { font: 'number', size: 11, line: 18, alignment: 'left' },
  head: { font: 'heading', size: 10.5, line: 16, alignment: 'center' },
  cell: { font: 'number', size: 10.5, line: 16, alignment: 'left' },
} as const
/** Office programs have a “title” of their own: in the file these are named apart. */
const named = (look: keyof typeof looks) => `check-${look}`

/** Several columns of the spreadsheet stand together here: a page is read, not sorted. */
const columns: readonly { head: string; share: number; of: (line: Line) => readonly string[] }[] = [
  { head: '序号', share: 0.05, of: ({ 序号 }) => [序号] },
  { head: '程度、类别', share: 0.1, of: ({ 程度, 类别, 把握 }) => [程度, 类别, 把握] },
  { head: '位置和原文', share: 0.25, of: ({ 位置, 原文 }) => [位置, ...原文.split('\n')] },
  { head: '问题', share: 0.35, of: ({ 问题, 算式 }) => [问题, 算式 && `算式：${算式}`] },
  { head: '处理和说明', share: 0.25, of: ({ 处理, 说明 }) => [处理, 说明] },
]

const textIn = ({ Paragraph }: Docx, text: string, look: keyof typeof looks): Paragraph =>
  new Paragraph({ style: named(look), ...(text ? { text } : {}) })

function tableOf(docx: Docx, lines: readonly Line[]): Table {
  const { Table, TableCell, TableLayoutType, TableRow, WidthType } = docx
  const widths = columns.map(({ share }) => twipsOfMm(textWidth(true) * share))
  const row = (cells: readonly (readonly string[])[], look: 'head' | 'cell') =>
    new TableRow({
      cantSplit: true,
      tableHeader: look === 'head',
      children: cells.map(
        (words, at) =>
          new TableCell({
            width: { size: widths[at] as number, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: (words.some(Boolean) ? words.filter(Boolean) : ['']).map((text) => textIn(docx, text, look)),
          }),
      ),
    })
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ head }) => [head]),
        'head',
      ),
      ...lines.map((line) =>
        row(
          columns.map(({ of }) => of(line)),
          'cell',
        ),
      ),
    ],
  })
}

/** The findings as a table for Word and WPS, to be sent back to whoever wrote the report. */
export async function findingsDocx(sheet: Sheet): Promise<Buffer> {
  const docx = await import('docx')
  const title = sheetTitle(sheet)
  const lines = linesOf(sheet)
  return fileOf(docx, {
    title,
    creator: sheet.document.bureau ?? '城绩审校',
    paragraphStyles: Object.entries(looks).map(([look, style]) =>
      textStyle(docx, named(look as keyof typeof looks), style),
    ),
    sections: [
      {
        ...sectionOf(docx, true),
        children: [
          textIn(docx, title, 'title'),
          ...aboutLines(sheet).map(([label, words]) => textIn(docx, `${label}：${words}`, 'about')),
          ...(lines.length ? [tableOf(docx, lines)] : []),
        ],
      },
    ],
  })
}
