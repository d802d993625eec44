import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type App, type Caller, freshApp } from '../../tests/helpers/app.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { demoFigures, enterFigures } from '../../tests/helpers/figures.ts'
import { type Given, recomputed, type Sheet, sheetsOf } from '../../tests/helpers/formulas.ts'
import { unzip } from '../../tests/helpers/unzip.ts'
import { replay } from '../ledger/index.ts'

const wan = (amount: number) => Math.round(amount * 1_000_000)
const clock = fixedClock('2025-01-10T02:00:00.000Z')
const duji = '340602'
const suizhou = '421300'
let app: App
let performance: Caller
beforeAll(async () => {
  app = await freshApp(clock)
  const { runtime } = app.parts
  for (const [tenant, figures] of [
    [duji, demoFigures.find((one) => one.tenant === duji)!],
    [suizhou, demoFigures.find((one) => one.tenant === suizhou)!],
  ] as const) {
    await addSmallBureau(runtime.database, tenant, { ...smallBureau, years: [2021, 2025] })
    await enterFigures(runtime, tenant, figures)
  }
  performance = await app.signIn('performance', duji)
}, 120_000)
afterAll(() => app.close())

const formUrl = (form: string, asked: Record<string, string | number>) =>
  `/api/evaluation/forms/${form}?${new URLSearchParams(Object.entries(asked).map(([name, one]) => [name, String(one)]))}`
const saved = async (form: string, asked: Record<string, string | number>, who = performance) => {
  const { status, name, bytes } = await who.download(formUrl(form, asked))
  return { status, name: decodeURIComponent(name), bytes }
}
/** What stands to the right of a text. */
function rowOf({ values }: Sheet, text: string): Given[] {
  const row = [...values].find(([, value]) => value === text)?.[0].replace(/[A-Z]+/, '')
  return [...values]
    .filter(([at, value]) => at.replace(/[A-Z]+/, '') === row && value !== null)
    .map(([, value]) => value)
}

test('the self-evaluation form of a project is a workbook with its name, and its formulas give the score of the screen', async () => {
  const { name, bytes } = await saved('self', { year: 2024, project: 'DJ01' })
  expect(name).toBe('2024年度项目支出绩效自评表（智慧城管）.xlsx')
  const [sheet] = (await sheetsOf(bytes)) as [Sheet]
  expect(sheet.name).toBe('智慧城管')
  const { body: score } = await performance.get('/api/evaluation/projects/DJ01?year=2024')
  expect(rowOf(sheet, '总分')).toEqual(['总分', 100, Number(score.total), '优'])
  expect(rowOf(sheet, '年度资金总额')).toEqual(['年度资金总额', 170.35, 170.35, 111.85, 10, 0.6566, 6.57])
  // What the project is for stands in the form as it was registered.
  expect([...sheet.values.values()]).toContain('搭建区级智慧城管平台并投入使用，提高发现和处置城市管理问题的效率')
  for (const [at, found] of recomputed(sheet))
    expect([at, found]).toEqual([at, expect.closeTo(sheet.values.get(at) as number, 9)])
})

test('of all projects there is one workbook, a sheet a project, and each sheet adds up to the score of its project', async () => {
  const { name, bytes } = await saved('self', { year: 2024 })
  expect(name).toBe('2024年度项目支出绩效自评表（全部项目）.xlsx')
  const sheets = await sheetsOf(bytes)
  const { body: list } = await performance.get('/api/evaluation/projects?year=2024')
  expect(sheets.map((sheet) => [sheet.name, rowOf(sheet, '总分')[2]])).toEqual(
    list.map((one: { name: string; total: string }) => [one.name, Number(one.total)]),
  )
  for (const sheet of sheets)
    for (const [at, found] of recomputed(sheet)) {
      const kept = sheet.values.get(at)
      expect([sheet.name, at, found]).toEqual([
        sheet.name,
        at,
        typeof kept === 'number' ? expect.closeTo(kept, 9) : kept,
      ])
    }
})

test('the monitoring looks at the first seven months, or at as many as it is asked for', async () => {
  const paid = demoFigures
    .find((one) => one.tenant === duji)!
    .projects.find(({ code }) => code === 'DJ03')!
    .payments.filter(({ on }) => on <= '2024-07-31')
    .reduce((sum, { amount }) => sum + amount, 0)
  const [sheet] = (await sheetsOf((await saved('monitoring', { year: 2024, project: 'DJ03' })).bytes)) as [Sheet]
  expect(rowOf(sheet, '年度资金总额')[2]).toBeCloseTo(paid / 1_000_000, 9)
  const trained = (of: Sheet) => rowOf(of, '培训期数')
  const [whole] = (await sheetsOf((await saved('monitoring', { year: 2024, project: 'DJ03', months: 12 })).bytes)) as [
    Sheet,
  ]
  expect(trained(whole)).toContain('4期')
  expect(trained(sheet)).not.toContain('4期')
  // Typed in December.
  expect(rowOf(sheet, '经费支出合规率')).not.toContain('100%')
  expect(rowOf(whole, '经费支出合规率')).toContain('100%')
})

