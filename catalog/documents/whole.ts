import type { Binding, Block } from '../../modules/reporting/index.ts'
import { money } from './bindings.ts'

/** What the forms of several provinces ask of the department as a whole. */
export const WHOLE = '整体'
export const texts = (lines: readonly string[]): Block[] => lines.map((text) => ({ text }))

const account = (id: string, label: string, ...items: readonly string[]): Binding =>
  money(id, label, ...items.map((item) => ({ metric: 'account.amount', where: { class: item } })))

/** 收入支出决算: income, what was carried over, spending by its two kinds. */
export const accountFigures: readonly Binding[] = [
  account('income', '本年收入', 'appropriation', 'business', 'operating', 'from-above', 'from-below', 'other-income'),
  account('opening', '年初结转和结余', 'opening'),
  account('spent', '本年支出', 'basic', 'projects', 'to-above', 'operating-cost', 'to-below'),
  account('basic-spent', '基本支出', 'basic'),
  account('projects-spent', '项目支出', 'projects'),
  account('closing', '年末结转和结余', 'closing'),
]
/** What the score of the whole came to. */
export const scoreFigures: readonly Binding[] = [
  { id: 'score', label: '部门整体自评得分', scale: '分2', unit: '分', from: { score: WHOLE } },
  { id: 'grade', label: '部门整体自评等级', scale: '词', unit: '', from: { grade: WHOLE } },
  { id: 'execution', label: '预算执行得分', scale: '分2', unit: '分', from: { points: WHOLE, of: 'execution' } },
]
/** The budget as it was approved, changed and spent. */
const full = [{ metric: 'fund.initial' }, { metric: 'adjustment.amount' }]
const paid = [{ metric: 'basic-spending.amount' }, { metric: 'payment.amount' }]
export const budgetFigures: readonly Binding[] = [
  money('initial', '年初预算数', full[0]!),
  money('full', '全年预算数', ...full),
  money('paid', '全年执行数', ...paid),
  { id: 'rate', label: '预算执行率', scale: '%2', unit: '', from: { rate: paid, among: full } },
]
