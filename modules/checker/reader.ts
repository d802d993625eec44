import { readable, readableWords } from './domain/formats.ts'
import { type Reading, Unreadable } from './read/reading.ts'

/**
 * The bytes of a document as text with places.
 * @throws Unreadable with a sentence for whoever handed the document in
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<Reading> {
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''
  if (!readable.includes(ending))
    throw new Unreadable('unknown', `“${name}”不是能读的格式；能读${readableWords}（${readable.join('、')}）。`)
  const text = new TextDecoder().decode(bytes)
  if (!text.trim()) throw new Unreadable('empty', `“${name}”里没有文字；请核对文件后再交。`)
  const { readText } = await import('./read/text.ts')
  return readText(name, text)
}
