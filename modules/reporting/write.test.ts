import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { openSigner } from '../../platform/keys.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { documents, schemes } from '../../tests/helpers/figures.ts'
import { editsOf, writeText } from './commands/write.ts'
import type { ReportingRuntime } from './index.ts'

const clock = fixedClock('2023-01-20T02:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
let runtime: ReportingRuntime
const of = { document: 'hunan-whole', year: 2022 }
const casework = documents.find(({ id }) => id === of.document)!.sections
const s = casework.findIndex(({ heading }) => heading.startsWith('六'))
const place = `${s}.${casework[s]!.blocks.findIndex((block) => 'text' in block)}`
const rewritten = '受理{received}，立案{filed}、作废{voided}，结案{closed}；立案率{filing-rate}、结案率{closing-rate}。'

beforeAll(async () => {
  engine = await freshEngine(clock)
  runtime = { ...engine, documents, schemes, signer: openSigner(mkdtempSync(join(tmpdir(), 'keys-'))) }
  await addSmallBureau(engine.database, '431102')
})
afterAll(() => engine.database.close())

const actor = async () => (await engine.world('431102')).actorOf('p-performance')
const write = async (text: string | undefined, at = place) =>
  writeText(runtime, await actor(), { ...of, place: at, text })
const edits = (year = of.year) => engine.database.inTenant('431102', (tx) => editsOf(tx, of.document, year))

test('a paragraph is rewritten, again, and put back; each is an entry, and another year keeps its own words', async () => {
  await write(rewritten)
  expect((await edits()).get(place)).toBe(rewritten)
  await write(`经核对，${rewritten}`)
  expect((await edits()).get(place)).toBe(`经核对，${rewritten}`)
  expect((await edits(2023)).size).toBe(0)
  await write(undefined)
  expect((await edits()).size).toBe(0)
  const moves = await engine.database.inTenant('431102', (tx) =>
    tx.query<{ move: string }>(
      "select move from ledger.entry where tenant = '431102' and ledger = 'report-text' order by record, seq",
    ),
  )
  expect(moves.map(({ move }) => move)).toEqual(['write', 'rewrite', 'restore'])
  await write(rewritten)
  expect((await edits()).get(place)).toBe(rewritten)
})

test('a figure may not be left out or typed, and a heading may not be rewritten', async () => {
  await expect(write('全年受理案件7012件。')).rejects.toMatchObject({
    sentence: '改写后的文字应保留原段的全部数字，不多也不少；数字只能从台账来。',
  })
  await expect(write('改写标题', `${s}.0`)).rejects.toMatchObject({ code: 'report.not-editable' })
})
