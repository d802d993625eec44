import { choice, date, integer, money, text } from './fields.ts'
import { sum } from './metrics.ts'
import { byFinance, moneyRead } from './reach.ts'
import { defineLedger, ends, names, type Option } from './words.ts'

const items = (group: string, all: Readonly<Record<string, string>>): Option[] =>
  Object.entries(all).map(([value, label]) => ({ value, label, group }))

/** The lines of 收入支出决算总表 (预算法实施条例 art. 5 and 50; 部门决算 form). */
export const accountItems: readonly Option[] = [
  ...items('本年收入', {
    appropriation: '财政拨款收入',
    business: '事业收入',
    operating: '经营收入',
    'from-above': '上级补助收入',
    'from-below': '附属单位上缴收入',
    'other-income': '其他收入',
  }),
  ...items('本年支出', {
    basic: '基本支出',
    projects: '项目支出',
    'to-above': '上缴上级支出',
    'operating-cost': '经营支出',
    'to-below': '对附属单位补助支出',
  }),
  ...items('结转结余', {
    opening: '年初结转和结余',
    reserves: '使用非财政拨款结余',
    distributed: '结余分配',
    closing: '年末结转和结余',
  }),
  ...items('三公经费', { 'three-public-budget': '三公经费预算数' }),
]
const needed = names('year item amount confirmedOn')
const withdrawn = { reason: '作废原因', undoes: 'confirm', past: 'withdrawn' } as const

/** 决算收支: a year's income, spending and what was carried over, as the final accounts state them. */
export const accounts = defineLedger({
  id: 'account',
  title: '决算收支',
  group: '预算与项目',
  fields: {
    year: integer('年度', { listed: true, min: 2000, max: 2100, example: '2022' }),
    item: choice('决算项目', accountItems, { listed: true }),
    amount: money('金额', { listed: true }),
    confirmedOn: date('入账日期', { listed: true, help: '填本年度内的日期，年末数填12月31日' }),
    document: text('来源', { listed: true, help: '例如 部门决算财决01表' }),
  },
  columns: { title: ['item', 'year'], class: 'item', on: 'confirmedOn' },
  states: { ...ends('done', { confirmed: '已登记' }), ...ends('void', { withdrawn: '已作废' }) },
  moves: {
    confirm: [
      '登记决算数',
      'new',
      'confirmed',
      byFinance,
      {
        needs: needed,
        may: ['document'],
        guard: ({ data }) =>
          data.confirmedOn?.startsWith(`${data.year}-`) ? undefined : '入账日期应在年度之内；请检查年度或日期。',
        main: true,
      },
    ],
    withdraw: ['作废', 'confirmed', 'withdrawn', byFinance, withdrawn],
  },
  deadlines: {},
  read: moneyRead,
  form: { 决算: [...needed, 'document'] },
  metrics: {
    amount: sum('confirm', 'amount', '决算数', '入账日期在期内、同一决算项目的金额之和', {
      unit: '元',
      excludes: '已作废的登记',
      stated: true,
    }),
  },
})
