import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documents } from '../catalog/documents/index.ts'
import { schemes } from '../catalog/schemes/index.ts'
import {
  type ReportingRuntime,
  recountFrom,
  registerReporting,
  submit,
  verifySnapshots,
} from '../modules/reporting/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { createHttp, type Http } from '../platform/http.ts'
import { openSigner } from '../platform/keys.ts'
import { demoFigures } from '../server/demo/figures.ts'
import { addSmallBureau, smallBureau } from '../tests/helpers/bureau.ts'
import { as, offence, photo } from '../tests/helpers/casework.ts'
import { freshEngine } from '../tests/helpers/engine.ts'
import { enterFigures } from '../tests/helpers/figures.ts'
import { publishByTwo } from '../tests/helpers/publishing.ts'
import { walkerOn } from '../tests/helpers/walker.ts'
import { registerSite } from './index.ts'

const clock = fixedClock('2025-01-10T02:00:00.000Z')
const duji = '340602'
let engine: Awaited<ReturnType<typeof freshEngine>>
let http: Http
let runtime: ReportingRuntime

beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database, duji, { ...smallBureau, years: [2021, 2025], title: '杜集区城市管理局' })
  await addSmallBureau(engine.database, '431102', { ...smallBureau, years: [2021, 2025] })
  await enterFigures(engine, duji, demoFigures[1]!)
  runtime = { ...engine, documents, schemes, signer: openSigner(mkdtempSync(join(tmpdir(), 'keys-'))) }
  await publishByTwo(runtime, duji, { document: 'duji-2024', year: 2024 })
  http = await createHttp({ config: { behindTls: false, rateLimit: 10_000 }, log: false })
  registerReporting(http, runtime, async () => {})
  registerSite(http, runtime)
  await http.ready()
}, 60_000)
afterAll(async () => {
  await http.close()
  await engine.database.close()
})

const get = async (url: string) => {
  const { statusCode, headers, body } = await http.inject({ method: 'GET', url })
  return { status: statusCode, type: String(headers['content-type']), body }
}
const linksIn = (page: string) =>
  [...page.matchAll(/href="([^"]+)"/g)].map((found) => found[1]!.replaceAll('&amp;', '&'))

test('a citizen without an account walks from the first page to every list behind every figure', async () => {
  const seen = new Set<string>()
  const left = ['/public']
  while (left.length) {
    const url = left.pop()!
    if (seen.has(url)) continue
    seen.add(url)
    const { status, type, body } = await get(url)
    expect(status, url).toBe(200)
    if (url.endsWith('/package.zip')) continue
    expect(type, url).toContain('text/html')
    left.push(...linksIn(body).filter((link) => !seen.has(link)))
  }
  const figures = documents.find(({ id }) => id === 'duji-2024')!.figures
  for (const { id } of figures) expect(seen).toContain(`/public/${duji}/2024-zpbg-1/figures/${id}`)
})

test('a published score opens on the sentences that explain it', async () => {
  const { body } = await get(`/public/${duji}/2024-zpbg-1/figures/score-dj01`)
  expect(body).toContain('93.14')
  expect(body).toContain('111.85÷170.35万元，执行率65.66%，10分得6.57分。')
  expect(body).toContain('财预〔2020〕10号')
})

test('only bureaus that have published are on the first page', async () => {
  const { body } = await get('/public')
  expect(body).toContain('杜集区城市管理局')
  expect(body).not.toContain('零陵区')
})

test('what is not there is told on a page, and nothing of the inside is shown', async () => {
  for (const url of [
    '/public/999999',
    `/public/${duji}/2024-zpbg-9`,
    `/public/${duji}/2024-zpbg-1/figures/none`,
    `/public/${encodeURIComponent("1' or '1'='1")}`,
    `/public/431102/2024-zpbg-1`,
  ]) {
    const { status, body } = await get(url)
    expect(status, url).toBe(404)
    expect(body).toContain('没有')
  }
})

test('a page that does not exist is the nearest one that does', async () => {
  const url = `/public/${duji}/2024-zpbg-1/figures/all-paid`
  for (const page of ['0', '-1', '999999', 'x', '1;drop'])
    expect((await get(`${url}?page=${encodeURIComponent(page)}&part=other`)).status).toBe(200)
})

test('programs read the same as people: body, rows and hashes', async () => {
  const read = async (url: string) => JSON.parse((await get(url)).body)
  expect(await read('/api/public')).toEqual([expect.objectContaining({ tenant: duji, reports: 1 })])
  const { snapshots } = await read(`/api/public/${duji}`)
  expect(snapshots[0]).toMatchObject({ id: '2024-zpbg-1', seal: 1 })
  expect(JSON.stringify(snapshots)).not.toContain('p-performance')
  const report = await read(`/api/public/${duji}/2024-zpbg-1`)
  expect(report.hash).toBe(snapshots[0].hash)
  const list = await read(`/api/public/${duji}/2024-zpbg-1/figures/paid-dj06`)
  expect(list).toMatchObject({ total: 4, pages: 1, part: 'num' })
  expect(list.rows.reduce((sum: number, row: { value: number }) => sum + row.value, 0)).toBe(46_000_000)
})

