import { date, integer, longText, money, text } from './fields.ts'
import { sum } from './metrics.ts'
import { project } from './of-project.ts'
import { byFinance, byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names } from './words.ts'

const needed = names('year project party task amount agreedOn')
const both = { ...byFinance, ...byPerformance } as const
const withdrawn = { reason: '作废原因', undoes: 'agree', past: 'withdrawn' } as const

/** 协同分工: what of a project another department does and pays, as their memorandum says (部门职责边界). */
export const projectShares = defineLedger({
  id: 'project-share',
  title: '协同分工',
  group: '预算与项目',
  fields: {
    year: integer('年度', { listed: true, min: 2000, max: 2100, example: '2022' }),
    project: project(),
    party: text('协同部门', { listed: true, searched: true }),
    task: longText('承担的任务'),
    amount: money('分摊金额', { listed: true, min: 0 }),
    document: text('协同备忘录', { listed: true }),
    agreedOn: date('商定日期', { listed: true }),
  },
  columns: { title: ['party', 'project'], class: 'project', on: 'agreedOn' },
  states: { ...ends('done', { agreed: '已商定' }), ...ends('void', { withdrawn: '已作废' }) },
  moves: {
    agree: ['登记协同分工', 'new', 'agreed', both, { needs: needed, may: ['document'] }],
    withdraw: ['作废', 'agreed', 'withdrawn', both, withdrawn],
  },
  deadlines: {},
  read: { ...moneyRead, 'unit-lead': 'bureau' },
  form: { 分工: [...needed, 'document'] },
  metrics: {
    amount: sum('agree', 'amount', '协同部门分摊', '商定日期在期内的分摊金额之和', {
      unit: '元',
      excludes: '已作废的登记',
    }),
  },
})
