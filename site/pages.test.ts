import { expect, test } from 'vitest'
import { schemes } from '../catalog/schemes/index.ts'
import type { IndicatorLine, Survey } from '../modules/evaluation/index.ts'
import type { FrozenFigure, PublicFigure, PublicRow, PublicSnapshot } from '../modules/reporting/index.ts'
import { html } from '../platform/html.ts'
import { subjectOf } from '../tests/helpers/forms.ts'
import { listPage } from './lists.ts'
import { pageHtml } from './page.ts'
import { bureauPage, figurePage, homePage, reportPage } from './pages.ts'
import { saidPage, surveyPage } from './survey-pages.ts'

const nasty = `<script>alert('x')</script>"&`
const tenant = { tenant: '431102', title: `零陵区城管局${nasty}`, short: '零陵', demo: true }
const figure: FrozenFigure = {
  id: 'closed',
  label: `结案${nasty}`,
  value: '6962',
  unit: '件',
  scale: '数',
  formula: `期内结案的案件数${nasty}`,
  excludes: ['结案后又重新打开的'],
  num: 6962,
  den: 1,
  milli: false,
  shows: 'things',
  queries: { num: [{ metric: 'case.closed' }], den: [] },
  parts: { num: { rows: 6962, total: 6962, hash: 'c'.repeat(64) } },
}
const row: PublicRow = {
  number: '431102202200001',
  class: `雨水井盖${nasty}`,
  street: '南津渡街道',
  receivedOn: '2022-03-01',
  closedOn: '2022-03-02',
  unit: '环卫所',
  inTime: false,
  on: '2022-03-02',
  value: 1,
  amount: null,
}
const opened: PublicSnapshot = {
  tenant,
  publishedAt: '2023-01-20T18:00:00.000Z',
  withdrawn: null,
  newer: null,
  snapshot: {
    tenant: '431102',
    id: '2022-zpbg-1',
    document: 'lingling-2022',
    title: `自评报告${nasty}`,
    period: '2022',
    seal: 7,
    submittedAt: '2023-01-19T18:00:00.000Z',
    submittedBy: 'p-performance',
    record: '018566ff-0000-7000-8000-000000000000',
    hash: 'a'.repeat(64),
    body: {
      title: '自评报告',
      bureau: '零陵区城管局',
      form: 'hunan-whole',
      year: 2022,
      from: '2022-01-01',
      to: '2022-12-31',
      seal: { n: 7, at: '2023-01-20T02:00:00.000Z', hash: 'b'.repeat(64) },
      sections: [
        {
          heading: `六、绩效情况${nasty}`,
          blocks: [
            { kind: 'text', pieces: ['全年结案', { figure: 'closed' }, `。${nasty}`] },
            { kind: 'table', caption: nasty, head: [nasty], rows: [[[nasty]], [[{ figure: 'closed' }]]] },
          ],
        },
      ],
      figures: [figure],
    },
  },
}
const listed: PublicFigure = {
  ...opened,
  figure,
  part: 'num',
  page: 3,
  pages: 70,
  rows: [row],
  months: [],
  classes: [],
}

const list = { ledger: 'penalty', label: '行政处罚公示', count: 1, head: ['编号'], rows: [], withdrawn: [] }

const survey: Survey = {
  id: '018566ff-0000-7000-8000-000000000001',
  state: 'open',
  code: 'LD-2022',
  title: `满意度调查${nasty}`,
  opensOn: '2022-03-01',
  closesOn: '2022-03-10',
  questions: [`路灯亮吗${nasty}`, ''],
}
const sheet = { scale: [{ value: 's1', label: '很满意' }], names: ['answer1', 'answer2'], marks: { sheet: 'a' } }

test('of two publications of the same report the older says that there is a newer', () => {
  const head = { ...opened.snapshot, ...opened, title: '自评报告', decision: null }
  const [newer, older] = [
    { ...head, id: '2022-zpbg-2', publishedAt: '2023-03-02T02:00:00.000Z' },
    { ...head, id: '2022-zpbg-1', publishedAt: '2023-03-01T02:00:00.000Z' },
  ]
  const lines = bureauPage({ tenant, snapshots: [newer, older] }, [])
    .split('<li>')
    .filter((one) => one.includes('zpbg'))
  expect(lines.map((line) => line.includes('已有更新的公布'))).toEqual([false, true])
})

