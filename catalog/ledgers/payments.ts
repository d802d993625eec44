import { choice, date, defineLedger, money, text, unit } from '../../modules/ledger/index.ts'
import { budgetTypes, bySource, fundSource } from './budget-types.ts'
import { project } from './of-project.ts'
import { byFinance, moneyRead } from './reach.ts'

/** Money paid out for a project. A refund is a payment below zero on the day it came back. */
export const payments = defineLedger({
  id: 'payment',
  title: '项目支付',
  group: '预算与项目',
  number: 'ZF{year}{seq:5}',
  numberedBy: 'pay',
  fields: {
    project: project(),
    budgetType: choice('预算类型', budgetTypes, { listed: true }),
    source: fundSource,
    amount: money('支付金额', {
      listed: true,
      alsoCalled: ['金额', '实际支付金额', '支付金额（元）', '支付金额(元)'],
      help: '退回的款项填负数',
    }),
    paidOn: date('支付日期', { listed: true, alsoCalled: ['入账日期', '实际支付日期', '支付时间'] }),
    payeeKind: choice(
      '收款人类型',
      [
        { value: 'company', label: '企业' },
        { value: 'public-body', label: '行政事业单位' },
        { value: 'person', label: '个人' },
        { value: 'payroll', label: '工资代发' },
      ],
      { listed: true },
    ),
    voucher: text('支付凭证号', { listed: true, searched: true, alsoCalled: ['凭证号', '支付令号', '支付申请编号'] }),
    use: text('用途', { listed: true, searched: true, alsoCalled: ['摘要', '资金用途'] }),
    unit: unit('支出单位', { listed: true, alsoCalled: ['预算单位', '单位名称'] }),
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
      needs: ['project', 'budgetType', 'amount', 'paidOn', 'payeeKind', 'unit'],
      may: ['source', 'voucher', 'use'],
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
  columns: { title: ['project', 'use'], class: 'project', channel: 'budgetType', unit: 'unit', on: 'paidOn' },
  read: moneyRead,
  form: {
    支付: ['project', 'budgetType', 'source', 'amount', 'paidOn'],
    收款: ['payeeKind', 'voucher', 'use', 'unit'],
  },
  metrics: {
    amount: {
      kind: 'sum',
      field: 'amount',
      at: 'pay',
      label: '项目支出',
      unit: '元',
      formula: '支付日期在期内的项目支付金额之和，退回的款项冲减',
      excludes: '已作废的登记；基本支出',
    },
    paid: {
      kind: 'count',
      at: 'pay',
      label: '项目支付笔数',
      unit: '笔',
      formula: '支付日期在期内的项目支付笔数',
      excludes: '已作废的登记',
    },
    ...bySource('pay', '项目支出'),
  },
})
