import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordsOf } from '../modules/ledger/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { createHttp, type Http } from '../platform/http.ts'
import { openSigner } from '../platform/keys.ts'
import { addSmallBureau } from '../tests/helpers/bureau.ts'
import { freshEngine } from '../tests/helpers/engine.ts'
import { addProjects } from '../tests/helpers/projects.ts'
import { questionnaire } from '../tests/helpers/surveys.ts'
import { walkerOn } from '../tests/helpers/walker.ts'
import { registerSite } from './index.ts'

const clock = fixedClock('2022-02-20T01:00:00.000Z')
const on = (day: string) => clock.set(`${day}T01:00:00.000Z`)
const at = '/public/431102/surveys/LD-2022'
let engine: Awaited<ReturnType<typeof freshEngine>>
let http: Http
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
  await addSmallBureau(engine.database, '340602')
  await addProjects(engine, '431102', 'P1')
  http = await createHttp({ config: { behindTls: false, rateLimit: 10_000 }, log: false })
  registerSite(http, { ...engine, signer: openSigner(mkdtempSync(join(tmpdir(), 'keys-'))) })
  await http.ready()
})
afterAll(async () => {
  await http.close()
  await engine.database.close()
})

const survey = walkerOn(() => engine, 'survey')
const answers = () => engine.database.inTenant('431102', (tx) => recordsOf(tx, 'survey-answer'))

/** A browser that keeps its cookie, or one that does not. */
function browser({ keeps = true, from = '127.0.0.1' } = {}) {
  let cookie = ''
  const ask = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
    const reply = await http.inject({
      method,
      url,
      remoteAddress: from,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    const [set] = reply.cookies
    if (set && keeps) cookie = `${set.name}=${set.value}`
    return { status: reply.statusCode, body: reply.body, to: reply.headers.location, reply }
  }
  const marksIn = (page: string) =>
    Object.fromEntries([...page.matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g)].map((one) => [one[1]!, one[2]!]))
  return {
    get: (url = at) => ask('GET', url),
    send: (form: Record<string, string>, url = at) => ask('POST', url, form),
    sheet: async (url = at) => marksIn((await ask('GET', url)).body),
  }
}
const all = { answer1: 's1', answer2: 's4' }

test('before it opens and after it has ended the page says so kindly, and takes nothing', async () => {
  const first = at.replace('LD-2022', 'LD-2021')
  expect((await browser().get(first)).status).toBe(404)
  const draft = await survey.open('p-performance', 'draft', { ...questionnaire, code: 'LD-2021' })
  expect((await browser().get(first)).body).toContain('这次调查还没有开始；请过些日子再来')
  const open = await survey.go(draft, 'p-performance', 'open')
  const early = await browser().get(first)
  expect(early.body).toContain('请在2022-03-01以后再来')
  expect(early.reply.cookies).toEqual([])
  on('2022-03-01')
  const citizen = browser()
  const marks = await citizen.sheet(first)
  on('2022-03-11') // an hour in which nobody has closed it yet
  expect((await browser().get(first)).body).toContain('这次调查已经结束')
  expect(await citizen.send({ ...marks, ...all }, first)).toMatchObject({ status: 409 })
  on('2022-03-02')
  const closed = await survey.go(open, 'p-performance', 'close', {}, '试')
  expect(closed.state).toBe('closed')
  expect((await citizen.send({ ...marks, ...all }, first)).status).toBe(409)
  expect(await answers()).toEqual([])
})

test('a citizen reads the questions, answers them all, is thanked, and nothing of them is kept', async () => {
  const draft = await survey.open('p-performance', 'draft', { ...questionnaire, closesOn: '2022-03-31' })
  await survey.go(draft, 'p-performance', 'open')
  const citizen = browser()
  const { body, reply } = await citizen.get()
  expect(body).toContain(questionnaire.question1)
  expect(body.match(/type="radio"/g)).toHaveLength(10)
  expect(body).not.toMatch(/<script|<link|src=/)
  expect(reply.headers['cache-control']).toBe('no-store')
  expect(reply.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: at })
  expect((await browser().get('/public/431102')).body).toContain(`<a href="${at}">路灯照明满意度调查</a>`)
  const sent = await citizen.send({ ...(await citizen.sheet()), ...all, remark: ' 三号巷路灯不亮 ' })
  expect([sent.status, sent.to]).toEqual([303, `${at}/thanks`])
  const thanks = (await citizen.get(sent.to)).body
  expect(thanks).toContain('谢谢您')
  expect(thanks).not.toContain('三号巷')
  const [answer] = await answers()
  expect(answer!.data).toMatchObject({ way: 'web', answeredOn: '2022-03-02', score: 130, most: 200, ...all })
  expect(answer!.by.answer!.person).toBe('system')
  expect(JSON.stringify(answer)).not.toContain('127.0.0.1')
  expect(JSON.stringify(answer)).not.toContain('三号巷')
  const rows = await engine.database.inTenant('431102', (tx) =>
    tx.query<{ key: string }>("select key from ledger.request where tenant = '431102' and record = $1", [answer!.id]),
  )
  expect(rows[0]!.key).toMatch(/^survey-answer\.[0-9a-f-]{36}\.[0-9a-f]{64}$/)
  expect(rows[0]!.key).not.toContain(reply.cookies[0]!.value)
})

