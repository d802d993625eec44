import { Input } from 'antd'
import type { Face } from './field.ts'

export const text: Face<string> = {
  Input: ({ id, value, onChange, invalid }) => (
    <Input
      id={id}
      value={value ?? ''}
      maxLength={500}
      autoComplete="off"
      {...(invalid ? { status: 'error' } : {})}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  ),
  Output: ({ value }) => <span>{value}</span>,
  text: (value) => value,
}

export const longText: Face<string> = {
  Input: ({ id, value, onChange, invalid }) => (
    <Input.TextArea
      id={id}
      value={value ?? ''}
      maxLength={5000}
      autoSize={{ minRows: 3, maxRows: 10 }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  ),
  Output: ({ value }) => <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span>,
  text: (value) => value,
}
