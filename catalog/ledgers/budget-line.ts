import { spendingKinds } from './budget-types.ts'
import { key } from './fields.ts'

/** The line itself: a project by its code, or a kind of basic spending. */
export const budgetLineOf = () =>
  key('project', '预算行', { derived: true, options: spendingKinds.filter(({ value }) => value !== 'project') })

/** The line of the budget an amount stands in: the project's code, or the kind of basic spending. */
export const budgetLine = (kind: string | undefined, project: string | undefined): string | undefined =>
  kind === 'project' ? project : kind

export function lineFault(kind: string | undefined, project: string | undefined): string | undefined {
  if (kind === 'project' && !project) return '项目支出必须选择项目；还没有入库的项目请先入库。'
  if (kind !== 'project' && project) return '基本支出不填项目；如属项目支出，请把支出类别改为项目支出。'
  return undefined
}
