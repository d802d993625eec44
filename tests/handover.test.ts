import { createHash } from 'node:crypto'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau, uploadedPhoto, uploadedSecond } from './helpers/bureau.ts'

// Parking reports go to the traffic police in numbered, signed batches; each comes back taken or refused.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
let app: App
let [collector, legal, receiver]: Caller[] = []
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
  collector = await app.signIn('collector')
  legal = await app.signIn('legal')
  receiver = await app.signIn('receiver')
})
afterAll(() => app.close())

const base = '/api/ledgers/parking'
const photos = [uploadedPhoto, uploadedSecond].map((hash) => ({ hash, takenAt: '2022-03-01T00:50:00.000Z' }))
const seen = {
  plate: '湘M12345',
  plateKind: 'h1',
  place: '芝山路12号人行道',
  device: 'ZFY-007',
  photos,
  unit: 'u-squad',
}
const capture = (more: object = {}) => collector!.post(`${base}/records`, { data: { ...seen, ...more } })
const move = async (who: Caller, id: string, name: string, body: object = {}) =>
  who.post(`${base}/records/${id}/moves/${name}`, body)
/** So many reports, captured and passed. */
async function ready(count: number): Promise<{ id: string; number: string }[]> {
  const made = []
  for (let i = 0; i < count; i++) {
    const { body } = await capture({ plate: `湘M1234${i}` })
    await move(legal!, body.id, 'pass')
    made.push({ id: body.id, number: body.number })
  }
  return made
}
const hand = (records: readonly { id: string }[]) =>
  receiver!.post(`${base}/bulk`, { move: 'hand', items: records.map(({ id }) => ({ id })) })
const fileOf = async (batch: string) =>
  (await receiver!.get(`${base}/handovers/file?batch=${encodeURIComponent(batch)}`)).body
const answer = async (batch: string, lines: readonly (readonly string[])[]) => {
  const rows = [['编号', '结果', '原因'], ...lines]
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '回执', rows: rows as never }] }))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return receiver!.upload(`${base}/handovers/receipt?batch=${encodeURIComponent(batch)}`, {
    name: '回执.xlsx',
    type,
    bytes,
  })
}
const stateOf = async (id: string) => (await receiver!.get(`${base}/records/${id}`)).body.stateLabel

test('违法处理程序规定 18：two different photos, each with its time, and a plate that can be one', async () => {
  expect(
    (await capture({ photos: [photos[0]] })).body.sentence ?? (await capture({ photos: [photos[0]] })).text,
  ).toContain('两张不同的照片')
  expect((await capture({ photos: [photos[0], photos[0]] })).text).toContain('两张不同的照片')
  expect((await capture({ photos: photos.map(({ hash }) => ({ hash })) })).text).toContain('拍摄时间')
  expect((await capture({ plate: '12345' })).text).toContain('湘M12345')
  for (const plate of ['湘M1234挂', '粤Z1234港', '湘MD12345']) expect((await capture({ plate })).status).toBe(201)
})

test('违法处理程序规定 19：reviewed within five working days, by another than who captured it', async () => {
  const { body } = await capture({ owner: '张三' })
  expect(body.dueAt).toBe('2022-03-08T15:59:59.999Z')
  expect((await move(legal!, body.id, 'pass')).status).toBe(200)
  const { data } = (await receiver!.get(`${base}/records/${body.id}`)).body
  expect(data.owner).toBe('（保密）')
  expect((await legal!.get(`${base}/records/${body.id}`)).body.data.owner).toBe('张三')
})

