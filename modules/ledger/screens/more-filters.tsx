import { FieldInput } from '../../../kit/fields/faces.tsx'
import type { FieldView } from '../../../kit/fields/field.ts'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import type { LedgerView } from './catalog.ts'
import { filterFields, filterName } from './filters.ts'

const day = (label: string): FieldView => ({ kind: 'date', label })

function Filter({ name, field }: { name: string; field: FieldView }) {
  const address = useAddress()
  const patch = usePatchAddress()
  const { within: _, ...alone } = field
  return (
    <div className="more-filters-one">
      <label htmlFor={`filter-${name}`}>{field.label}</label>
      <FieldInput
        id={`filter-${name}`}
        field={alone}
        value={address[name]}
        data={{}}
        onChange={(value) => patch({ [name]: value === undefined ? undefined : String(value) })}
      />
    </div>
  )
}

/** Where, what, by which way, and from when to when. */
export function MoreFilters({ ledger }: { ledger: LedgerView }) {
  const { class: kind, channel, unit } = ledger.columns
  const fixed = [kind, channel, unit].flatMap((name) => {
    const field = name === undefined ? undefined : ledger.fields[name]
    return field ? [[filterName(ledger, name!), field] as const] : []
  })
  const others = filterFields(ledger).map(([name, field]) => [filterName(ledger, name), field] as const)
  return (
    <div className="more-filters">
      {[...fixed, ...others].map(([name, field]) => (
        <Filter key={name} name={name} field={field} />
      ))}
      {ledger.columns.grid ? <Filter name="grid" field={{ kind: 'text', label: '单元网格' }} /> : null}
      <Filter name="from" field={day('从哪天起')} />
      <Filter name="to" field={day('到哪天止')} />
    </div>
  )
}
