import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'

// One report of a citizen, from the phone call to the figure on the public page, and back again to the report.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
let app: App
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
})
afterAll(() => app.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const people: Record<string, Caller> = {}
const as = async (account: string): Promise<Caller> => {
  people[account] ??= await app.signIn(account)
  return people[account]
}
let id = ''
/** Makes the next move and lets some time pass. */
async function step(account: string, move: string, data: object = {}, more: object = {}) {
  clock.advance({ minutes: 20 })
  const answer = await (await as(account)).post(`/api/ledgers/case/records/${id}/moves/${move}`, { data, ...more })
  expect([move, answer.status, answer.body?.detail]).toEqual([move, 200, undefined])
  return answer.body
}

test('a citizen calls 12319, and the receiver writes it down: it has a number, a grid and a place in the pool', async () => {
  const answer = await (await as('receiver')).post('/api/ledgers/case/records', {
    data: {
      channel: 'hotline',
      description: '雨水井盖破损，行人容易绊倒',
      address: '芝山路菜市场北门',
      place: { lng: 111.605, lat: 26.205 },
      reporter: '王先生',
      phone: '19900001234',
    },
  })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ number: '431102202200001', stateLabel: '待立案', grid: '431102001001001' })
  id = answer.body.id
})

test('it is filed under a condition, dispatched to a unit, given to a handler', async () => {
  await step('receiver', 'file', { subclass: 'P0103', condition: 'P0103-1' })
  const sent = await step('dispatcher', 'dispatch', { unit: 'u-sanitation' })
  expect(sent.clocks.handle).toMatchObject({ label: '处置时限', late: false })
  const assigned = await step('sanitation', 'assign', { handler: 'p-handler' })
  expect(assigned.holderText).toBe('李勇')
})

test('the handler finds it among his tasks, mends it and sends a photo', async () => {
  const handler = await as('handler')
  const tasks = await handler.get('/api/tasks')
  expect(tasks.body.mine.map((row: { id: string }) => row.id)).toEqual([id])
  const stored = await handler.upload('/api/files', { name: '处置后.png', type: 'image/png', bytes: png })
  expect(stored.status).toBe(201)
  const handled = await step('handler', 'submit', { result: '已更换井盖', afterPhotos: [{ hash: stored.body.hash }] })
  expect(handled.photos).toHaveLength(1)
})

test('it is confirmed, checked by somebody else on the spot, and closed', async () => {
  await step('sanitation', 'confirm')
  await step('dispatcher', 'forward')
  await step('collector', 'check', { fixed: true })
  const closed = await step('receiver', 'close', { closing: 'P0103-1' })
  expect(closed.stateLabel).toBe('已结案')
  expect(closed.history.map((line: { label: string }) => line.label)).toEqual([
    '受理',
    '立案',
    '派遣',
    '指派',
    '处置完成',
    '部门确认',
    '批转核查',
    '核查反馈',
    '结案',
  ])
})

test('the figure says one closed case of one filed, and leads to it', async () => {
  const desk = await as('performance')
  const figure = await desk.get('/api/metrics/case.closing-rate/figure?period=2022')
  expect(figure.body).toMatchObject({ value: '100.00', parts: { num: 1, den: 1 } })
  const drill = await desk.get('/api/metrics/case.closed/drill?period=2022')
  expect(drill.body.rows.map((row: { id: string }) => row.id)).toEqual([id])
})

let snapshot = ''
test('the year is submitted by one and published by another: its page, its figures and the rows behind them stand still from now on', async () => {
  clock.set('2023-03-01T02:00:00.000Z')
  for (const account of ['performance', 'director']) delete people[account]
  const submitted = await (await as('performance')).post('/api/reporting/documents/casework-bulletin/submit', {
    year: 2022,
  })
  expect(submitted.status).toBe(201)
  snapshot = submitted.body.id
  expect((await app.visitor.get(`/public/431102/${snapshot}`)).status).toBe(404)
  const approved = await (await as('director')).post(`/api/reporting/submissions/${snapshot}/approve`)
  expect(approved.body).toMatchObject({ id: snapshot, hash: submitted.body.hash, url: `/public/431102/${snapshot}` })
  const page = await app.visitor.get(`/public/431102/${snapshot}`)
  expect(page.type).toContain('text/html')
  expect(page.text).toContain('结案')
})

test('anybody reads the public page without signing in and stands before the case, and sees nothing private', async () => {
  const { text } = await app.visitor.get(`/public/431102/${snapshot}/figures/closed`)
  expect(text).toContain('431102202200001')
  expect(text).toContain('雨水井盖')
  for (const secret of ['王先生', '19900001234', '行人容易绊倒', '菜市场北门', '李勇', '111.605'])
    expect(text).not.toContain(secret)
})

test('reopened later, the case is no longer closed at the desk, and still closed on the published page', async () => {
  const seal = (await app.visitor.get(`/api/public/431102/${snapshot}`)).body.seal
  delete people.lead
  const reopened = await (await as('lead')).post(`/api/ledgers/case/records/${id}/moves/reopen`, {
    reason: '井盖又松动了',
  })
  expect(reopened.status).toBe(200)
  const desk = await as('performance')
  expect((await desk.get('/api/metrics/case.closed/figure?period=2022')).body.value).toBe('0')
  expect((await desk.get(`/api/metrics/case.closed/figure?period=2022&asOf=${seal}`)).body.value).toBe('1')
  expect((await app.visitor.get(`/public/431102/${snapshot}/figures/closed`)).text).toContain('431102202200001')
})
