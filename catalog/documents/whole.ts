import type { Binding, Block, Section } from '../../modules/reporting/index.ts'
import { count, money } from './bindings.ts'

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
/** 收入支出决算 in a sentence. */
export const accountText: Block = {
  text: '全年收入{income}，年初结转和结余{opening}；本年支出{spent}，其中基本支出{basic-spent}、项目支出{projects-spent}；年末结转和结余{closing}。',
  unless: { zero: 'income', say: '收入支出决算还没有登记。' },
}
/** The budget as it was approved, changed and spent. */
const full = [{ metric: 'fund.initial' }, { metric: 'adjustment.amount' }]
const paid = [{ metric: 'basic-spending.amount' }, { metric: 'payment.amount' }]
export const budgetFigures: readonly Binding[] = [
  money('initial', '年初预算数', full[0]!),
  money('full', '全年预算数', ...full),
  money('paid', '全年执行数', ...paid),
  { id: 'rate', label: '预算执行率', scale: '%2', unit: '', from: { rate: paid, among: full } },
]
/** How the year was watched over, and what was found is set right. */
export const managementFigures: readonly Binding[] = [
  count('warned', '绩效预警', '条', 'performance-warning.raised'),
  count('found', '登记整改问题', '个', 'rectification.opened'),
  count('corrected', '完成整改', '个', 'rectification.done'),
]
export const managementText: Block = {
  text: '年内发出绩效预警{warned}，登记整改问题{found}，核验通过{corrected}；每个问题的措施、责任人和期限见整改台账。',
}

/** What stands before the first heading. */
export const opening = (of: string): Section => ({
  heading: '',
  blocks: [
    { text: `按照财政部门关于绩效自评工作的要求，{bureau}组织开展了{year}年度${of}绩效自评，现将自评情况报告如下。` },
  ],
})
/** 附件说明, after the last section. */
export const annexes = (...forms: readonly string[]): Section => ({
  heading: '',
  blocks: [{ text: `附件：${[...forms, '整改台账', '佐证材料'].join('、')}` }],
})
export const ofWhole = annexes('部门整体支出绩效自评表', '项目支出绩效自评表')
export const ofProjects = annexes('项目支出绩效自评表')

/** 自评得分表 of the whole, of some first levels or of all with the total and the grade. */
export const pointsOfWhole = (caption: string, none: string, levels?: readonly string[]): Block => ({
  ...{ draw: 'points', of: WHOLE, caption, none },
  ...(levels ? { levels } : {}),
})
export const scoreOfWhole = (none: string): Block => ({ draw: 'score', of: WHOLE, none })
export const shortOfWhole: Block = {
  draw: 'short',
  of: WHOLE,
  none: '部门整体支出的绩效指标没有失分的，或者还没有设定。',
}
export const projectsOfYear: Block = {
  draw: 'projects',
  caption: '项目支出和自评得分',
  none: '本年度没有项目支出预算，也没有设定绩效指标的项目。',
}
