import type { Option } from '../../modules/ledger/index.ts'
import { limitText } from '../../modules/org/index.ts'
import { standards } from './index.ts'

const all = standards.flatMap((standard) => standard.conditions.map((condition) => ({ standard, condition })))

export const subclassOptions: readonly Option[] = standards.map(({ code, name, className, kind }) => ({
  value: code,
  label: name,
  group: `${kind === 'event' ? '事件' : '部件'} · ${className}`,
}))
export const conditionOptions: readonly Option[] = all.map(({ standard, condition }) => ({
  value: condition.id,
  label: `${condition.filing}（${limitText(condition.limit)}）`,
  parent: standard.code,
}))
/** A case is closed by the condition that belongs to the one it was filed under. */
export const closingOptions: readonly Option[] = all.map(({ condition }) => ({
  value: condition.id,
  label: condition.closing,
  parent: condition.id,
}))
