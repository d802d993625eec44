import { InputNumber } from 'antd'
import { grouped, quantity as quantityText, yuan } from '../text.ts'
import type { Face, FieldView, InputProps } from './field.ts'

interface Scale {
  /** How many of the stored whole make one of what people write. */
  by: number
  places: number
  measure: (field: FieldView) => string | undefined
}

const numberInput = ({ by, places, measure }: Scale) =>
  function NumberInput({ id, field, value, onChange, invalid }: InputProps<number>) {
    const unit = measure(field)
    return (
      <InputNumber
        id={id}
        value={value === undefined ? null : value / by}
        precision={places}
        controls={false}
        inputMode={places ? 'decimal' : 'numeric'}
        style={{ width: '100%' }}
        {...(unit ? { suffix: unit } : {})}
        {...(invalid ? { status: 'error' } : {})}
        onChange={(next) => onChange(next === null ? undefined : Math.round(Number(next) * by))}
      />
    )
  }

const withMeasure = (words: string, measure: string | undefined) => (measure ? `${words} ${measure}` : words)
/** What is measured has grouped digits; a bare number is a name: the year 2024. */
const whole = (value: number, { measure }: FieldView) =>
  measure ? withMeasure(grouped(value), measure) : String(value)

export const integer: Face<number> = {
  Input: numberInput({ by: 1, places: 0, measure: (field) => field.measure }),
  Output: ({ value, field }) => <data value={value}>{whole(value, field)}</data>,
  text: whole,
  numeric: true,
}

export const money: Face<number> = {
  Input: numberInput({ by: 100, places: 2, measure: () => '元' }),
  Output: ({ value }) => <data value={value}>{yuan(value)} 元</data>,
  text: (value) => `${yuan(value)} 元`,
  numeric: true,
}

export const quantity: Face<number> = {
  Input: numberInput({ by: 1000, places: 3, measure: (field) => field.measure }),
  Output: ({ value, field }) => <data value={value}>{withMeasure(quantityText(value), field.measure)}</data>,
  text: (value, field) => withMeasure(quantityText(value), field.measure),
  numeric: true,
}