test('a batch has one number, goes as a signed file, and each of its records is taken or comes back', async () => {
  const records = await ready(3)
  const { body } = await hand(records)
  expect(body).toEqual({ done: 3 })
  const [newest] = (await receiver!.get(`${base}/handovers`)).body
  expect(newest).toEqual({
    batch: '零陵城管移〔2022〕第1号',
    records: 3,
    states: [{ state: 'handed', label: '已移交', records: 3 }],
  })
  const { hash, keyId, signature, ...file } = await fileOf(newest.batch)
  expect(file.rows.map((row: Record<string, unknown>) => row.编号)).toEqual(records.map(({ number }) => number))
  expect(file.rows[0]).toMatchObject({ 车牌号: '湘M12340', 违停照片: [uploadedPhoto, uploadedSecond] })
  expect(JSON.stringify(file)).not.toContain('车辆所有人')
  const { canonical } = await import('../modules/ledger/index.ts')
  expect(createHash('sha256').update(canonical(file)).digest('hex')).toBe(hash)
  expect(app.parts.signer.verify(keyId, hash, signature)).toBe(true)
  expect(app.parts.signer.verify(keyId, `${hash.slice(0, -1)}0`, signature)).toBe(hash.endsWith('0'))

  const numbers = records.map(({ number }) => number)
  const bad = await answer(newest.batch, [
    [numbers[0]!, '接收', ''],
    [numbers[1]!, '退回', ''],
    ['WT2022999999', '接收', ''],
  ])
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('退回的应写明原因')
  expect((await answer(newest.batch, [[numbers[0]!, 'constructor', '']])).text).toContain('应写“接收”或“退回”')
  const stranger = await answer(newest.batch, [
    [numbers[0]!, '接收', ''],
    ['WT2022999999', '接收', ''],
  ])
  expect(stranger.text).toContain('不在零陵城管移〔2022〕第1号这一批里')
  expect(await stateOf(records[0]!.id)).toBe('已移交')
  const taken = await answer(newest.batch, [
    [numbers[0]!, '接收', ''],
    [numbers[1]!, '退回', '车牌与车型不符'],
  ])
  expect(taken.body).toEqual({ accepted: 1, refused: 1 })
  expect(await Promise.all(records.map(({ id }) => stateOf(id)))).toEqual(['交管已接收', '被退回', '已移交'])
})

test('what came back is set right and goes again with another batch; the first file says what it said', async () => {
  const [record] = await ready(1)
  await hand([record!])
  const first = (await receiver!.get(`${base}/handovers`)).body[0].batch
  const before = await fileOf(first)
  await answer(first, [[record!.number, '退回', '车牌不清']])
  const corrected = await move(receiver!, record!.id, 'correct', { data: { plate: '湘M99999' }, reason: '更正车牌' })
  expect(corrected.body).toMatchObject({ stateLabel: '待审核' })
  expect((await move(legal!, record!.id, 'pass')).body).toMatchObject({ stateLabel: '待移交' })
  expect(corrected.body.data).not.toHaveProperty('batch')
  const left = (await receiver!.get(`${base}/handovers`)).body.find((one: { batch: string }) => one.batch === first)
  expect(left.states).toEqual([{ state: '', label: '已更正，不在本批', records: 1 }])
  await hand([record!])
  const batches = (await receiver!.get(`${base}/handovers`)).body
  expect(batches[0].batch).not.toBe(first)
  expect(await fileOf(first)).toEqual(before)
  expect((await fileOf(batches[0].batch)).rows[0]).toMatchObject({ 车牌号: '湘M99999' })
})

test('one report alone is handed over by no button, and by nobody who may not', async () => {
  const [record] = await ready(1)
  expect((await receiver!.get(`${base}/records/${record!.id}`)).body.moves.map(({ id }: { id: string }) => id)).toEqual(
    [],
  )
  expect((await move(receiver!, record!.id, 'hand')).status).toBe(404)
  expect((await collector!.post(`${base}/bulk`, { move: 'hand', items: [{ id: record!.id }] })).status).toBe(422)
  expect((await collector!.get(`${base}/handovers`)).status).toBe(403)
})

test('违法处理程序规定 22：what was taken in error is cleared within three working days and is counted no more', async () => {
  const [record] = await ready(1)
  await hand([record!])
  const { batch } = (await receiver!.get(`${base}/handovers`)).body[0]
  await answer(batch, [[record!.number, '接收', '']])
  const recalled = await move(legal!, record!.id, 'recall', { reason: '号牌被套用' })
  expect(recalled.body.dueAt).toBe('2022-03-04T15:59:59.999Z')
  expect((await move(legal!, record!.id, 'clear')).body.stateLabel).toBe('已撤销')
})
