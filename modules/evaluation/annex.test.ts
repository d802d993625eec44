import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type App, type Caller, freshApp } from '../../tests/helpers/app.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { photo } from '../../tests/helpers/casework.ts'
import { demoFigures, enterFigures } from '../../tests/helpers/figures.ts'
import { unzip } from '../../tests/helpers/unzip.ts'
import { replay } from '../ledger/index.ts'
import { ordinal, sizeInWords } from './annex/write.ts'

const duji = '340602'
const suizhou = '421300'
let app: App
let performance: Caller
let figures: (typeof demoFigures)[number]
beforeAll(async () => {
  app = await freshApp(fixedClock('2025-01-10T02:00:00.000Z'))
  const { runtime } = app.parts
  for (const tenant of [duji, suizhou]) {
    await addSmallBureau(runtime.database, tenant, { ...smallBureau, years: [2021, 2025] })
    await enterFigures(runtime, tenant, demoFigures.find((one) => one.tenant === tenant)!)
  }
  figures = demoFigures.find((one) => one.tenant === duji)!
  performance = await app.signIn('performance', duji)
}, 120_000)
afterAll(() => app.close())

const url = (asked: Record<string, string | number>) =>
  `/api/evaluation/annex?${new URLSearchParams(Object.entries(asked).map(([name, one]) => [name, String(one)]))}`
const pageOf = async (asked: Record<string, string | number>, who = performance) => (await who.get(url(asked))).text
/** The cells of the row that begins with a name. */
function rowOf(html: string, name: string): string[] {
  const rows = html.split('<tr>').map((row) => [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text!))
  return rows.find(([, second]) => second === name) ?? expect.fail(`no row ${name}`)
}

test('of a project every scored item says where it comes from, how many entries stand behind it and what is attached', async () => {
  const html = await pageOf({ year: 2024, project: 'DJ03' })
  const { body: score } = await performance.get('/api/evaluation/projects/DJ03?year=2024')
  for (const line of score.lines) expect(rowOf(html, line.name)[4]).toBe(line.points)
  const project = figures.projects.find(({ code }) => code === 'DJ03')!
  const execution = rowOf(html, '预算执行率')
  expect(execution.slice(2, 6)).toEqual(['100.00%', '10', '10.00', '支付'])
  expect(execution[6]).toContain('年初预算5.00万元 + 调整0.00万元 = 全年预算5.00万元；全年支付5.00万元')
  // The budget is one entry, each payment one more.
  expect(execution[7]).toBe(`${1 + project.payments.length}条`)
  const trained = rowOf(html, '培训期数')
  expect(trained[5]).toBe('台账')
  expect(trained[6]).toContain('工作记录台账的“工作量（执法培训）”：')
  const typed = rowOf(html, '经费支出合规率')
  expect([typed[5], typed[7], typed[8]]).toEqual(['手填', '1条', '附件1'])
  expect(typed[6]).toMatch(/^手填（取值日期2024-12-20）：/)
})

test('a project whose figure is taken is named, not coded', async () => {
  const html = await pageOf({ year: 2024 })
  expect(html).toContain('“项目支出（')
  expect(html).not.toMatch(/“项目支出（DJ/)
})

test('a file is listed once, with its name, size, SHA-256 and every indicator it is attached to', async () => {
  const html = await pageOf({ year: 2024 })
  expect(html.split(photo.hash)).toHaveLength(2)
  const [row] = html.split('<tr>').filter((one) => one.includes(photo.hash))
  const cells = [...row!.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text!)
  expect(cells[0]).toBe('附件1')
  expect(cells[2]).toMatch(/ B$|KB$/)
  const typed = figures.indicators.filter((one) => one.typed).map(({ name }) => name)
  for (const name of new Set(typed)) expect(cells[4]!.split('、')).toContain(name)
})

test('a survey says its sample and its interval, the department as a whole stands among the projects', async () => {
  const html = await pageOf({ year: 2022, project: '整体' }, await app.signIn('performance', suizhou))
  expect(html).toMatch(/满意度调查“[^”]+”（[^）]+）：有效答卷\d+份.*满意度[\d.]+%，95%置信区间[\d.]+%—[\d.]+%/)
  expect(html).toContain('部门整体支出')
})

test('as of a seal the annex names it, and counts nothing that was entered since', async () => {
  const { body: seal } = await performance.post('/api/seals', {})
  const before = await pageOf({ year: 2024, project: 'DJ01', asOf: seal.n })
  expect(before).toContain(`截至第${seal.n}次封账`)
  expect(before).toContain(seal.hash)
  const paid = { project: 'DJ01', budgetType: 'general', amount: 100, paidOn: '2024-12-30', payeeKind: 'company' }
  const at = '2025-01-09T04:00:00.000Z'
  await replay(app.parts.runtime, duji, 'payment', [
    { steps: [{ move: 'pay', data: { ...paid, unit: 'u-bureau' }, person: 'p-performance', at }] },
  ])
  const count = async (asked: object) =>
    Number.parseInt(rowOf(await pageOf({ year: 2024, project: 'DJ01', ...asked }), '预算执行率')[7]!, 10)
  expect(await count({})).toBe((await count({ asOf: seal.n })) + 1)
})

test('the Word file says what the page says, on a page that lies', async () => {
  const { name, bytes } = await performance.download(url({ year: 2024, as: 'docx' }))
  expect(decodeURIComponent(name)).toBe('绩效自评佐证材料（2024年度）.docx')
  const xml = unzip(bytes).get('word/document.xml')!.toString('utf8')
  expect(xml).toContain('w:orient="landscape"')
  for (const words of ['智慧城管', '附件清单', photo.hash]) expect(xml).toContain(words)
})

test('it names nobody who typed or approved, and only who reads the evaluation gets it', async () => {
  const html = await pageOf({ year: 2024 })
  for (const { name } of smallBureau.people) expect(html).not.toContain(name)
  expect((await (await app.signIn('collector', duji)).get(url({ year: 2024 }))).status).toBe(403)
  expect((await app.visitor.get(url({ year: 2024 }))).status).toBe(401)
  const there = await app.signIn('performance', suizhou)
  expect((await there.get(url({ year: 2024, project: 'DJ01' }))).status).toBe(404)
})

test('sections are numbered as offices number them, sizes as people read them', () => {
  expect([1, 10, 11, 20, 23].map(ordinal)).toEqual(['一', '十', '十一', '二十', '二十三'])
  expect([12, 2048, 3 * 1024 * 1024].map(sizeInWords)).toEqual(['12 B', '2 KB', '3.0 MB'])
})
