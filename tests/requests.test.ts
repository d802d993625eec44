import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { reportData } from './helpers/casework.ts'

// What a program that talks to the server may rely on, beside what the screens ask.
const base = '/api/ledgers/case/records'
let app: App
let desk: Caller
beforeAll(async () => {
  app = await freshApp(fixedClock('2022-03-01T01:00:00.000Z'))
  await addSmallBureau(app.parts.runtime.database)
  desk = await app.signIn('receiver')
})
afterAll(() => app.close())

const receive = (headers: Record<string, string> = {}) => desk.post(base, { data: { ...reportData } }, headers)
const filed = { version: 1, data: { subclass: 'P0103', condition: 'P0103-1' } }

test('whoever prefers a short answer gets the row of the list, in capitals or among other wishes too', async () => {
  const whole = await receive()
  expect(whole.body).toMatchObject({ number: '431102202200001', history: [{ move: 'receive' }] })
  for (const prefer of ['return=minimal', 'respond-async, Return=Minimal']) {
    const short = await receive({ prefer })
    expect(short.status).toBe(201)
    expect(short.body).toMatchObject({ stateLabel: '待立案', version: 1 })
    expect(short.body).not.toHaveProperty('history')
    expect(short.body.data).not.toHaveProperty('phone')
    const list = await desk.get(`${base}?year=2022`)
    expect(short.body).toEqual(list.body.rows.find((row: { id: string }) => row.id === short.body.id))
  }
})

test('an id written in capital letters is the same record, to read and to move', async () => {
  const { body } = await receive()
  const id = body.id.toUpperCase()
  expect((await desk.get(`${base}/${id}`)).body).toMatchObject({ id: body.id, history: [{ move: 'receive' }] })
  expect((await desk.get(`${base}/${id}/links`)).body).toEqual([])
  expect((await desk.post(`${base}/${id}/moves/file`, filed)).body).toMatchObject({ state: 'to-dispatch', version: 2 })
})

test('all figures of a ledger come in one answer, split by month where that is asked; a strange ledger is told', async () => {
  const figures = await desk.get('/api/metrics/ledgers/case?period=2022&by=month')
  const received = figures.body.find(({ metric }: { metric: string }) => metric === 'case.received')
  expect(received).toMatchObject({ label: '受理数', unit: '件', rows: [{ key: '2022-03', label: '2022-03' }] })
  expect(received.value).toBe(received.rows[0].value)
  expect((await desk.get('/api/metrics/ledgers/case?period=2022-04')).body[0]).toMatchObject({ value: '0' })
  expect((await desk.get('/api/metrics/ledgers/none?period=2022')).status).toBe(404)
  expect((await desk.get('/api/metrics/ledgers/case?period=March')).status).toBe(422)
})

test('a record that is not there is 404, and no record at all 422', async () => {
  expect((await desk.get(`${base}/01800000-0000-7000-8000-000000000000/links`)).status).toBe(404)
  expect((await desk.get(`${base}/1/links`)).status).toBe(422)
})
