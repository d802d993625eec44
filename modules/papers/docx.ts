import type { ITableCellBorders, Paragraph, Table } from 'docx'
import type { PrintedPicture } from '../../platform/files.ts'
import {
  type Block,
  type Cell,
  formColumns,
  isFigures,
  isList,
  type Picture,
  sharesOf,
  signingIndents,
  sizes,
  type TextStyle,
  tablePitch,
  type Written,
} from './domain.ts'
import {
  type Docx,
  fileOf,
  sectionOf,
  type TextOptions,
  textOf as textIn,
  textWidth,
  twips,
  twipsOfMm,
} from './sheet.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What the parts of a file are made with: the library, and the pictures by their hashes. */
interface Tools {
  docx: Docx
  pictures: ReadonlyMap<string, PrintedPicture>
  /** Between the margins, in twips. */
  column: number
  /** Of the text in tables, in points. */
  size: number
}

const twipsOfCharacters = (n: number) => Math.round(twips(sizes.body) * n)
const textOf = ({ docx }: Tools, text: string, options?: TextOptions) => textIn(docx, text, options)

const indented = { firstLine: twipsOfCharacters(2) }
const styles: Record<TextStyle, TextOptions> = {
  paragraph: { indent: indented, alignment: 'both' },
  heading: { indent: indented, font: 'heading', keepNext: true },
  subheading: { indent: indented, font: 'subheading', keepNext: true },
  line: {},
  caption: { alignment: 'center', keepNext: true, spacing: { before: twips(6) } },
}

/** As large as the room it has allows, in millimetres; never larger than it was drawn. */
function imageOf({ docx, pictures }: Tools, { hash, note = '附图' }: Picture, room: { width: number; height: number }) {
  const found = pictures.get(hash)
  if (!found) return []
  const pixels = (mm: number) => (mm * 96) / 25.4
  const scale = Math.min(pixels(room.width) / found.width, pixels(room.height) / found.height, 1)
  const image = new docx.ImageRun({
    type: found.type,
    data: found.bytes,
    transformation: { width: Math.round(found.width * scale), height: Math.round(found.height * scale) },
    altText: { name: note, description: note, title: note },
  })
  return [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [image] })]
}

function cellOf(tools: Tools, { text, pictures = [], head, span = 1 }: Cell, width: number, isMiddle = false) {
  const { AlignmentType, TableCell, VerticalAlign, WidthType } = tools.docx
  const alignment = head || isMiddle ? AlignmentType.CENTER : AlignmentType.LEFT
  const look = { size: tools.size, line: tools.size + (tablePitch - sizes.table), alignment }
  const lines = text.split('\n').map((line) => textOf(tools, line, look))
  const images = pictures.flatMap((one) => imageOf(tools, one, { width: 40, height: 16 }))
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    columnSpan: span,
    children: [...images, ...lines],
  })
}

