import { wordOf } from '../domain/formats.ts'
import { readDoc } from './doc.ts'
import { readDocx } from './docx.ts'
import { decoded } from './encoding.ts'
import { namedEncoding, readHtml } from './html.ts'
import { limits } from './limits.ts'
import { readMarkdown } from './markdown.ts'
import { readPdf } from './pdf/index.ts'
import { type Reading, Unreadable } from './reading.ts'
import { empty, notWhatItSays, tooLarge } from './refused.ts'
import { readXlsSheets, readXlsxSheets } from './sheets.ts'
import { encrypted, formatOf, other, packet } from './signature.ts'
import { readText } from './text.ts'
import { unpacked } from './zip.ts'

/**
 * Reads a document in this thread, by what its bytes are and not by what its name says. Of strangers' documents ask
 * `readDocument`, which can be stopped.
 * @throws Unreadable with a sentence for whoever handed it in
 */
export async function readBytes(name: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.byteLength === 0) throw empty()
  if (bytes.byteLength > limits.bytes) throw tooLarge()
  const reading = await withSentence(() => byFormat(name, bytes))
  if (!reading.text.trim()) throw empty()
  if (!isReport(reading.text)) throw notAReport(name, bytes)
  return reading
}

function notAReport(name: string, bytes: Uint8Array): Unreadable {
  const promised = promisedBy(name)
  return promised && formatOf(bytes, name) === 'text'
    ? notWhatItSays(promised)
    : new Unreadable('not-a-report', '里面没有绩效、预算方面的文字，也没有数字，不像自评报告或决算，没有可检查的内容。')
}

/** Of names that promise a packed format: a page saved as .doc is still read, other plain bytes are told from it. */
const promisedBy = (name: string): string | undefined => {
  const [, ending = ''] = /\.(docx?|xlsx?|pdf)$/i.exec(name) ?? []
  return ending ? wordOf(`.${ending.toLowerCase()}`) : undefined
}

function byFormat(name: string, bytes: Uint8Array): Promise<Reading> | Reading {
  const format = formatOf(bytes, name)
  if (format === 'pdf') return readPdf(name, bytes)
  if (format === 'zip') return readPacked(name, bytes)
  if (format === 'doc') return readDoc(name, bytes)
  if (format === 'xls') return readXlsSheets(name, bytes)
  return readPlain(name, bytes)
}

function readPacked(name: string, bytes: Uint8Array): Promise<Reading> {
  const { names, parts } = unpacked(bytes)
  if (names.includes('word/document.xml')) return readDocx(name, parts)
  if (names.includes('xl/workbook.xml')) return readXlsxSheets(name, parts)
  if (names.some((one) => one.startsWith('ppt/'))) throw other('演示文稿')
  if (names.includes('content.xml')) throw other('OpenDocument 文档')
  if (names.some((one) => one.endsWith('.bin') && one.startsWith('xl/'))) throw other('二进制工作簿（.xlsb）')
  const promised = promisedBy(name)
  throw promised ? notWhatItSays(promised) : packet()
}

function readPlain(name: string, bytes: Uint8Array): Reading {
  const text = decoded(bytes)
  if (text === undefined) throw unknown(name)
  if (text.length > limits.characters)
    throw new Unreadable('too-large', `文字超过 ${limits.characters / 10_000} 万字，读不了；请拆成几个文件。`)
  if (isHtml(name, text)) return readHtml(name, again(bytes) ?? text)
  return /\.(?:md|markdown)$/i.test(name) ? readMarkdown(name, text) : readText(name, text)
}

function unknown(name: string): Unreadable {
  const promised = promisedBy(name)
  if (promised) return notWhatItSays(promised)
  return new Unreadable(
    'unknown',
    '认不出这是什么文件，或内容已损坏；可以检查 .docx、.doc、.pdf、.xlsx、.xls、.html、.md、.txt。',
  )
}

const isHtml = (name: string, text: string) =>
  /^\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<html|<!--)/i.test(text.slice(0, 2000)) ||
  (/\.x?html?$/i.test(name) && /<\/?[a-z][^>]*>/i.test(text))

/** The page names an encoding of its own that is none of those a text is tried with. */
function again(bytes: Uint8Array): string | undefined {
  const named = namedEncoding(bytes)
  if (!named || /^(?:utf-?8|utf-?16|gb)/.test(named)) return undefined
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return undefined
  }
}

const reportWords = /绩效|自评|评价|预算|决算|经费|资金|支出|收入|执行|指标|得分|目标|完成/
const isReport = (text: string) => reportWords.test(text) || /[\d０-９]/.test(text)

/** Libraries say in their own words what is wrong with a file; people get a sentence. */
async function withSentence(read: () => Promise<Reading> | Reading): Promise<Reading> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const said = error instanceof Error ? `${error.name} ${error.message}` : String(error)
    if (/password|encrypt|protected/i.test(said)) throw encrypted()
    throw new Unreadable('damaged', '文件已损坏，或不是它看起来的格式，读不出来；请重新保存或重新下载。')
  }
}
