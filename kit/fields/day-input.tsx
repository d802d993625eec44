import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { usePhone } from '../use-phone.ts'
import type { InputProps } from './field.ts'

export function DayInput({ id, value, onChange, invalid }: InputProps<string>) {
  if (usePhone())
    return (
      <input
        id={id}
        type="date"
        className="native-input"
        value={value ?? ''}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    )
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      placeholder="年-月-日"
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : undefined)}
    />
  )
}
