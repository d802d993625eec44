import type { ISectionOptions, TableRow } from 'docx'
import { type Docx, fileOf, sectionOf, type TextOptions, textStyle, twipsOfMm } from '../../papers/index.ts'
import { type Form, type Placed, placed, widthIn } from './model.ts'
import { above, beside, leastHeight, pitch, sizes } from './sizes.ts'

type Look = Pick<TextOptions, 'font' | 'size' | 'line' | 'alignment'>
const cell = { size: sizes.cell, line: pitch.cell }
/** Office programs have a “title” and a “label” of their own: in the file these are named apart. */
const named = (look: string) => `form-${look}`
const looks = {
  label: { ...cell, font: 'heading', alignment: 'center' },
  words: { ...cell, font: 'number', alignment: 'left' },
  figure: { ...cell, font: 'number', alignment: 'center' },
  title: { font: 'title', size: sizes.title, line: pitch.title, alignment: 'center' },
  period: { font: 'number', size: sizes.period, line: pitch.period, alignment: 'center' },
  note: { font: 'number', size: sizes.note, line: pitch.note, alignment: 'left' },
} as const satisfies Record<string, Look>

const textIn = ({ Paragraph }: Docx, text: string, style: keyof typeof looks) =>
  new Paragraph({ style: named(style), ...(text ? { text } : {}) })
const twentieth = (points: number) => Math.round(points * 20)

function cellOf(docx: Docx, form: Form, one: Placed) {
  const { TableCell, VerticalAlign, WidthType } = docx
  const { text, kind } = one.cell
  return new TableCell({
    width: { size: twipsOfMm(widthIn(form, one)), type: WidthType.DXA },
    columnSpan: one.span,
    rowSpan: one.rows,
    verticalAlign: VerticalAlign.CENTER,
    children: text.split('\n').map((line) => textIn(docx, line, kind)),
  })
}

function tableOf(docx: Docx, form: Form) {
  const { AlignmentType, HeightRule, Table, TableLayoutType, TableRow, WidthType } = docx
  const cells = placed(form)
  const [side, end] = [twipsOfMm(beside), twentieth(above - 1)]
  const rows = form.rows.map(
    (_, row): TableRow =>
      new TableRow({
        cantSplit: true,
        height: { value: twentieth(leastHeight), rule: HeightRule.ATLEAST },
        children: cells.filter((one) => one.row === row).map((one) => cellOf(docx, form, one)),
      }),
  )
  return new Table({
    alignment: AlignmentType.CENTER,
    width: { size: twipsOfMm(widthIn(form, { column: 0, span: form.columns.length })), type: WidthType.DXA },
    columnWidths: form.columns.map(twipsOfMm),
    margins: { top: end, bottom: end, left: side, right: side },
    layout: TableLayoutType.FIXED,
    rows,
  })
}

const sectionFor = (docx: Docx, form: Form): ISectionOptions => ({
  ...sectionOf(docx, form.isLying),
  children: [
    textIn(docx, form.title, 'title'),
    textIn(docx, form.period, 'period'),
    tableOf(docx, form),
    ...form.notes.map((note) => textIn(docx, note, 'note')),
  ],
})

/** Forms as one file for Word and WPS, each on a page of its own. The library is loaded when the first is asked for. */
export async function formsDocx(forms: readonly Form[], title: string, creator: string): Promise<Buffer> {
  const docx = await import('docx')
  const paragraphStyles = Object.entries(looks).map(([name, look]) => textStyle(docx, named(name), look))
  return fileOf(docx, { title, creator, paragraphStyles, sections: forms.map((form) => sectionFor(docx, form)) })
}
