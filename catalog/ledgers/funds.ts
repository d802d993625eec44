import { choice, date, defineLedger, integer, money, text, unit } from '../../modules/ledger/index.ts'
import { budgetLine, budgetLineOf, lineFault } from './budget-line.ts'
import { budgetTypes, bySource, fundLevels, fundSource, spendingKinds } from './budget-types.ts'
import { project } from './of-project.ts'
import { byFinance, moneyRead } from './reach.ts'

/** The budget as approved at the start of the year; what changes later is an adjustment (预算法 art. 13). */
export const funds = defineLedger({
  id: 'fund',
  title: '年初预算',
  group: '预算与项目',
  fields: {
    year: integer('预算年度', { listed: true, min: 2000, max: 2100, example: '2022' }),
    kind: choice('支出类别', spendingKinds, { listed: true }),
    project: project({ help: '支出类别为项目支出时选择' }),
    line: budgetLineOf(),
    budgetType: choice('预算类型', budgetTypes, { listed: true }),
    level: choice('资金级次', fundLevels, { listed: true }),
    source: fundSource,
    amount: money('年初预算数', { listed: true, min: 0 }),
    unit: unit('预算单位', { listed: true }),
    docNumber: text('批复文号', { listed: true, searched: true }),
    approvedOn: date('批复日期', { listed: true }),
  },
  states: {
    approved: { label: '已批复', tone: 'done', ended: true },
    void: { label: '已作废', tone: 'void', ended: true },
  },
  moves: {
    approve: {
      label: '登记年初预算',
      past: 'approved',
      from: 'new',
      to: 'approved',
      by: byFinance,
      needs: ['year', 'kind', 'budgetType', 'amount', 'unit', 'approvedOn'],
      may: ['project', 'level', 'source', 'docNumber'],
      derive: ({ data }) => ({ line: budgetLine(data.kind, data.project) }),
      guard: ({ data }) =>
        lineFault(data.kind, data.project) ??
        (data.approvedOn?.startsWith(`${data.year}-`)
          ? undefined
          : `批复日期${data.approvedOn}不在预算年度${data.year}年内；请检查年度或日期。`),
      main: true,
    },
    withdraw: {
      label: '作废',
      past: 'withdrawn',
      from: 'approved',
      to: 'void',
      by: byFinance,
      reason: '作废原因',
      undoes: 'approve',
    },
  },
  columns: { title: ['line', 'budgetType'], class: 'line', channel: 'budgetType', unit: 'unit', on: 'approvedOn' },
  read: moneyRead,
  form: {
    预算: ['year', 'kind', 'project', 'budgetType', 'level', 'source', 'amount'],
    批复: ['unit', 'docNumber', 'approvedOn'],
  },
  metrics: {
    initial: {
      kind: 'sum',
      field: 'amount',
      at: 'approve',
      label: '年初预算数',
      unit: '元',
      formula: '批复日期在期内的年初预算之和',
      excludes: '已作废的登记；年度中的调整',
    },
    ...bySource('approve', '年初预算数'),
  },
})
