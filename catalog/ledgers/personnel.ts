import { integer, text } from './fields.ts'
import { countedYearly, yearCounted } from './groups.ts'
import { sum } from './metrics.ts'
import { byFinance, byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names } from './words.ts'

const people = names('posts staff veterans retired temporary total')
const both = { ...byFinance, ...byPerformance } as const
const person = { listed: true, min: 0, measure: '人' } as const
const unit = { unit: '人', excludes: '已作废的登记', stated: true } as const
const of = (what: string) => `统计日期在期内登记的${what}；一年登记一次`

/** 人员编制: posts, and who fills them, at a day of the year. */
export const personnel = defineLedger({
  id: 'personnel',
  title: '人员编制',
  group: '预算与项目',
  fields: {
    ...countedYearly,
    posts: integer('编制数', person),
    staff: integer('在职人员', person),
    veterans: integer('离休人员', person),
    retired: integer('退休人员', person),
    temporary: integer('临聘人员', person),
    total: integer('人员合计', person),
    source: text('来源', { listed: true }),
  },
  columns: { title: ['countedOn'], class: 'year', on: 'countedOn' },
  one: ['year'],
  states: { ...ends('done', { counted: '已登记' }), ...ends('void', { withdrawn: '已作废' }) },
  moves: {
    count: [
      '登记人员',
      'new',
      'counted',
      both,
      { needs: ['countedOn', ...people], may: ['source'], derive: yearCounted },
    ],
    withdraw: ['作废', 'counted', 'withdrawn', both, { reason: '作废原因', undoes: 'count', past: 'withdrawn' }],
  },
  deadlines: {},
  read: moneyRead,
  form: { 人员: ['countedOn', ...people, 'source'] },
  metrics: {
    posts: sum('count', 'posts', '编制数', of('编制数'), unit),
    staff: sum('count', 'staff', '在职人员', of('在职人员数'), unit),
    veterans: sum('count', 'veterans', '离休人员', of('离休人员数'), unit),
    retired: sum('count', 'retired', '退休人员', of('退休人员数'), unit),
    temporary: sum('count', 'temporary', '临聘人员', of('临聘人员数'), unit),
    total: sum('count', 'total', '人员合计', of('人员合计数'), unit),
  },
})
