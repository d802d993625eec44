import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau, uploadedPhoto } from '../../tests/helpers/bureau.ts'
import { as } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { defineLedger, filesIn, problemWith, signature, text } from './domain.ts'
import { type LedgerRuntime, ledgerCatalog } from './index.ts'
import { type Reader, viewRecord } from './queries.ts'
import { writeTemplate } from './sheets.ts'

const letters = defineLedger({
  id: 'letter',
  title: '责任书',
  group: '试用',
  fields: {
    shop: text('店名'),
    owner: signature('经营者签字'),
    witness: signature('见证人签字', { secret: true }),
  },
  columns: { title: ['shop'] },
  states: { signed: { label: '已签', tone: 'done', ended: true } },
  moves: {
    sign: {
      label: '签订',
      from: 'new',
      to: 'signed',
      by: { collector: 'bureau' },
      needs: ['shop', 'owner'],
      may: ['witness'],
    },
  },
  read: { collector: 'bureau', receiver: 'bureau' },
  secretsFor: ['receiver'],
  form: { 内容: ['shop', 'owner', 'witness'] },
})

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let engine: LedgerRuntime
beforeAll(async () => {
  const fresh = await freshEngine(clock)
  engine = { ...fresh, ledgers: ledgerCatalog([letters]) }
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const given = { hash: uploadedPhoto, signedAt: '2022-03-01T00:58:00.000Z', name: '王桂英' }
const unknown = { ...given, hash: 'c'.repeat(64) }
const sign = (data: object) =>
  as(engine, 'p-collector', { move: 'sign', data: { shop: '芝山粉店', owner: given, ...data } }, 'letter')

test('a signature is a stored picture, a moment and perhaps a name, and nothing else', () => {
  const problem = (value: unknown) => problemWith(letters.fields.owner!, value, {})
  expect(problem(given)).toBeUndefined()
  expect(problem({ hash: given.hash, signedAt: given.signedAt })).toBeUndefined()
  for (const wrong of [
    '王桂英',
    [given],
    { hash: given.hash },
    { ...given, hash: 'A'.repeat(64) },
    { ...given, signedAt: '2022-03-01' },
    { ...given, name: '王'.repeat(61) },
    { ...given, name: '王\u0000' },
    { ...given, picture: 'x' },
  ])
    expect(problem(wrong)).toBe('应为已上传的签字')
})

test('what a signature names is looked for among the stored files, as the photos are', () => {
  expect(filesIn(letters.fields, { shop: '芝山粉店', owner: given, witness: unknown })).toEqual([
    given.hash,
    unknown.hash,
  ])
  expect(filesIn(letters.fields, { shop: given, owner: null })).toEqual([])
})

test('a signature that was never uploaded is refused, a secret one too, and an uploaded one is kept', async () => {
  const missing = { status: 422, code: 'ledger.file-missing', details: { missing: [unknown.hash] } }
  await expect(sign({ owner: unknown })).rejects.toMatchObject(missing)
  await expect(sign({ witness: unknown })).rejects.toMatchObject(missing)
  await expect(sign({ owner: undefined })).rejects.toMatchObject({ sentence: '签订：还差“经营者签字”。' })
  expect((await sign({})).data.owner).toEqual(given)
})

test('a secret signature is shown to those who need it and to nobody else', async () => {
  const { id } = await sign({ witness: given })
  const seen = async (person: string) => {
    const world = await engine.world('431102')
    const actor = world.actorOf(person, '2022-03-01')!
    const reader: Reader = { actor, world, now: clock.now(), roleLabel: engine.roleLabel }
    return (await engine.database.inTenant('431102', (tx) => viewRecord(tx, letters, reader, id))).data.witness
  }
  expect(await seen('p-receiver')).toEqual(given)
  expect(await seen('p-collector')).toBe('（保密）')
})

test('nobody signs in a table: the import template has no column for it', async () => {
  const book = await readXlsx(new Uint8Array(await writeTemplate(letters, await engine.world('431102'))))
  expect(book.sheets[0]!.rows[0]).toEqual(['店名*'])
})
