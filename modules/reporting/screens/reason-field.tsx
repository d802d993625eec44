import { Input } from 'antd'

interface ReasonFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
}
/** A reason that has to be given. */
export function ReasonField({ id, label, value, onChange }: ReasonFieldProps) {
  return (
    <div className="reason-field">
      <label htmlFor={id}>
        {label}
        <span className="required-mark">必填</span>
      </label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
