import type { IParagraphOptions, IParagraphStyleOptions, ISectionOptions } from 'docx'
import { fonts, page, pitch, sizes, tightening } from './domain.ts'

// The sheet of GB/T 9704 in a Word file, for every module that makes one. The library is handed in: it is loaded with the
// first file.

export type Docx = typeof import('docx')
type Font = keyof typeof fonts
export interface TextOptions extends Omit<IParagraphOptions, 'children'> {
  font?: Font
  size?: number
  /** Between lines, when it is not the page's pitch. */
  line?: number
}

/** A point has twenty, a millimetre 56.7 of them. */
export const twips = (points: number) => Math.round(points * 20)
export const twipsOfMm = (mm: number) => Math.round((mm * 1440) / 25.4)

/** Named as the office's own Word and WPS have them. */
export const fontOf = (font: Font) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: fonts[font][0],
  hint: 'eastAsia',
})

export function textOf(
  docx: Docx,
  text: string,
  { font = 'body', size = sizes.body, line, ...more }: TextOptions = {},
) {
  const { LineRuleType, Paragraph, TextRun } = docx
  const spacing = { line: twips(line ?? pitch), lineRule: LineRuleType.EXACT, ...more.spacing }
  const tight = size === sizes.body ? { characterSpacing: -twips(tightening) } : {}
  const run = new TextRun({ text, font: fontOf(font), size: size * 2, ...tight })
  // No room between figures and characters: 28 of them stand in a line.
  return new Paragraph({ ...more, spacing, autoSpaceEastAsianText: false, children: [run] })
}

/** The same look under a name, for files with so many paragraphs that each saying it would make them slow to write. */
export function textStyle(
  { LineRuleType }: Docx,
  id: string,
  {
    font = 'body',
    size = sizes.body,
    line = pitch,
    alignment,
  }: Pick<TextOptions, 'font' | 'size' | 'line' | 'alignment'>,
): IParagraphStyleOptions {
  const spacing = { line: twips(line), lineRule: LineRuleType.EXACT }
  return {
    id,
    name: id,
    run: { font: fontOf(font), size: size * 2 },
    paragraph: { spacing, ...(alignment ? { alignment } : {}) },
  }
}

/** — 1 — at the outer side: right on odd pages, left on even ones, one character from the edge. */
function footerOf(docx: Docx, side: 'left' | 'right') {
  const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = docx
  const number = new TextRun({
    font: fontOf('number'),
    size: sizes.number * 2,
    children: ['— ', PageNumber.CURRENT, ' —'],
  })
  const alignment = side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT
  return new Footer({
    children: [new Paragraph({ alignment, indent: { [side]: twips(sizes.number) }, children: [number] })],
  })
}

/** The same sheet laid on its side keeps the margins of its edges. */
function marginsOf(isLying: boolean): Record<'top' | 'right' | 'bottom' | 'left', number> {
  const { top, right, bottom, left } = page
  return isLying ? { top: left, right: bottom, bottom: right, left: top } : { top, right, bottom, left }
}
/** Between the margins, in millimetres. */
export const textWidth = (isLying: boolean): number => {
  const { left, right } = marginsOf(isLying)
  return (isLying ? page.height : page.width) - left - right
}

/** Margins and page numbers of a section. */
export function sectionOf(docx: Docx, isLying = false): Omit<ISectionOptions, 'children'> {
  const { top, right, bottom, left } = marginsOf(isLying)
  const margin = { top, right, bottom, left, footer: bottom - 7 - 5 }
  const { LANDSCAPE, PORTRAIT } = docx.PageOrientation
  return {
    properties: {
      page: {
        size: {
          width: twipsOfMm(page.width),
          height: twipsOfMm(page.height),
          orientation: isLying ? LANDSCAPE : PORTRAIT,
        },
        margin: Object.fromEntries(Object.entries(margin).map(([side, mm]) => [side, twipsOfMm(mm)])),
      },
    },
    footers: { default: footerOf(docx, 'right'), even: footerOf(docx, 'left') },
  }
}

interface FileParts {
  title: string
  creator: string
  sections: ISectionOptions[]
  paragraphStyles?: IParagraphStyleOptions[]
}
/** A file of such sections. */
export function fileOf(docx: Docx, { title, creator, sections, paragraphStyles = [] }: FileParts): Promise<Buffer> {
  const file = new docx.Document({
    title,
    creator,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf('body'), size: sizes.body * 2 } } }, paragraphStyles },
    sections,
  })
  return docx.Packer.toBuffer(file)
}