test('what somebody typed about a value is not handed out, and the publication still verifies', async () => {
  const typed = '张某来电称该项目款被扣，已与财政局口头说明'
  const scoreIn = (text: string) =>
    JSON.parse(text).body.figures.find((figure: { id: string }) => figure.id === 'score-dj02').score
  const first = scoreIn((await get(`/api/public/${duji}/2024-zpbg-1`)).body)
  const { id } = first.lines.find(({ name }: { name: string }) => name === '主次干道整洁率')
  const data = { indicator: id, project: 'DJ02', value: 90_000, valueOn: '2024-12-31', cause: typed, files: [photo] }
  await as(engine, 'p-performance', { move: 'give', data }, 'typed-value', duji)
  const second = await publishByTwo(runtime, duji, { document: 'duji-2024', year: 2024 })
  expect(JSON.stringify(second.body)).toContain(typed)
  const url = `/api/public/${duji}/${second.id}`
  const report = await get(url)
  expect(JSON.parse(report.body).hash).toBe(second.hash)
  expect(scoreIn(report.body).inputs[id]).toEqual({ actual: '90' })
  for (const { body } of [report, await get(`${url}/figures/score-dj02`)]) expect(body).not.toContain(typed)
  const verified = await engine.database.inTenant(duji, (tx) =>
    verifySnapshots(tx, { recount: recountFrom(engine.ledgers) }),
  )
  expect(verified).toEqual({ snapshots: 2, faults: [] })
})

const search = (q: string, bureau = '') => get(`/public/search?q=${encodeURIComponent(q)}&bureau=${bureau}`)

test('a citizen finds a report by words of its title and its text, and each line found leads to its section', async () => {
  const { status, type, body } = await search('垃圾分类 执行率')
  expect([status, type]).toEqual([200, expect.stringContaining('text/html')])
  expect(body).toContain(`<a href="/public/${duji}/2024-zpbg-1">`)
  const [, address = '', section = ''] = /<p class="passage"><a href="([^"#]+)#([^"]+)">/.exec(body)!
  expect((await get(address)).body).toContain(`<section id="${section}">`)
  expect(body).toContain('<mark>垃圾分类</mark>')
  expect((await search('224.05万元')).body).toContain('<mark>224.05万元</mark>')
  expect((await search('２０２４')).body).toContain('2024-zpbg-1')
})

test('what stands in no report, or in none of the bureau asked, is told; what is typed never becomes markup', async () => {
  expect((await search('垃圾分类 月球基地')).body).toContain('没有同时出现“垃圾分类”“月球基地”的')
  expect((await search('垃圾分类', '431102')).body).not.toContain('zpbg')
  expect((await search('垃圾分类', '999999')).status).toBe(404)
  expect((await search(`<script>"x`)).body).not.toContain('<script>')
  for (const url of ['/public/search', '/public/search?q=', '/public/search?q=a&q=b'])
    expect((await get(url)).body, url).toContain('几个词之间空一格')
})

test('a report sent for review and not agreed to is not found', async () => {
  const performance = (await engine.world(duji)).actorOf('p-performance', '2025-01-10')!
  const { id } = await submit(runtime, performance, { document: 'duji-2024', year: 2024 })
  const { body } = await search('垃圾分类')
  expect(body).toContain('2024-zpbg-1')
  expect(body).not.toContain(id)
})

test('the desk’s addresses stay closed to the public', async () => {
  for (const url of [
    '/api/reporting/documents',
    '/api/reporting/snapshots',
    '/api/reporting/documents/duji-2024/preview?year=2024',
  ])
    expect((await get(url)).status, url).toBe(401)
})

test('行政处罚法 48：what is published is read by all with the names of persons masked, and when withdrawn its reason is', async () => {
  const penalty = walkerOn(() => engine, 'penalty')
  const act = {
    ...offence,
    clause: 'planning-64',
    happenedOn: '2025-01-02',
    facts: '未取得规划许可搭建钢架棚',
  }
  const terms = { kind: 'k2', fine: 100_000, worth: 2_000_000, basis: '尚可采取改正措施' }
  const published = async (party: string, partyKind = 'person') => {
    let record = await penalty.open('p-officer', 'file', { ...act, party, partyKind, idNumber: '43110219800101123X' })
    const steps: [string, string, object?][] = [
      ['p-officer', 'notify', { ...terms, evidence: [photo] }],
      ['p-officer', 'defend', { defence: '无', waived: true }],
      ['p-officer', 'submit'],
      ['p-legal', 'pass', { opinion: '合法' }],
      ['p-director', 'decide'],
      ['p-officer', 'serve', { servedHow: 's1' }],
    ]
    for (const [person, move, data] of steps) record = await penalty.go(record, person, move, data)
    return record
  }
  const page = async () => (await http.inject('/public/431102/lists/penalty')).body
  const [first, second] = [await published('张三丰'), await published('零陵某置业公司', 'organisation')]
  expect(await page()).toContain('共 0 件')
  const out = await penalty.go(first, 'p-legal', 'publish', { publishedOn: '2025-01-10' })
  await penalty.go(second, 'p-legal', 'publish', { publishedOn: '2025-01-10' })
  const both = await page()
  expect(both).toContain('共 2 件')
  expect(both).toContain('张**')
  expect(both).not.toContain('张三丰')
  expect(both).not.toContain('43110219800101123X')
  expect(both).toContain('零陵某置业公司')
  expect(both).toContain('零陵城管罚字〔2025〕第1号')
  const bureau = (await http.inject('/public/431102')).body
  expect(bureau).toContain('<a href="/public/431102/lists/penalty">行政处罚公示</a>（2件）')
  const revoked = await penalty.go(out, 'p-director', 'revoke', {}, '复议机关撤销')
  await penalty.go(revoked, 'p-legal', 'withdraw', {}, '决定已被复议机关撤销')
  const one = await page()
  expect(one).toContain('共 1 件')
  expect(one).toContain('零陵城管罚字〔2025〕第1号，2025-01-10撤回。理由：决定已被复议机关撤销')
  expect((await http.inject('/public/431102/lists/case')).statusCode).toBe(404)
})