test('whatever stands in a name, a text or a row, no page lets it become markup', () => {
  const pages = [
    homePage([{ tenant, snapshots: [] }]),
    bureauPage({ tenant, snapshots: [{ ...opened.snapshot, ...opened, decision: null }] }, []),
    listPage(tenant, { ...list, rows: [[nasty]], withdrawn: [{ what: nasty, on: '2022-03-01', reason: nasty }] }, 1),
    reportPage({ ...opened, withdrawn: { at: '2023-02-01T02:00:00.000Z', reason: nasty } }),
    figurePage(listed),
    surveyPage(tenant, survey, { ...sheet, fault: nasty, given: { remark: nasty } }),
    saidPage(tenant, nasty, nasty),
  ]
  for (const page of pages) {
    expect(page).not.toMatch(/<script/i)
    expect(page).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;')
  }
})

test('every figure of a report is a link to its list', () => {
  const page = reportPage(opened)
  expect(page.match(/href="\/public\/431102\/2022-zpbg-1\/figures\/closed"/g)).toHaveLength(2)
  expect(page).toContain('>6962件</a>')
  expect(page).toContain('以2023-01-20第7号封账为准')
  expect(page).toContain('b'.repeat(64))
  expect(page).toContain('a'.repeat(64))
})

test('the third page of 6962 cases begins with number 201 and leads to all seventy', () => {
  const page = figurePage(listed)
  expect(page).toContain('共 6962 条，第 3 页，共 70 页')
  expect(page).toContain('<td class="number">201</td>')
  expect(page.match(/\?part=num&amp;page=\d+/g)).toHaveLength(70)
  expect(page).toMatch(/page=3" aria-current="page">3</)
  expect(page).toContain('超时')
})

test('a bureau of the demonstration is marked as such, a real one is not', () => {
  expect(reportPage(opened)).toContain('演示')
  expect(reportPage({ ...opened, tenant: { ...tenant, demo: false } })).not.toContain('演示')
})

test('a report published at two in the morning in China carries that day', () => {
  expect(reportPage(opened)).toContain('2023-01-21')
})

test('a rate shows its numerator and denominator and leads from one to the other', () => {
  const rate = {
    ...figure,
    value: '99.50',
    unit: '%',
    den: 6997,
    parts: { num: figure.parts.num, den: { rows: 6997, total: 6997, hash: 'd' } },
  }
  const page = figurePage({ ...listed, figure: rate as FrozenFigure })
  expect(page).toContain('6962 条 ÷ 6997 条')
  expect(page).toContain('?part=den">查看分母')
})

test('what was judged in words says that a person judged it, also where a ledger is named beside it', () => {
  const of = { level1: 'output', level2: 'number', measure: '', weight: '45', evidence: 'ledger' } as const
  const lines: IndicatorLine[] = [
    { ...of, id: 'a', name: '维修路灯', direction: 'at-least', target: '540' },
    { ...of, id: 'b', name: '平台投用', direction: 'qualitative', targetText: '投入使用' },
  ]
  const values = { a: { actual: '540' }, b: { tier: 'met', points: '45' } } as const
  const money = { initial: 100, full: 100, paid: 100 }
  const { answer } = subjectOf({ scheme: schemes[0]!, lines, values, money })
  const page = figurePage({ ...listed, figure: { ...figure, shows: 'score', score: answer } })
  expect(page).toContain('<td>维修路灯</td><td>台账</td>')
  expect(page).toContain('<td>平台投用</td><td>由人评定</td>')
})

test('pages need no script and no other file', () => {
  const page = pageHtml({ title: '试', way: [], main: html`<p>${'<b>'}</p>` })
  expect(page).toContain('<p>&lt;b&gt;</p>')
  expect(page).not.toMatch(/<script|<link|src=/)
})
