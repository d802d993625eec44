import { afterAll, beforeAll, expect, test } from 'vitest'
import { papers } from '../catalog/documents/papers/index.ts'
import type { LedgerRecord } from '../modules/ledger/index.ts'
import { paperDocx } from '../modules/papers/docx.ts'
import { paperHtml } from '../modules/papers/html.ts'
import { papersOf } from '../modules/papers/queries.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { offence, photo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { unzip } from './helpers/unzip.ts'
import { walkerOn } from './helpers/walker.ts'

// The papers of a penalty, as the law asks them to read, from a record walked to its end.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const penalty = walkerOn(() => engine, 'penalty')
const act = { ...offence, happenedOn: '2022-03-01' }
const who = { idNumber: '43110219800101123X', phone: '19900001234', address: '芝山路3号' }
const terms = { kind: 'k2', fine: 120_000, basis: '占用面积较小，主动清理' }

async function writtenOf({ id }: LedgerRecord, person: string) {
  const world = await engine.world('431102')
  const runtime = { ...engine, papers, dataDir: '' }
  const found = await papersOf(runtime, { actor: world.actorOf(person, '2022-03-01'), ledger: 'penalty', id })
  return found.map(({ written }) => written)
}
/** The papers of a record by their titles, as words, as one person reads them. */
async function read(record: LedgerRecord, person = 'p-officer'): Promise<Map<string, string>> {
  return new Map(
    (await writtenOf(record, person)).map((written) => {
      const html = paperHtml(written, { docx: '', pictureUrl: () => '' })
      return [written.title, html.slice(html.indexOf('<main>')).replaceAll(/<[^>]+>/g, '')]
    }),
  )
}
function says(words: string | undefined, ...all: string[]) {
  for (const one of all) expect(words).toContain(one)
}

test('行政处罚法 52：a decision on the spot says act, kind, basis, sum, place, remedies and who made it', async () => {
  at('2022-03-01 10:00')
  const record = await penalty.open('p-officer', 'fine', { ...act, ...who, shown: true, fine: 20_000 })
  const found = await read(record)
  expect([...found.keys()]).toEqual(['当场行政处罚决定书'])
  says(
    found.get('当场行政处罚决定书'),
    '零陵城管当罚字〔2022〕第1号',
    '当事人：陈某',
    '身份证件号码：43110219800101123X',
    '2022年3月1日在芝山路12号门前',
    '《城市道路管理条例》第四十二条',
    '罚款人民币200元（大写：贰佰元整）',
    '六十日内依法申请行政复议',
    '零陵区城市管理和综合执法局',
  )
  says((await read(record, 'p-inspector')).get('当场行政处罚决定书'), '身份证件号码：×××', '住址（住所）：×××')
})

test('a warning on the spot speaks of no money', async () => {
  const record = await penalty.open('p-officer', 'warn', { ...act, clause: 'appearance-34', shown: true })
  const words = (await read(record)).get('当场行政处罚决定书')
  says(words, '当场决定给予以下行政处罚：警告。')
  expect(words).not.toMatch(/罚款|身份证件号码|undefined/)
})

