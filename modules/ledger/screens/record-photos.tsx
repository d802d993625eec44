import { EmptyState } from '../../../kit/empty-state.tsx'
import { FieldOutput } from '../../../kit/fields/faces.tsx'
import type { LedgerView } from './catalog.ts'
import { byField } from './photo-compare.tsx'
import type { RecordPhoto } from './records.ts'

/** Every attachment, by the field it belongs to. */
export function RecordPhotos({ ledger, photos }: { ledger: LedgerView; photos: readonly RecordPhoto[] }) {
  if (!photos.length)
    return <EmptyState title="还没有附件">各步办理时上传的照片都会放在这里，并记下拍摄时间和地点。</EmptyState>
  return (
    <div className="record-content">
      {byField(photos).map(([name, some]) => (
        <section key={name}>
          <h3>{ledger.fields[name]?.label ?? '照片'}</h3>
          <FieldOutput field={ledger.fields[name] ?? { kind: 'photos', label: '照片' }} value={some} />
        </section>
      ))}
    </div>
  )
}
