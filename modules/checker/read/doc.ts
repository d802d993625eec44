import WordExtractor from 'word-extractor'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** A document of Word 97–2003. Its tables come as rows with tabs between the cells. */
export async function readDoc(name: string, bytes: Uint8Array): Promise<Reading> {
  const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return readText(name, document.getBody().replace(/\t(?=\n|$)/g, ''))
}
