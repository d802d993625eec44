import './pills.css'

export interface Pill {
  value: string
  label: string
  count?: number | string
}

/** A few answers side by side, one of which holds. */
export function Pills({
  label,
  pills,
  value,
  onChange,
}: {
  label: string
  pills: readonly Pill[]
  value: string
  onChange: (value: string) => void
}) {
  return (
    <div className="pills" role="radiogroup" aria-label={label}>
      {pills.map((pill) => (
        // biome-ignore lint/a11y/useSemanticElements: drawn as buttons that sit together
        <button
          key={pill.value}
          type="button"
          role="radio"
          aria-checked={pill.value === value}
          className={pill.value === value ? 'pill pill-on' : 'pill'}
          onClick={() => onChange(pill.value)}
        >
          {pill.label}
          {pill.count === undefined ? null : <span className="pill-count">{pill.count}</span>}
        </button>
      ))}
    </div>
  )
}
