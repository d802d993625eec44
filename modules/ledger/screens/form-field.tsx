import { FieldInput } from '../../../kit/fields/faces.tsx'
import type { LedgerView } from './catalog.ts'

interface FormFieldProps {
  ledger: LedgerView
  name: string
  required: boolean
  data: Record<string, unknown>
  mistake: string | undefined
  onChange: (value: unknown) => void
}
const wide = ['long-text', 'photos', 'files', 'point', 'formula']

/** A field with its word, whether it must be given, its help, and what is wrong with it. */
export function FormField({ ledger, name, required, data, mistake, onChange }: FormFieldProps) {
  const declared = ledger.fields[name]!
  const measure = declared.measureIn && data[declared.measureIn]
  const field = typeof measure === 'string' ? { ...declared, measure } : declared
  const id = `field-${name}`
  const unit = ledger.columns.unit === undefined ? undefined : (data[ledger.columns.unit] as string | undefined)
  return (
    <div
      className={`form-field${wide.includes(field.kind) ? ' form-field-wide' : ''}${mistake ? ' form-field-bad' : ''}`}
    >
      <label htmlFor={id}>
        {field.label}
        {required ? <span className="required-mark">必填</span> : null}
      </label>
      <FieldInput
        id={id}
        field={field}
        value={data[name]}
        data={data}
        parentLabel={field.within ? ledger.fields[field.within]?.label : undefined}
        unit={unit}
        invalid={mistake !== undefined}
        onChange={onChange}
      />
      {field.help ? <p className="form-field-help">{field.help}</p> : null}
      {mistake ? <p className="form-field-mistake">{mistake}</p> : null}
    </div>
  )
}
