import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBytes } from '../../modules/checker/read/document.ts'
import type { Reading } from '../../modules/checker/read/reading.ts'
import { haveReports, type Relation, relations, reportsFolder } from './relations.ts'

/** Final accounts as they are published, PDF files; the empty template has no relation. */
export async function accounts(
  wanted: readonly string[],
): Promise<{ name: string; reading: Reading; facts: Relation[] }[]> {
  if (!haveReports()) return []
  const facts = relations('final-account-facts.json')
  const names = readdirSync(reportsFolder).filter((file) => file.endsWith('.pdf'))
  const chosen = names.filter((name) => !wanted.length || wanted.includes(name.replace('.pdf', '')))
  return Promise.all(
    chosen.map(async (name) => ({
      name: name.replace('.pdf', ''),
      reading: await readBytes(name, new Uint8Array(readFileSync(join(reportsFolder, name)))),
      facts: facts.filter(({ report }) => report === name),
    })),
  )
}
