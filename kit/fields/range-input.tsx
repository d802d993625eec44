import { PlainInput } from './counted.tsx'
import { FieldInput } from './faces.tsx'
import type { InputProps } from './field.ts'
import { useSources } from './sources.ts'

type Chosen = Record<string, string>
const read = (text = ''): Chosen =>
  Object.fromEntries(
    text.split(/[;；]/).flatMap((part) => {
      const [name = '', value = ''] = part.split('=').map((word) => word.trim())
      return name && value ? [[name, value]] : []
    }),
  )
const write = (chosen: Chosen) =>
  Object.entries(chosen)
    .map(([name, value]) => `${name}=${value}`)
    .join(';') || undefined

/** The range of the metric chosen above: each field it can be narrowed by, with its own choices. */
export function RangeInput(props: InputProps<string>) {
  const { id, field, value, data, onChange } = props
  const of = data[field.within ?? '']
  const filters = useSources().useFilters(typeof of === 'string' ? of : undefined)
  const chosen = read(value)
  if (!of) return <p className="soft range-input-none">先选择统计指标；不选范围就是全部。</p>
  if (!filters.length) return <PlainInput {...props} />
  const put = (name: string, next: unknown) => {
    const { [name]: _, ...others } = chosen
    onChange(write(next === undefined || next === '' ? others : { ...others, [name]: String(next) }))
  }
  return (
    <div className="range-input">
      {filters.map(({ name, field: { within: __, ...one } }, i) => (
        <div key={name} className="range-input-one">
          <label htmlFor={i ? `${id}-${name}` : id}>{one.label}</label>
          <FieldInput
            id={i ? `${id}-${name}` : id}
            field={one}
            value={chosen[name]}
            data={{}}
            onChange={(next) => put(name, next)}
          />
        </div>
      ))}
    </div>
  )
}
