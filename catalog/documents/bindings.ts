import type { Binding, Query, Source } from '../../modules/reporting/index.ts'
import { findWorkKind } from '../ledgers/work-kinds.ts'

/** A project as a document names it. */
export interface Line {
  code: string
  name: string
}

export const money = (id: string, label: string, ...sum: readonly Query[]): Binding => ({
  id,
  label,
  scale: '万元2',
  unit: '万元',
  from: { sum },
})
export const count = (id: string, label: string, unit: string, metric: string, where?: Query['where']): Binding => ({
  id,
  label,
  scale: '数',
  unit,
  from: { sum: [{ metric, ...(where ? { where } : {}) }] },
})
export const yuan = (id: string, label: string, ...sum: readonly Query[]): Binding => ({
  id,
  label,
  scale: '元2',
  unit: '元',
  from: { sum },
})
const percent = (id: string, label: string, from: Source): Binding => ({ id, label, scale: '%2', unit: '', from })
export const share = (id: string, label: string, metric: string): Binding => percent(id, label, { share: { metric } })

/** The year's quantity of one kind of work, in the unit of that kind; of one campaign when that is named. */
export function worked(kind: string, campaign?: { value: string; label: string }): Binding {
  const found = findWorkKind(kind)
  if (!found) throw new Error(`没有“${kind}”这种工作`)
  const where = { class: kind, ...(campaign ? { channel: campaign.value } : {}) }
  return {
    id: campaign ? `${campaign.value}-${kind}` : kind,
    label: campaign ? `${campaign.label}${found.label}` : found.label,
    scale: '数',
    unit: found.measure,
    from: { sum: [{ metric: 'work.quantity', where }] },
  }
}

export const ofProject = (metric: string, { code }: Line): Query => ({ metric, where: { class: code } })
export const lineId = (part: string, { code }: Line): string => `${part}-${code.toLowerCase()}`
export const paidFor = (line: Line): Binding =>
  money(lineId('paid', line), `${line.name}支出`, ofProject('payment.amount', line))

/** 年初、全年、执行 and the rate of one project, or of all of them together. */
export function executionOf(id: (part: string) => string, name: string, where: Query['where']): Binding[] {
  const query = (metric: string): Query => (where ? { metric, where } : { metric })
  const full = [query('fund.initial'), query('adjustment.amount')]
  return [
    money(id('initial'), `${name}年初预算`, query('fund.initial')),
    money(id('full'), `${name}全年预算`, ...full),
    money(id('paid'), `${name}全年执行`, query('payment.amount')),
    percent(id('rate'), `${name}执行率`, { rate: [query('payment.amount')], among: full }),
  ]
}

export const scored = (line: Line): Binding[] => [
  { id: lineId('score', line), label: `${line.name}自评得分`, scale: '分2', unit: '分', from: { score: line.code } },
  { id: lineId('grade', line), label: `${line.name}自评等级`, scale: '词', unit: '', from: { grade: line.code } },
]
