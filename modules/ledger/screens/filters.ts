import type { FieldView } from '../../../kit/fields/field.ts'
import { useAddress } from '../../../kit/nav.tsx'
import { isLasting, type LedgerView, useYear } from './catalog.ts'
import type { Filters } from './records.ts'

const fixed = ['state', 'class', 'channel', 'unit', 'grid', 'holder', 'clock', 'from', 'to', 'q', 'sort']
const isFilter = (name: string) => fixed.includes(name) || name.startsWith('f.')

/** The filters that stand in the address, with the year. A span of days of its own puts the year aside, and so do records
 *  that last. */
export function useFilters(ledger: LedgerView): Filters {
  const address = useAddress()
  const year = String(useYear())
  const picked = Object.fromEntries(Object.entries(address).filter(([name, value]) => isFilter(name) && value))
  return address.from || address.to || isLasting(ledger) ? picked : { year, ...picked }
}

/** The listed fields with fixed answers that no column of the record stands for already. */
export const filterFields = (ledger: LedgerView): [string, FieldView][] => {
  const { unit, class: kind, channel } = ledger.columns
  return Object.entries(ledger.fields).filter(
    ([name, field]) => field.listed && ['choice', 'key'].includes(field.kind) && ![unit, kind, channel].includes(name),
  )
}

export const clockWords: Record<string, string> = { late: '已超时', soon: '快到期' }
export const holderWords: Record<string, string> = { me: '等我办' }

/** The word a field's filter has in the address. */
export function filterName(ledger: LedgerView, field: string): string {
  const { class: kind, channel, unit } = ledger.columns
  if (field === kind) return 'class'
  if (field === channel) return 'channel'
  if (field === unit) return 'unit'
  return `f.${field}`
}

/** The field a filter of the address is of. */
export const fieldBehind = (ledger: LedgerView, name: string): string | undefined => {
  if (name.startsWith('f.')) return name.slice(2)
  return ledger.columns[name as 'class' | 'channel' | 'unit']
}

/** What a filter says, as a chip: `小类：暴露垃圾`. */
export function chipText(ledger: LedgerView, name: string, value: string, unitName: (id: string) => string): string {
  if (name === 'state')
    return `状态：${value
      .split(',')
      .map((one) => ledger.states[one]?.label ?? '其他')
      .join('、')}`
  if (name === 'clock') return clockWords[value] ?? '时限'
  if (name === 'holder') return holderWords[value] ?? '在办'
  if (name === 'q') return `包含“${value}”`
  if (name === 'from') return `${value} 起`
  if (name === 'to') return `到 ${value}`
  if (name === 'grid') return `网格：${value}`
  const field = ledger.fields[fieldBehind(ledger, name) ?? '']
  if (!field) return value
  const words =
    field.kind === 'unit' ? unitName(value) : (field.options?.find((option) => option.value === value)?.label ?? value)
  return `${field.label}：${words}`
}
