import { Select } from 'antd'
import { Pills } from '../pills.tsx'
import type { Face, FieldOption, FieldView, InputProps } from './field.ts'

/** The answers that fit what was chosen in the field it depends on. */
export function openOptions(
  { options = [], within }: FieldView,
  data: Record<string, unknown>,
): readonly FieldOption[] {
  if (!within) return options
  return options.filter((option) => option.parent === undefined || option.parent === data[within])
}

const labelOf = (value: string, { options }: FieldView) =>
  options?.find((option) => option.value === value)?.label ?? '其他'

const fewAndShort = (options: readonly FieldOption[]) =>
  options.length <= 4 && options.reduce((sum, { label }) => sum + label.length, 0) <= 18

function grouped(options: readonly FieldOption[]) {
  if (!options.some((option) => option.group)) return options.map(({ value, label }) => ({ value, label }))
  const names = [...new Set(options.map(({ group }) => group ?? '其他'))]
  const members = (name: string) => options.filter(({ group }) => (group ?? '其他') === name)
  return names.map((label) => ({
    label,
    title: label,
    options: members(label).map((option) => ({ value: option.value, label: option.label })),
  }))
}

function ChoiceInput({ id, field, value, onChange, data, parentLabel, invalid }: InputProps<string>) {
  const options = openOptions(field, data)
  const waits = field.within !== undefined && !data[field.within]
  if (!field.within && fewAndShort(options))
    return (
      <Pills
        label={field.label}
        pills={options}
        value={value ?? ''}
        onChange={(next) => onChange(next === value ? undefined : next)}
      />
    )
  return (
    <Select
      id={id}
      value={value ?? null}
      options={grouped(options) as { value: string; label: string }[]}
      disabled={waits}
      placeholder={waits ? `请先选择${parentLabel ?? '上一级'}` : '请选择'}
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next ?? undefined)}
    />
  )
}

export const choice: Face<string> = {
  Input: ChoiceInput,
  Output: ({ value, field }) => <span>{labelOf(value, field)}</span>,
  text: labelOf,
}

export const yes: Face<boolean> = {
  Input: ({ field, value, onChange }) => (
    <Pills
      label={field.label}
      pills={[
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ]}
      value={value === undefined ? '' : value ? 'yes' : 'no'}
      onChange={(next) => onChange(next === 'yes')}
    />
  ),
  Output: ({ value }) => <span>{value ? '是' : '否'}</span>,
  text: (value) => (value ? '是' : '否'),
}
