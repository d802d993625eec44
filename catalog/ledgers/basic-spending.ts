import { choice, date, defineLedger, money, type Option, text, unit } from '../../modules/ledger/index.ts'
import { bySource, fundSource } from './budget-types.ts'
import { byFinance, moneyRead } from './reach.ts'

const uses: readonly Option[] = [
  { value: 'salary', label: '工资福利', parent: 'people' },
  { value: 'family', label: '对个人和家庭的补助', parent: 'people' },
  { value: 'office', label: '办公及其他公用', parent: 'public' },
  { value: 'reception', label: '公务接待费', parent: 'public', group: '三公经费' },
  { value: 'vehicle-running', label: '公务用车运行维护费', parent: 'public', group: '三公经费' },
  { value: 'vehicle-purchase', label: '公务用车购置费', parent: 'public', group: '三公经费' },
  { value: 'abroad', label: '因公出国（境）费', parent: 'public', group: '三公经费' },
]

/** Money paid for people and for running the office, all of it out of the general budget. */
export const basicSpending = defineLedger({
  id: 'basic-spending',
  title: '基本支出',
  group: '预算与项目',
  number: 'JB{year}{seq:5}',
  numberedBy: 'pay',
  fields: {
    kind: choice(
      '经费类别',
      [
        { value: 'people', label: '人员经费' },
        { value: 'public', label: '公用经费' },
      ],
      { listed: true },
    ),
    use: choice('用途', uses, { listed: true, within: 'kind' }),
    source: fundSource,
    amount: money('支付金额', { listed: true, help: '退回的款项填负数' }),
    paidOn: date('支付日期', { listed: true }),
    voucher: text('支付凭证号', { listed: true, searched: true }),
    note: text('摘要', { listed: true, searched: true }),
    unit: unit('支出单位', { listed: true }),
  },
  states: {
    paid: { label: '已支付', tone: 'done', ended: true },
    void: { label: '已作废', tone: 'void', ended: true },
  },
  moves: {
    pay: {
      label: '登记支付',
      past: 'paid',
      from: 'new',
      to: 'paid',
      by: byFinance,
      needs: ['kind', 'use', 'amount', 'paidOn', 'unit'],
      may: ['source', 'voucher', 'note'],
      guard: ({ data }) => (data.amount === 0 ? '支付金额不能为零。' : undefined),
      main: true,
    },
    withdraw: {
      label: '作废',
      past: 'withdrawn',
      from: 'paid',
      to: 'void',
      by: byFinance,
      reason: '作废原因',
      undoes: 'pay',
    },
  },
  columns: { title: ['use', 'note'], class: 'kind', channel: 'use', unit: 'unit', on: 'paidOn' },
  read: moneyRead,
  form: { 支付: ['kind', 'use', 'source', 'amount', 'paidOn'], 凭证: ['voucher', 'note', 'unit'] },
  metrics: {
    amount: {
      kind: 'sum',
      field: 'amount',
      at: 'pay',
      label: '基本支出',
      unit: '元',
      formula: '支付日期在期内的人员经费与公用经费支付金额之和，退回的款项冲减',
      excludes: '已作废的登记；项目支出',
    },
    ...bySource('pay', '基本支出'),
  },
})
