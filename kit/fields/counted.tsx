import { Input, Select } from 'antd'
import { lazy } from 'react'
import type { Face, InputProps } from './field.ts'
import { useSources } from './sources.ts'

// Where a value comes from: a metric, a range of it, a formula. Picked and read as words, kept as keys.

const RangeInput = lazy(() => import('./range-input.tsx').then((found) => ({ default: found.RangeInput })))
const FormulaInput = lazy(() => import('./formula-input.tsx').then((found) => ({ default: found.FormulaInput })))

export function MetricSelect({ id, value, onChange, invalid, placeholder }: MetricSelectProps) {
  const metrics = useSources().useMetrics()
  const groups = [...new Set(metrics.map(({ group }) => group))]
  const options = groups.map((group) => ({
    label: group,
    title: group,
    options: metrics
      .filter((one) => one.group === group)
      .map((one) => ({ value: one.id, label: `${group}·${one.label}` })),
  }))
  return (
    <Select
      id={id}
      value={value ?? null}
      options={options as unknown as { value: string; label: string }[]}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={placeholder}
      notFoundContent="没有找到"
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next ?? undefined)}
    />
  )
}
type MetricSelectProps = Pick<InputProps<string>, 'id' | 'value' | 'onChange' | 'invalid'> & { placeholder: string }

const Said = ({ value }: { value: string }) => <span>{useSources().names.word(value)}</span>

export const metric: Face<string> = {
  Input: (props) => <MetricSelect {...props} placeholder="请选择，可输入几个字查找" />,
  Output: Said,
  text: (value, _, names) => names.word(value),
}
export const range: Face<string> = { Input: RangeInput, Output: Said, text: (value, _, names) => names.word(value) }
export const formula: Face<string> = { Input: FormulaInput, Output: Said, text: (value, _, names) => names.word(value) }

export const PlainInput = ({
  id,
  value,
  onChange,
  invalid,
}: Pick<InputProps<string>, 'id' | 'value' | 'onChange' | 'invalid'>) => (
  <Input
    id={id}
    value={value ?? ''}
    maxLength={500}
    autoComplete="off"
    {...(invalid ? { status: 'error' } : {})}
    onChange={(event) => onChange(event.target.value || undefined)}
  />
)
