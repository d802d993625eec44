import type { Reading } from './read/reading.ts'
import { Unreadable } from './read/reading.ts'
import { readText } from './read/text.ts'

/** The bytes of a document as text with places. */
export async function readDocument(name: string, bytes: Uint8Array): Promise<Reading> {
  if (!/\.txt$/i.test(name)) throw new Unreadable('unknown', `“${name}”不是能读的格式；请交 .txt 文件。`)
  const text = new TextDecoder().decode(bytes)
  if (!text.trim()) throw new Unreadable('empty', `“${name}”里没有文字；请核对文件后再交。`)
  return readText(name, text)
}
