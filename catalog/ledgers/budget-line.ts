/** The line of the budget an amount stands in: the project's code, or the kind of basic spending. */
export const budgetLine = (kind: string | undefined, project: string | undefined): string | undefined =>
  kind === 'project' ? project : kind

export function lineFault(kind: string | undefined, project: string | undefined): string | undefined {
  if (kind === 'project' && !project) return '项目支出必须填写项目编码；还没有编码的项目请先入库。'
  if (kind !== 'project' && project) return '基本支出不填项目编码；如属项目支出，请把支出类别改为项目支出。'
  return undefined
}