test('a Word file has every form, each on a page of its own', async () => {
  const { name, bytes } = await saved('all', { year: 2024, as: 'docx' })
  expect(name).toBe('2024年度绩效表格（全部项目）.docx')
  const xml = unzip(bytes).get('word/document.xml')!.toString('utf8')
  expect(xml.match(/<w:sectPr/g)).toHaveLength(7 * 3)
  for (const words of ['项目支出绩效目标申报表', '项目支出绩效目标执行监控表', '项目支出绩效自评表', '智慧城管'])
    expect(xml).toContain(words)
})

test('the department as a whole has a form of its own, whose tasks add up to its execution', async () => {
  const there = await app.signIn('performance', suizhou)
  const { name, bytes } = await saved('whole', { year: 2022 }, there)
  expect(name).toBe('2022年度部门整体支出绩效自评表.xlsx')
  const [sheet] = (await sheetsOf(bytes)) as [Sheet]
  const { body: score } = await there.get(`/api/evaluation/projects/${encodeURIComponent('整体')}?year=2022`)
  const sums = rowOf(sheet, '金额合计')
  expect([sums[1], sums[4], sums.at(-1)]).toEqual([
    score.execution.full / 1_000_000,
    expect.closeTo(score.execution.paid / 1_000_000, 9),
    Number(score.execution.points),
  ])
  expect(rowOf(sheet, '总分')).toContain(Number(score.total))
})

test('money entered as carried over, budgeted, added and paid, stands in its row, and is counted alike by days and by entries', async () => {
  const project = { budgetType: 'general', unit: 'u-bureau' }
  const enter = (ledger: string, move: string, on: string, data: object) =>
    replay(app.parts.runtime, duji, ledger, [
      { steps: [{ move, data: { ...project, ...data }, person: 'p-performance', at: `${on}T04:00:00.000Z` }] },
    ])
  const carried = { project: 'DJ07', source: 'carried' }
  const fund = { year: 2024, kind: 'project', ...carried, amount: wan(2), approvedOn: '2024-02-01' }
  await enter('fund', 'approve', '2024-02-01', fund)
  await enter('adjustment', 'approve', '2024-05-06', {
    ...{ way: 'add', kind: 'project', ...carried, amount: wan(1), docNumber: '1' },
    ...{ adjustedOn: '2024-05-06', cause: '结转', approver: '财政局' },
  })
  await enter('payment', 'pay', '2024-06-03', {
    ...carried,
    amount: wan(1.5),
    paidOn: '2024-06-03',
    payeeKind: 'company',
  })
  const [sheet] = (await sheetsOf((await saved('self', { year: 2024, project: 'DJ07' })).bytes)) as [Sheet]
  expect(rowOf(sheet, '上年结转资金')).toEqual(['上年结转资金', 2, 3, 1.5, '—', 0.5, '—'])
  expect(rowOf(sheet, '其中：\n当年财政拨款').slice(1, 4)).toEqual([5, 5, 5])
  expect(rowOf(sheet, '年度资金总额').slice(1, 4)).toEqual([7, 8, 6.5])
  const asked = (where: string) =>
    performance.get(`/api/metrics/payment.carried/figure?period=2024&${where}`).then(({ body }) => body.parts.num)
  expect(await asked('where.class=DJ07')).toBe(wan(1.5))
  expect(await asked('where.class=DJ07&where.channel=general')).toBe(wan(1.5))
  expect(await asked('where.class=DJ01')).toBe(0)
})

test('who asks for a form that is not there is told which there are', async () => {
  const { body } = await performance.get(formUrl('whole', { year: 2024, project: 'DJ01' }))
  expect(body).toMatchObject({ status: 404, detail: expect.stringContaining('项目支出绩效自评表') })
  expect((await performance.get(formUrl('whole', { year: 2024 }))).status).toBe(404)
  expect((await performance.get(formUrl('self', { year: 2019 }))).status).toBe(404)
})

test('who may not read the evaluation gets no form, and nobody of another bureau gets this one', async () => {
  expect((await (await app.signIn('collector', duji)).get(formUrl('self', { year: 2024 }))).status).toBe(403)
  expect((await app.visitor.get(formUrl('self', { year: 2024 }))).status).toBe(401)
  const there = await app.signIn('performance', suizhou)
  expect((await there.get(formUrl('self', { year: 2024, project: 'DJ01' }))).status).toBe(404)
})
