import { date, files, integer, quantity, text } from './fields.ts'
import { count, sum } from './metrics.ts'
import { projectOrWhole } from './of-project.ts'
import { byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names } from './words.ts'

const needed = names('year project points cause document madeOn')
const withdrawn = { reason: '撤销原因', undoes: 'make', past: 'withdrawn' } as const

/** 扣分事项: points off a total for something no indicator says, with the paper that takes them. */
export const deductions = defineLedger({
  id: 'deduction',
  title: '扣分事项',
  group: '绩效',
  fields: {
    year: integer('年度', { listed: true, min: 2000, max: 2100, example: '2022' }),
    project: projectOrWhole(),
    points: quantity('扣分', { listed: true, min: 1, max: 100_000, measure: '分' }),
    cause: text('扣分事由', { listed: true, searched: true }),
    document: text('依据', { listed: true }),
    madeOn: date('扣分日期', { listed: true }),
    files: files('佐证材料'),
  },
  columns: { title: ['cause', 'project'], class: 'project', on: 'madeOn' },
  states: { ...ends('done', { made: '已扣分' }), ...ends('void', { withdrawn: '已撤销' }) },
  moves: {
    make: ['登记扣分', 'new', 'made', byPerformance, { needs: needed, may: ['files'], past: 'made' }],
    withdraw: ['撤销', 'made', 'withdrawn', byPerformance, withdrawn],
  },
  deadlines: {},
  read: moneyRead,
  form: { 扣分: [...needed, 'files'] },
  metrics: {
    made: count('make', '扣分事项', '扣分日期在期内的扣分事项数', { unit: '项', excludes: '已撤销的' }),
    points: sum('make', 'points', '扣分', '扣分日期在期内的扣分之和', { unit: '分', excludes: '已撤销的' }),
  },
})
