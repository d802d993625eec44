import { money, text } from './fields.ts'
import { countedYearly, yearCounted } from './groups.ts'
import { sum } from './metrics.ts'
import { byFinance, moneyRead } from './reach.ts'
import { defineLedger, ends, names, type Sight } from './words.ts'

const amounts = names('total current fixed otherFixed inUse')
const owned = { listed: true, min: 0 } as const
const inUseAtMost = ({ data: { inUse = 0, fixed = 0 } }: Sight<{ inUse?: number; fixed?: number }>) =>
  inUse <= fixed ? undefined : '在用固定资产不能多于固定资产；请核对。'
const yuan = { unit: '元', excludes: '已作废的登记', stated: true } as const
const of = (what: string) => `统计日期在期内登记的${what}；一年登记一次`

/** 资产: what the bureau owns at a year's end (行政事业单位国有资产年报). */
export const assets = defineLedger({
  id: 'asset',
  title: '资产',
  group: '预算与项目',
  fields: {
    ...countedYearly,
    total: money('资产总计', owned),
    current: money('流动资产', owned),
    fixed: money('固定资产', owned),
    otherFixed: money('其他非流动资产', owned),
    inUse: money('在用固定资产', owned),
    source: text('来源', { listed: true }),
  },
  columns: { title: ['countedOn'], class: 'year', on: 'countedOn' },
  one: ['year'],
  states: { ...ends('done', { counted: '已登记' }), ...ends('void', { withdrawn: '已作废' }) },
  moves: {
    count: [
      '登记资产',
      'new',
      'counted',
      byFinance,
      { needs: ['countedOn', ...amounts], may: ['source'], derive: yearCounted, guard: inUseAtMost },
    ],
    withdraw: ['作废', 'counted', 'withdrawn', byFinance, { reason: '作废原因', undoes: 'count', past: 'withdrawn' }],
  },
  deadlines: {},
  read: moneyRead,
  form: { 资产: ['countedOn', ...amounts, 'source'] },
  metrics: {
    total: sum('count', 'total', '资产总计', of('资产总计'), yuan),
    current: sum('count', 'current', '流动资产', of('流动资产'), yuan),
    fixed: sum('count', 'fixed', '固定资产', of('固定资产'), yuan),
    'other-fixed': sum('count', 'otherFixed', '其他非流动资产', of('其他非流动资产'), yuan),
    'in-use': sum('count', 'inUse', '在用固定资产', of('在用固定资产'), yuan),
  },
})
