import { type Fact, Facts } from '../../../kit/facts.tsx'
import { FieldOutput } from '../../../kit/fields/faces.tsx'
import { useSources } from '../../../kit/fields/sources.ts'
import { MapView } from '../../../kit/map.tsx'
import { isEmpty } from '../domain/fields.ts'
import type { LedgerView } from './catalog.ts'
import { PhotoCompare } from './photo-compare.tsx'
import type { RecordView } from './records.ts'

const apart = ['photos', 'point']

function factsOf(ledger: LedgerView, record: RecordView, names: readonly string[]): Fact[] {
  return names.flatMap((name) => {
    const field = ledger.fields[name]
    const value = record.data[name]
    if (!field || apart.includes(field.kind) || isEmpty(value)) return []
    return [
      {
        label: field.label,
        value: <FieldOutput field={field} value={value} />,
        wide: ['long-text', 'files'].includes(field.kind),
      },
    ]
  })
}

/** Every field that has been filled in, in the groups of the form; photos before and after; the place. */
export function RecordContent({ ledger, record }: { ledger: LedgerView; record: RecordView }) {
  const groups = Object.entries(ledger.form).map(([title, names]) => ({ title, facts: factsOf(ledger, record, names) }))
  const derived = Object.keys(ledger.fields).filter((name) => ledger.fields[name]?.derived)
  const all = [...groups, { title: '由系统得出', facts: factsOf(ledger, record, derived) }]
  return (
    <div className="record-content">
      <PhotoCompare
        ledger={ledger}
        photos={record.photos.filter(({ field }) => ledger.fields[field]?.kind === 'photos')}
      />
      {all
        .filter(({ facts }) => facts.length)
        .map(({ title, facts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <Facts facts={facts} />
          </section>
        ))}
      {record.place ? <RecordPlace place={record.place} /> : null}
    </div>
  )
}

function RecordPlace({ place }: { place: { lng: number; lat: number } }) {
  const base = useSources().useBaseMap()
  return (
    <section>
      <h3>位置</h3>
      <MapView className="record-map" base={base} marker={place} still />
    </section>
  )
}
