import { expect, test } from 'vitest'
import { defineLedger, money, quantity, readRange } from '../ledger/index.ts'
import { valueIn } from './values.ts'

const spending = defineLedger({
  id: 'spending',
  title: '支出',
  group: '试验',
  fields: { amount: money('金额'), area: quantity('面积') },
  states: { paid: { label: '已支付', tone: 'done', ended: true } },
  moves: { pay: { label: '支付', from: 'new', to: 'paid', by: {}, may: ['amount', 'area'] } },
  columns: { title: [] },
  read: {},
  form: { 支出: ['amount', 'area'] },
  metrics: {
    amount: { kind: 'sum', field: 'amount', at: 'pay', label: '金额', unit: '元', formula: '金额之和' },
    area: { kind: 'sum', field: 'area', at: 'pay', label: '面积', unit: '㎡', formula: '面积之和' },
    told: {
      ...{ kind: 'sum', field: 'amount', at: 'pay', label: '决算数', unit: '元', formula: '金额之和' },
      stated: true,
    },
    count: { kind: 'count', at: 'pay', label: '笔数', unit: '笔', formula: '笔数' },
    rate: { kind: 'share', of: { at: 'pay' }, among: { at: 'pay' }, label: '比率', unit: '%', formula: '之比' },
  },
})
const value = (name: string, num: number, den: number, measure: string) =>
  valueIn({ ledger: spending, metric: spending.metrics[name]! }, { num, den }, measure)

test('money counted in 分 is compared with a target in 万元 or in 元', () => {
  expect(value('amount', 111_850_000, 9, '万元')).toBe('111.85')
  expect(value('amount', 30_053_430, 9, '元')).toBe('300534.3')
})

test('what is stated once a year and was not stated has no value; stated as nothing it is zero', () => {
  expect(value('told', 0, 0, '元')).toBeUndefined()
  expect(value('told', 0, 1, '元')).toBe('0')
  expect(value('amount', 0, 0, '元')).toBe('0')
})

test('an area keeps its three decimals, a count is whole, a share is percent with two', () => {
  expect(value('area', 8_337_395, 30, '㎡')).toBe('8337.395')
  expect(value('count', 6962, 6962, '件')).toBe('6962')
  expect(value('rate', 6962, 6997, '%')).toBe('99.5')
  expect(value('rate', 0, 0, '%')).toBeUndefined()
})

test('where a figure is taken from is written as filters, and other words are no filter', () => {
  expect(readRange('class=lamp-repair; unit = u-lamps')).toEqual({ class: 'lamp-repair', unit: 'u-lamps' })
  expect(readRange('；tenant=999999；class=')).toEqual({})
})