/** A list's columns are as wide as their texts ask for, unless it says what each takes. */
function widthsOf({ column, size }: Tools, rows: readonly (readonly Cell[])[], shares?: readonly number[]): number[] {
  const all = shares ?? (isList(rows) ? sharesOf(rows, column / twips(size)) : formColumns)
  return all.map((share) => Math.floor(column * share))
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
const columnsOf = (cells: readonly Cell[]) => total(cells.map(({ span = 1 }) => span))

function tableOf(tools: Tools, { rows, shares }: Extract<Block, { kind: 'table' }>): Table {
  const { Table, TableLayoutType, TableRow, WidthType } = tools.docx
  const widths = widthsOf(tools, rows, shares)
  const widthAt = (row: readonly Cell[], i: number) =>
    total(widths.slice(columnsOf(row.slice(0, i)), columnsOf(row.slice(0, i + 1))))
  return new Table({
    width: { size: total(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (row, i) =>
        new TableRow({
          cantSplit: true,
          tableHeader: i === 0 && isList(rows),
          children: row.map((cell, at) => cellOf(tools, cell, widthAt(row, at), isList(rows) && isFigures(rows, at))),
        }),
    ),
  })
}

/** Two pictures beside each other, each with its note below. */
function picturesOf(tools: Tools, pictures: readonly Picture[]): Table {
  const { AlignmentType, BorderStyle, Table, TableCell, TableRow, WidthType } = tools.docx
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders: ITableCellBorders = { top: none, bottom: none, left: none, right: none }
  const cell = (picture: Picture | undefined) => {
    const note = textOf(tools, picture?.note ?? '', {
      size: sizes.table,
      line: tablePitch,
      alignment: AlignmentType.CENTER,
    })
    const images = picture ? imageOf(tools, picture, { width: 74, height: 90 }) : []
    return new TableCell({
      borders,
      width: { size: tools.column / 2, type: WidthType.DXA },
      children: [...images, note],
    })
  }
  const pairs = pictures.flatMap((one, i) => (i % 2 ? [] : [[one, pictures[i + 1]]]))
  return new Table({
    width: { size: tools.column, type: WidthType.DXA },
    rows: pairs.map((pair) => new TableRow({ cantSplit: true, children: pair.map(cell) })),
  })
}

function blockOf(tools: Tools, block: Block, more: TextOptions = {}): Paragraph | Table {
  if (block.kind === 'table') return tableOf(tools, block)
  if (block.kind === 'pictures') return picturesOf(tools, block.pictures)
  return textOf(tools, block.text, { ...styles[block.as], ...more })
}

function headOf(tools: Tools, { bureau, title, number, to }: Written): Paragraph[] {
  const alignment = tools.docx.AlignmentType.CENTER
  const large: TextOptions = { alignment, font: 'title', size: sizes.title }
  return [
    textOf(tools, bureau, large),
    textOf(tools, title, large),
    textOf(tools, ''),
    ...(number ? [textOf(tools, number, { alignment }), textOf(tools, '')] : []),
    ...(to ? [textOf(tools, `${to}：`)] : []),
  ]
}

/** 成文日期 never stands on a page without text (GB/T 9704-2012, 7.3.5): the last paragraph stays with it. */
const lastOf = ({ blocks, on }: Written, at: number) => (on && at === blocks.length - 1 ? { keepNext: true } : {})

function endOf(tools: Tools, { bureau, on, receipt, notes }: Written): Paragraph[] {
  const free = signingIndents(bureau, on)
  const right = (characters: number): TextOptions => ({
    alignment: tools.docx.AlignmentType.RIGHT,
    indent: { right: twipsOfCharacters(characters) },
  })
  const signing = [
    textOf(tools, '', { keepNext: true }),
    textOf(tools, '', { keepNext: true }),
    textOf(tools, bureau, { ...right(free.bureau), keepNext: true }),
    textOf(tools, on, right(free.on)),
  ]
  return [
    ...(on ? signing : []),
    ...(receipt.length ? [textOf(tools, ''), ...receipt.map((line) => textOf(tools, line))] : []),
    ...notes.map((note) => textOf(tools, note, styles.paragraph)),
  ]
}

/** A paper as a file for Word and WPS, on the page of GB/T 9704. The library is loaded when the first is asked for. */
export async function paperDocx(written: Written, pictures: ReadonlyMap<string, PrintedPicture>): Promise<Buffer> {
  const docx = await import('docx')
  const { isLying = false } = written
  const tools: Tools = {
    docx,
    pictures,
    column: twipsOfMm(textWidth(isLying)),
    size: isLying ? sizes.wide : sizes.table,
  }
  return fileOf(docx, {
    title: `${written.title}${written.number}`,
    creator: written.bureau,
    sections: [
      {
        ...sectionOf(docx, isLying),
        children: [
          ...headOf(tools, written),
          ...written.blocks.map((block, at) => blockOf(tools, block, lastOf(written, at))),
          ...endOf(tools, written),
        ],
      },
    ],
  })
}
