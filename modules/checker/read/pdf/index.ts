import { readingOf } from '../blocks.ts'
import { limits } from '../limits.ts'
import { type Reading, Unreadable } from '../reading.ts'
import { encrypted } from '../signature.ts'
import { blocksOf, laidOut } from './layout.ts'
import { type Page, pageOf } from './page.ts'
import { openPdf, type PDFDocumentProxy } from './pdfjs.ts'

/** A PDF as it is printed: what is text on its pages, never what is only a picture of text. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Reading> {
  const pdf = await opened(bytes)
  try {
    if (pdf.numPages > limits.pages)
      throw new Unreadable('too-large', `这份 PDF 有 ${pdf.numPages} 页，最多读 ${limits.pages} 页；请拆成几个文件。`)
    const pages = await pagesOf(pdf)
    const silent = pages.flatMap(({ words }, at) => (words.length ? [] : [at + 1]))
    if (pages.reduce((sum, { words }) => sum + words.length, 0) < 5) throw scanned()
    return readingOf(
      name,
      blocksOf(pages.map(laidOut), await byLibreOffice(pdf)),
      silent.length ? [noteOf(silent)] : [],
    )
  } finally {
    await pdf.destroy()
  }
}

async function byLibreOffice(pdf: PDFDocumentProxy): Promise<boolean> {
  const { info } = await pdf.getMetadata()
  return /LibreOffice|OpenOffice/.test(String((info as { Producer?: unknown }).Producer ?? ''))
}

const scanned = () =>
  new Unreadable('scanned', '这份 PDF 只有图片，没有可读的文字（多半是扫描件）；请提供原来的电子文档，或先做文字识别。')
const noteOf = (pages: number[]) => `第 ${pages.join('、')} 页没有文字，可能是图片，没有检查。`

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await openPdf(bytes)
  } catch (error) {
    if ((error as Error)?.name === 'PasswordException') throw encrypted()
    throw new Unreadable('damaged', 'PDF 文件已损坏，打不开；请重新保存或重新下载。')
  }
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageOf(await pdf.getPage(number))
    characters += page.words.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > limits.characters)
      throw new Unreadable('too-large', '这份 PDF 的文字太多，读不了；请拆成几个文件。')
    pages.push(page)
  }
  return pages
}