test('行政处罚法 59：every step of an ordinary penalty leaves its paper, and the decision says all the law asks', async () => {
  at('2022-03-01 10:00')
  const filed = await penalty.open('p-officer', 'file', { ...act, ...who })
  const noticed = await penalty.go(filed, 'p-officer', 'notify', { ...terms, evidence: [photo] })
  const asked = await penalty.go(noticed, 'p-officer', 'ask')
  const called = await penalty.go(asked, 'p-legal', 'call', { hearingOn: '2022-03-15' })
  at('2022-03-15 10:00')
  const heard = await penalty.go(called, 'p-legal', 'hear', { hearing: '当事人请求减轻' })
  const sent = await penalty.go(heard, 'p-officer', 'submit')
  const passed = await penalty.go(sent, 'p-legal', 'pass', { opinion: '事实清楚，程序合法' })
  at('2022-03-16 10:00')
  const decided = await penalty.go(passed, 'p-director', 'decide', { fine: 100_050 })
  const served = await penalty.go(decided, 'p-officer', 'serve', { servedHow: 's1' })
  at('2022-04-06 10:00')
  const urged = await penalty.go(served, 'p-officer', 'urge')
  const paid = await penalty.go(urged, 'p-performance', 'pay', { paid: 118_059, paidOn: '2022-04-06' })
  const found = await read(await penalty.go(paid, 'p-officer', 'settle'))
  expect([...found.keys()]).toEqual([
    '立案审批表',
    '行政处罚事先告知书',
    '行政处罚听证通知书',
    '法制审核意见书',
    '行政处罚决定书',
    '送达回证',
    '催告书',
    '结案审批表',
  ])
  says(
    found.get('行政处罚事先告知书'),
    '零陵城管罚告字〔2022〕第1号',
    '壹仟贰佰元整',
    '五日内向我局提出',
    '要求举行听证',
  )
  says(found.get('行政处罚听证通知书'), '听证时间：2022年3月15日', '申请回避', '委托一至二人代理')
  says(found.get('法制审核意见书'), '南津渡中队：', '事实清楚，程序合法。', '壹仟贰佰元整', '审核通过')
  says(
    found.get('行政处罚决定书'),
    '零陵城管罚字〔2022〕第1号',
    '住址（住所）：芝山路3号',
    '占用人行道堆放建材',
    '证据照片1张',
    '当事人请求减轻。',
    '罚款人民币1000.50元（大写：壹仟元伍角）',
    '《城市道路管理条例》第四十二条',
    '十五日内',
    '六个月内依法向人民法院提起行政诉讼',
    '2022年3月16日',
  )
  says(found.get('送达回证'), '行政处罚决定书（零陵城管罚字〔2022〕第1号）', '直接送达')
  says(found.get('催告书'), '缴纳罚款人民币1000.50元', '自收到本催告书之日起十日内')
  says(found.get('结案审批表'), '已缴款1180.59元')
  for (const [title, words] of found) expect(words, title).not.toMatch(/undefined|null|NaN|。。|《》/)
})

test('a form of the file is a table in Word too, its long answers across the row, and nothing is signed below', async () => {
  at('2022-03-01 10:00')
  const [filing] = await writtenOf(await penalty.open('p-officer', 'file', { ...act, ...who }), 'p-officer')
  const xml = unzip(await paperDocx(filing!, new Map()))
    .get('word/document.xml')!
    .toString('utf8')
  expect(xml.match(/<w:tr>/g)).toHaveLength(11)
  expect(xml.match(/<w:gridSpan w:val="3"\/>/g)).toHaveLength(8)
  expect(xml.match(/零陵区城市管理和综合执法局/g)).toHaveLength(1)
  says(xml, '立案审批表', '占用人行道堆放建材，面积约6平方米', '签名：')
})

test('a decision that is revoked is a paper no more; what was not punished says why', async () => {
  at('2022-03-01 10:00')
  const filed = await penalty.open('p-officer', 'file', { ...act, ...who })
  const dropped = await penalty.go(filed, 'p-director', 'drop', {}, '违法行为轻微并及时改正，没有造成危害后果')
  says((await read(dropped)).get('不予行政处罚决定书'), '违法行为轻微并及时改正', '决定不予行政处罚')
  const noticed = await penalty.go(await penalty.open('p-officer', 'file', act), 'p-officer', 'notify', {
    ...terms,
    evidence: [photo],
  })
  const answered = await penalty.go(noticed, 'p-officer', 'defend', { defence: '无异议', waived: true })
  const sent = await penalty.go(answered, 'p-officer', 'submit')
  const passed = await penalty.go(sent, 'p-legal', 'pass', { opinion: '程序合法' })
  const decided = await penalty.go(passed, 'p-director', 'decide')
  const served = await penalty.go(decided, 'p-officer', 'serve', { servedHow: 's1' })
  expect((await read(served)).has('行政处罚决定书')).toBe(true)
  const revoked = await penalty.go(served, 'p-director', 'revoke', {}, '认定事实有误')
  expect((await read(revoked)).has('行政处罚决定书')).toBe(false)
})
