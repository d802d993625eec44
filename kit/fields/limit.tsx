import { InputNumber, Select, Space } from 'antd'
import type { Face, InputProps } from './field.ts'

interface LimitValue {
  n: number
  unit: string
}
/** What somebody may set. */
const units: Record<string, string> = {
  'urgent-hour': '紧急工作时',
  'work-hour': '小时（工作时间）',
  'work-day': '个工作日',
  'urgent-day': '紧急工作日',
  'natural-day': '自然日',
}
/** As well as what a law or a paper sets. */
const known: Record<string, string> = { ...units, 'legal-work-day': '个工作日', 'legal-day': '日' }

function LimitInput({ id, value, onChange, invalid }: InputProps<LimitValue>) {
  const given = value ?? { n: 0, unit: 'work-day' }
  return (
    <Space.Compact block>
      <InputNumber
        id={id}
        min={1}
        precision={0}
        controls={false}
        value={value?.n ?? null}
        style={{ width: '40%' }}
        {...(invalid ? { status: 'error' } : {})}
        onChange={(n) => onChange(n === null ? undefined : { ...given, n })}
      />
      <Select
        value={given.unit}
        style={{ width: '60%' }}
        options={Object.entries(units).map(([unit, label]) => ({ value: unit, label }))}
        onChange={(unit) => onChange({ ...given, unit })}
      />
    </Space.Compact>
  )
}

const words = ({ n, unit }: LimitValue) => `${n} ${known[unit] ?? unit}`

export const limit: Face<LimitValue> = {
  Input: LimitInput,
  Output: ({ value }) => <span>{words(value)}</span>,
  text: words,
}
