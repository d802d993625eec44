import { choice, date, defineLedger, longText, money, text, unit } from '../../modules/ledger/index.ts'
import { budgetLine, budgetLineOf, lineFault } from './budget-line.ts'
import { budgetTypes, bySource, fundSource, spendingKinds } from './budget-types.ts'
import { project } from './of-project.ts'
import { byFinance, moneyRead } from './reach.ts'

const wrongSign: Record<string, (fen: number) => string | undefined> = {
  add: (fen) => (fen > 0 ? undefined : '追加预算的金额应大于零；核减请选“追减”。'),
  cut: (fen) => (fen < 0 ? undefined : '追减预算的金额应小于零，例如 -20000.00。'),
  shift: (fen) => (fen === 0 ? '调剂金额不能为零。' : undefined),
}

/** Every change of a budget line, with paper, day, reason and who approved it (预算法 art. 13, 67–72). */
export const adjustments = defineLedger({
  id: 'adjustment',
  title: '预算调整',
  group: '预算与项目',
  fields: {
    way: choice(
      '调整方式',
      [
        { value: 'add', label: '追加' },
        { value: 'cut', label: '追减' },
        { value: 'shift', label: '调剂' },
      ],
      { listed: true },
    ),
    kind: choice('支出类别', spendingKinds, { listed: true }),
    project: project(),
    line: budgetLineOf(),
    budgetType: choice('预算类型', budgetTypes, { listed: true }),
    source: fundSource,
    amount: money('调整金额', { listed: true, help: '追加为正，追减为负；调剂两头各登记一条，合计为零' }),
    unit: unit('预算单位', { listed: true }),
    docNumber: text('批复文号', { listed: true, searched: true }),
    adjustedOn: date('批复日期', { listed: true }),
    cause: longText('调整原因'),
    approver: text('批准单位或批准人', { listed: true }),
  },
  states: {
    approved: { label: '已批复', tone: 'done', ended: true },
    void: { label: '已作废', tone: 'void', ended: true },
  },
  moves: {
    approve: {
      label: '登记预算调整',
      past: 'approved',
      from: 'new',
      to: 'approved',
      by: byFinance,
      needs: ['way', 'kind', 'budgetType', 'amount', 'unit', 'docNumber', 'adjustedOn', 'cause', 'approver'],
      may: ['project', 'source'],
      derive: ({ data }) => ({ line: budgetLine(data.kind, data.project) }),
      guard: ({ data }) => lineFault(data.kind, data.project) ?? wrongSign[data.way ?? '']?.(data.amount ?? 0),
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
  columns: {
    title: ['way', 'line', 'docNumber'],
    class: 'line',
    channel: 'budgetType',
    unit: 'unit',
    on: 'adjustedOn',
  },
  read: moneyRead,
  form: {
    调整: ['way', 'kind', 'project', 'budgetType', 'source', 'amount'],
    批复: ['unit', 'docNumber', 'adjustedOn', 'approver', 'cause'],
  },
  metrics: {
    amount: {
      kind: 'sum',
      field: 'amount',
      at: 'approve',
      label: '预算调整数',
      unit: '元',
      formula: '批复日期在期内的预算调整金额之和（追加为正，追减为负）',
      excludes: '已作废的登记',
    },
    ...bySource('approve', '预算调整数'),
  },
})
