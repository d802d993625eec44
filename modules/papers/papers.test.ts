import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type App, type Caller, freshApp } from '../../tests/helpers/app.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as } from '../../tests/helpers/casework.ts'
import { unzip } from '../../tests/helpers/unzip.ts'
import type { LedgerRecord } from '../ledger/index.ts'

const today = '2022-04-01T01:00:00.000Z'
const clock = fixedClock(today)
let app: App
let inspector: Caller
let desk: Caller
let photo: { hash: string; note: string }
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
  inspector = await app.signIn('inspector')
  desk = await app.signIn('receiver')
  const bytes = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const { body } = await inspector.upload('/api/files', { name: '现场.jpg', type: 'image/jpeg', bytes })
  photo = { hash: body.hash, note: '垃圾箱东侧' }
})
afterAll(() => app.close())

/** Makes moves in March; whoever reads does so in April. */
const walker = (ledger: string) => {
  const make = async (on: string, person: string, move: string, more: object) => {
    clock.set(new Date(`2022-${on}T10:00+08:00`).toISOString())
    const record = await as(app.parts.runtime, person, { move, data: {}, ...more }, ledger)
    clock.set(today)
    return record
  }
  return {
    open: (on: string, person: string, move: string, data: object) => make(on, person, move, { data: { ...data } }),
    go: (record: LedgerRecord, on: string, person: string, move: string, data: object = {}, reason?: string) =>
      make(on, person, move, { record: record.id, data: { ...data }, ...(reason ? { reason } : {}) }),
  }
}
const notice = walker('notice')
const permit = walker('permit')

const papersUrl = (ledger: string, { id }: { id: string }) => `/api/ledgers/${ledger}/records/${id}/papers`
const list = async (who: Caller, ledger: string, record: { id: string }) => {
  const { body } = await who.get(papersUrl(ledger, record))
  return body.map(({ title, number, on }: Record<string, string>) => [title, number, on])
}
const page = async (who: Caller, ledger: string, record: { id: string }, paper: string) =>
  (await who.get(`${papersUrl(ledger, record)}/${paper}/page`)).text
const wordsOf = (html: string) => html.slice(html.indexOf('<main>')).replaceAll(/<[^>]+>/g, '')

const found = () => ({
  kind: 'k4',
  problem: '垃圾箱满溢\n周边散落',
  place: '芝山路菜市场',
  photos: [photo],
  unit: 'u-sanitation',
  demand: '立即清运并保洁',
  until: '2022-03-05',
})
const issue = () => notice.open('03-01', 'p-inspector', 'issue', found())
const reply = (record: LedgerRecord, on: string) =>
  notice.go(record, on, 'p-sanitation', 'reply', { measures: '已清运', afterPhotos: [photo] })
const asked = {
  kind: 'x2',
  applicant: '零陵某饭店',
  matter: '店前临时占道搭台三日',
  place: '芝山路12号',
  contact: '19900001234',
}
const accepted = async (data: object = {}) => {
  const applied = await permit.open('03-01', 'p-receiver', 'apply', { ...asked, ...data })
  return permit.go(applied, '03-02', 'p-receiver', 'accept')
}
const basis = { startsOn: '2022-04-01', endsOn: '2022-04-03', basis: '符合临时占道条件。' }
const granted = async (data: object = {}, why: object = {}) =>
  permit.go(await accepted(data), '03-09', 'p-legal', 'grant', { ...basis, ...why })

test('a notice is a paper as soon as it is issued, with number, addressee, day, and what was found', async () => {
  const record = await issue()
  expect(await list(inspector, 'notice', record)).toEqual([
    ['督察整改通知书', '零陵城管督通字〔2022〕第1号', '2022-03-01'],
  ])
  const text = await page(inspector, 'notice', record, 'supervision-notice')
  const words = wordsOf(text)
  for (const said of ['零陵区城市管理和综合执法局', '督察整改通知书', record.number, '环卫所：', '2022年3月1日'])
    expect(words).toContain(said)
  expect(words).toContain('经明查，发现你单位责任范围内（芝山路菜市场）')
  expect(words).toContain('请于2022年3月5日前完成整改')
  expect(text).toContain('<p class="paragraph">垃圾箱满溢</p>')
  expect(text).toContain('<p class="paragraph">周边散落。</p>')
  expect(text).toContain(`<img src="/api/files/${photo.hash}?width=1280" alt="垃圾箱东侧">`)
})

test('a paper does not change when its record moves on, and what a re-check clears it still speaks of', async () => {
  const record = await issue()
  const before = await page(inspector, 'notice', record, 'supervision-notice')
  await reply(record, '03-04')
  await notice.go(record, '03-05', 'p-inspector', 'fail', { finding: '仍有散落', until: '2022-03-08' })
  const failed = wordsOf(await page(inspector, 'notice', record, 'recheck-opinion'))
  expect(failed).toContain('你单位2022年3月4日回复')
  expect(failed).toContain('卢海对芝山路菜市场进行了复查')
  expect(failed).toContain('已清运')
  expect(failed).toContain('请于2022年3月8日前继续整改')
  await reply(record, '03-07')
  await notice.go(record, '03-08', 'p-inspector', 'pass', { finding: '整改到位' })
  expect(wordsOf(await page(inspector, 'notice', record, 'recheck-opinion'))).toContain('予以销号')
  expect(await page(inspector, 'notice', record, 'supervision-notice')).toBe(before)
  expect(await list(inspector, 'notice', record)).toEqual([
    ['督察整改通知书', record.number, '2022-03-01'],
    ['复查意见书', '', '2022-03-08'],
  ])
})

