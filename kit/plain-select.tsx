import './plain-select.css'

interface PlainSelectProps {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** The browser's own choice of one: light, and at home on a phone. */
export function PlainSelect({ label, value, options, onChange }: PlainSelectProps) {
  return (
    <select
      className="plain-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