test('a double click is one answer and thanked twice; the same device with another sheet has answered already', async () => {
  const before = (await answers()).length
  const citizen = browser()
  const [sheet, other] = [await citizen.sheet(), await citizen.sheet()]
  const clicks = await Promise.all([citizen.send({ ...sheet, ...all }), citizen.send({ ...sheet, ...all })])
  expect(clicks.map(({ status }) => status)).toEqual([303, 303])
  const second = await citizen.send({ ...other, ...all, answer1: 's5' })
  expect(second.status).toBe(409)
  expect(second.body).toContain('这台设备已经答过这次调查')
  expect((await citizen.get()).body).toContain('这台设备已经答过这次调查')
  expect(await answers()).toHaveLength(before + 1)
})

test('what is missing is said above the sheet, and what was chosen and written is still there', async () => {
  const citizen = browser()
  const sent = await citizen.send({ ...(await citizen.sheet()), answer1: 's2', remark: '<b>亮</b>"' })
  expect(sent.status).toBe(422)
  expect(sent.body).toContain('第2题还没有选')
  expect(sent.body).toContain('name="answer1" value="s2" required checked')
  expect(sent.body).toContain('&lt;b&gt;亮&lt;/b&gt;&quot;')
  const long = await citizen.send({ ...(await citizen.sheet()), ...all, remark: '亮'.repeat(501) })
  expect(long.body).toContain('请不超过500字')
})

test('a form that did not come from our page to this device is not taken', async () => {
  const before = (await answers()).length
  const [one, other] = [browser(), browser()]
  const [ours, theirs] = [await one.sheet(), await other.sheet()]
  const without = browser({ keeps: false })
  for (const sent of [
    await one.send(all),
    await one.send({ ...theirs, ...all }),
    await one.send({ ...ours, sheet: '0'.repeat(15), ...all }),
    await without.send({ ...(await without.sheet()), ...all }),
  ]) {
    expect(sent.status).toBe(403)
    expect(sent.body).toContain('这一页已经失效')
  }
  expect(await answers()).toHaveLength(before)
})

test('a bureau serves its own surveys only, and other routes take no plain forms', async () => {
  expect((await browser().get('/public/340602/surveys/LD-2022')).status).toBe(404)
  expect((await browser().get('/public/999999/surveys/LD-2022')).status).toBe(404)
  const citizen = browser()
  const marks = await citizen.sheet()
  expect((await citizen.send({ ...marks, ...all }, '/public/340602/surveys/LD-2022')).status).toBe(404)
})

test('answers from one network bear one mark, from another network or to another survey another, and no address', async () => {
  const other = at.replace('LD-2022', 'LD-2023')
  const draft = await survey.open('p-performance', 'draft', { ...questionnaire, code: 'LD-2023' })
  await survey.go(draft, 'p-performance', 'open')
  const markOf = async (from: string, url = at) => {
    const citizen = browser({ from })
    expect((await citizen.send({ ...(await citizen.sheet(url)), ...all }, url)).status).toBe(303)
    const text = JSON.stringify((await answers())[0])
    expect(text).not.toContain(from)
    return (await answers())[0]!.data.network
  }
  const home = await markOf('203.0.113.7')
  expect(home).toMatch(/^\d{10}$/)
  expect(await markOf('203.0.113.7')).toBe(home)
  expect(await markOf('203.0.113.8')).not.toBe(home)
  expect(await markOf('203.0.113.7', other)).not.toBe(home)
  const wide = await markOf('2001:db8:1:2::a')
  expect(await markOf('2001:db8:1:2:ffff::b')).toBe(wide)
  expect(await markOf('2001:db8:1:3::a')).not.toBe(wide)
  expect((await browser().get()).body).toContain('不记录网络地址')
})

test('more than sixty answers a minute from one address wait', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 61; i++) statuses.push((await browser().send(all)).status)
  expect(statuses.at(-1)).toBe(429)
})