test('a paper whose move was undone is no longer there', async () => {
  const record = await issue()
  await notice.go(record, '03-02', 'p-inspector', 'withdraw', {}, '发错单位')
  expect(await list(inspector, 'notice', record)).toEqual([])
  const gone = await inspector.get(`${papersUrl('notice', record)}/supervision-notice/page`)
  expect(gone).toMatchObject({ status: 404, body: { code: 'paper.not-there' } })
})

test('a decision is granted or refused, never both; asked for more, the applicant is told once', async () => {
  const applied = await permit.open('03-01', 'p-receiver', 'apply', asked)
  expect(await list(desk, 'permit', applied)).toEqual([])
  await permit.go(applied, '03-02', 'p-receiver', 'ask', { missing: '场地权属证明\n平面图' })
  await permit.go(applied, '03-03', 'p-receiver', 'complete')
  await permit.go(applied, '03-04', 'p-receiver', 'accept')
  await permit.go(applied, '03-09', 'p-legal', 'refuse', { basis: '占用盲道。' })
  expect(await list(desk, 'permit', applied)).toEqual([
    ['补正材料一次告知书', '', '2022-03-02'],
    ['不予行政许可决定书', applied.number, '2022-03-09'],
  ])
  const refused = wordsOf(await page(desk, 'permit', applied, 'permit-refused'))
  for (const said of ['零陵某饭店：', '占用盲道。', '六十日内依法申请行政复议', '六个月内依法向人民法院'])
    expect(refused).toContain(said)
  const allowed = wordsOf(await page(desk, 'permit', await granted(), 'permit-granted'))
  expect(allowed).toContain('自2022年4月1日起至2022年4月3日止')
})

test('a secret is told to those who may see it, the others read ×××', async () => {
  const record = await granted()
  expect(await page(desk, 'permit', record, 'permit-granted')).toContain('联系电话：19900001234')
  const seen = await page(inspector, 'permit', record, 'permit-granted')
  expect(seen).toContain('联系电话：×××')
  expect(seen).not.toMatch(/1990000|sha256/)
})

test('whoever may not read the record gets no list, no page and no file of it', async () => {
  const record = await issue()
  const handler = await app.signIn('handler')
  const collector = await app.signIn('collector')
  const none = '01800000-0000-7000-8000-000000000000'
  for (const end of ['', '/supervision-notice/page', '/supervision-notice/docx']) {
    expect((await collector.get(papersUrl('notice', record) + end)).status).toBe(403)
    expect((await handler.get(papersUrl('notice', record) + end)).status).toBe(404)
    expect((await inspector.get(papersUrl('notice', { id: none }) + end)).body.code).toBe('ledger.not-found')
    expect((await app.visitor.get(papersUrl('notice', record) + end)).status).toBe(401)
  }
  expect((await inspector.get(`${papersUrl('notice', record)}/no-such-paper/page`)).status).toBe(404)
})

test('which papers there are is told of the ledgers one reads', async () => {
  const told = async (who: Caller) => [
    ...new Set((await who.get('/api/papers')).body.map(({ ledger }: { ledger: string }) => ledger)),
  ]
  expect(await told(inspector)).toEqual(['notice', 'permit', 'penalty'])
  expect(await told(await app.signIn('handler'))).toEqual(['notice'])
})

test('whatever somebody typed, a page does not let it become markup, and runs no script', async () => {
  const nasty = `<script>alert('x')</script>"&`
  const record = await granted({ applicant: nasty, matter: nasty }, { basis: nasty })
  const url = `${papersUrl('permit', record)}/permit-granted/page`
  const text = (await desk.get(url)).text
  expect(text).not.toMatch(/<script/i)
  expect(text.match(/&lt;script&gt;alert\(&#39;x&#39;\)&lt;\/script&gt;&quot;&amp;/g)).toHaveLength(3)
  const file = await docx(desk, 'permit', record, 'permit-granted')
  expect(file.xml).toContain(`&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt;&quot;&amp;`)
})

async function docx(who: Caller, ledger: string, record: { id: string }, paper: string) {
  const { bytes, name } = await who.download(`${papersUrl(ledger, record)}/${paper}/docx`)
  const members = unzip(bytes)
  const textOf = (member: string) => members.get(member)!.toString('utf8')
  return { name, members: [...members.keys()], xml: textOf('word/document.xml'), textOf }
}

test('the file for Word has the page of GB/T 9704, the fonts of the office and the texts of the page', async () => {
  const record = await issue()
  const { name, xml, members, textOf } = await docx(inspector, 'notice', record, 'supervision-notice')
  expect(decodeURIComponent(name)).toBe(`督察整改通知书${record.number}.docx`)
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).toContain('<w:spacing w:line="579" w:lineRule="exact"/>')
  for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体']) expect(xml).toContain(`w:eastAsia="${font}"`)
  for (const said of [
    '环卫所：',
    '一、发现的问题',
    '垃圾箱满溢',
    '周边散落',
    '请于2022年3月5日前完成整改',
    '2022年3月1日',
  ])
    expect(xml).toContain(said)
  expect(xml).toContain('w:firstLine="640"')
  expect(textOf('word/footer1.xml')).toMatch(/— .*PAGE.* —/)
  expect(members.filter((member) => /^word\/media\/.+\.jpg$/.test(member))).toHaveLength(1)
})
