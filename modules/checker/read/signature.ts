import { Unreadable } from './reading.ts'

export type Format = 'pdf' | 'zip' | 'doc' | 'xls' | 'text'

const starts = (bytes: Uint8Array, ...codes: number[]) => codes.every((code, at) => bytes[at] === code)
const holds = (bytes: Uint8Array, words: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(words, 'utf16le'))

/** What the content is, whatever the name says. */
export function formatOf(bytes: Uint8Array, name: string): Format {
  if (starts(bytes, 0x50, 0x4b)) return 'zip'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compound(bytes, name)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).toString('latin1')
  if (/%PDF-\d/.test(head)) return 'pdf'
  if (head.startsWith('{\\rtf')) throw other('RTF 文档')
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP)/s.test(head))
    throw new Unreadable('scanned', '这是一张图片，没有可读的文字；请提供原来的电子文档，或先做文字识别。')
  if (/^(?:Rar!|7z\xbc\xaf)/.test(head) || starts(bytes, 0x1f, 0x8b)) throw packet()
  if (/^MIME-Version:/i.test(head)) throw other('单个文件网页（MHT）')
  return 'text'
}

export const other = (what: string) =>
  new Unreadable('unknown', `这是${what}，读不了；请另存为 .docx、.pdf 或 .txt 再试。`)
export const packet = () => new Unreadable('unknown', '这是压缩包，不是一份文档；请解压后再检查里面的文件。')

/** The old container of Office: which streams it has says whose it is. */
function compound(bytes: Uint8Array, name: string): Format {
  if (holds(bytes, 'EncryptedPackage')) throw encrypted()
  const [word, book] = [holds(bytes, 'WordDocument'), holds(bytes, 'Workbook') || holds(bytes, 'Book\0')]
  if (word && !(book && /\.xls$/i.test(name))) return 'doc'
  if (book) return 'xls'
  if (holds(bytes, 'PowerPoint Document')) throw other('演示文稿')
  throw new Unreadable('damaged', '文件已损坏，或不是 Word、Excel 文档；请重新保存后再试。')
}

export const encrypted = () => new Unreadable('encrypted', '文件设有打开密码，读不了；请去掉密码后再试。')
