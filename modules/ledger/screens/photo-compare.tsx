import { useSources } from '../../../kit/fields/sources.ts'
import { dateTime } from '../../../kit/text.ts'
import type { LedgerView } from './catalog.ts'
import type { RecordPhoto } from './records.ts'

/** The photos of each field in the order they came to be. */
export function byField(photos: readonly RecordPhoto[]): [string, RecordPhoto[]][] {
  const fields = [...new Set(photos.map(({ field }) => field))]
  return fields.map((field) => [field, photos.filter((photo) => photo.field === field)])
}

/** How it was and how it is, side by side: the first photo of the first and of the last field that has any. */
export function PhotoCompare({ ledger, photos }: { ledger: LedgerView; photos: readonly RecordPhoto[] }) {
  const { fileUrl } = useSources()
  const groups = byField(photos)
  const shown = groups.length > 2 ? [groups[0]!, groups[1]!] : groups
  if (!shown.length) return null
  return (
    <div className="photo-compare">
      {shown.map(([field, [photo]]) => (
        <figure key={field}>
          <a href={fileUrl(photo!.hash)} target="_blank" rel="noreferrer">
            <img src={fileUrl(photo!.hash)} alt={ledger.fields[field]?.label ?? '照片'} loading="lazy" />
          </a>
          <figcaption>
            <strong>{ledger.fields[field]?.label ?? '照片'}</strong>
            {photo!.takenAt ? <span>{dateTime(photo!.takenAt)}</span> : null}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
