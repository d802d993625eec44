import { expect, test } from 'vitest'
import { faultsOfDocument, piecesOf, printFigure, type ReportDocument, renderSections } from './domain.ts'
import { hashRows, hashSnapshot, type PublicRow, pagesOf, type Snapshot } from './snapshot.ts'

const words = { year: 2022, bureau: '零陵区城市管理和综合执法局' }
const money = (num: number) => ({ num, den: 1, milli: false })

test('money is printed in 万元 with two decimals, in 元 with commas, always half up', () => {
  expect(printFigure('万元2', money(2909_7900_00))).toBe('2909.79')
  expect(printFigure('万元2', money(5_000))).toBe('0.01')
  expect(printFigure('元2', money(30_053_430))).toBe('300,534.30')
  expect(printFigure('元2', money(99))).toBe('0.99')
})

test('a rate has two decimals, and none when there is nothing to divide by', () => {
  expect(printFigure('%2', { num: 6997, den: 7012, milli: false })).toBe('99.79')
  expect(printFigure('%2', { num: 6962, den: 6997, milli: false })).toBe('99.50')
  expect(printFigure('%2', { num: 0, den: 0, milli: false })).toBe('—')
})

test('lamps are whole, square metres keep the decimals they have', () => {
  expect(printFigure('数', { num: 540_000, den: 210, milli: true })).toBe('540')
  expect(printFigure('数', { num: 8_337_395, den: 30, milli: true })).toBe('8337.395')
  expect(printFigure('数', { num: 6962, den: 6962, milli: false })).toBe('6962')
})

test('a text is cut at its figures, and knows its year and its bureau', () => {
  expect(piecesOf('{year}年{bureau}受理{received}，结案{closed}。', words)).toEqual([
    '2022年零陵区城市管理和综合执法局受理',
    { figure: 'received' },
    '，结案',
    { figure: 'closed' },
    '。',
  ])
})

const small: ReportDocument = {
  id: 'small',
  form: 'test',
  layout: '试',
  title: '{year}年度报告',
  slug: 'zpbg',
  sections: [
    { heading: '一、支出', blocks: [{ text: '支出{spent}。', unless: { zero: 'spent', say: '没有支出。' } }] },
  ],
  figures: [
    { id: 'spent', label: '支出', scale: '万元2', unit: '万元', from: { sum: [{ metric: 'payment.amount' }] } },
  ],
  sums: [],
}

test('a budget that was not used is told in words, not as 0.00', () => {
  const said = (zero: boolean) => renderSections(small, words, () => zero)[0]!.blocks[0]
  expect(said(true)).toEqual({ kind: 'text', pieces: ['没有支出。'] })
  expect(said(false)).toEqual({ kind: 'text', pieces: ['支出', { figure: 'spent' }, '。'] })
})

test('a figure named and not bound, or bound and never used, is found', () => {
  expect(faultsOfDocument(small)).toEqual([])
  expect(faultsOfDocument({ ...small, figures: [] })).toEqual(['数字 spent 没有绑定', '数字 spent 没有绑定'])
  const idle = { ...small.figures[0]!, id: 'idle' }
  expect(faultsOfDocument({ ...small, figures: [...small.figures, idle] })).toEqual(['数字 idle 绑定了却没有使用'])
  expect(faultsOfDocument({ ...small, figures: [small.figures[0]!, small.figures[0]!] })[0]).toContain('绑定了两次')
})

const row: PublicRow = {
  number: '431102202200001',
  class: '暴露垃圾',
  street: '南津渡街道',
  receivedOn: '2022-03-01',
  closedOn: '2022-03-02',
  unit: '环卫所',
  inTime: true,
  on: '2022-03-02',
  value: 1,
  amount: null,
}
const snapshot = {
  tenant: '431102',
  id: '2022-zpbg-1',
  seal: 1,
  body: { title: '报告', figures: [{ id: 'closed', parts: { num: { rows: 1, hash: hashRows([row]) } } }] },
} as unknown as Omit<Snapshot, 'hash'>

test('a published list in which one case is changed, dropped or moved has another hash', () => {
  const other = { ...row, number: '431102202200002' }
  expect(hashRows([row, other])).toBe(hashRows([{ ...row }, { ...other }]))
  expect(hashRows([row, { ...other, unit: '路灯所' }])).not.toBe(hashRows([row, other]))
  expect(hashRows([row])).not.toBe(hashRows([row, other]))
  expect(hashRows([other, row])).not.toBe(hashRows([row, other]))
})

test('the hash of a publication covers its body and does not depend on the order of names', () => {
  const { tenant, id, seal, body } = snapshot
  expect(hashSnapshot({ body, seal, id, tenant } as never)).toBe(hashSnapshot(snapshot))
  expect(hashSnapshot({ ...snapshot, body: { ...body, title: '报告（改）' } } as never)).not.toBe(
    hashSnapshot(snapshot),
  )
})

test('6962 cases are seventy pages of a hundred, and an empty list still has one page', () => {
  expect([pagesOf(6962), pagesOf(100), pagesOf(101), pagesOf(0)]).toEqual([70, 1, 2, 1])
})
