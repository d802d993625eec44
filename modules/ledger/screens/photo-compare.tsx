import { useSources } from '../../../kit/fields/sources.ts'
import { dateTime } from '../../../kit/text.ts'
import type { LedgerView } from './catalog.ts'
import type { RecordPhoto } from './records.ts'

/** The photos of each field in the order they came to be. */
export function byField(photos: readonly RecordPhoto[]): [string, RecordPhoto[]][] {
  const fields = [...new Set(photos.map(({ field }) => field))]
  return fields.map((field) => [field, photos.filter((photo) => photo.field === field)])
}

/** The first photo of each of two fields; of one field alone all there are. */
function compared(groups: readonly [string, RecordPhoto[]][]): [string, RecordPhoto][] {
  const [only] = groups
  if (groups.length === 1) return only![1].map((photo) => [only![0], photo])
  return groups.slice(0, 2).map(([field, [photo]]) => [field, photo!])
}

/** How it was and how it is, side by side. */
export function PhotoCompare({ ledger, photos }: { ledger: LedgerView; photos: readonly RecordPhoto[] }) {
  const { fileUrl } = useSources()
  const groups = byField(photos)
  const shown = compared(groups)
  if (!shown.length) return null
  return (
    <div className="photo-compare">
      {shown.map(([field, photo]) => (
        <figure key={photo.hash}>
          <a href={fileUrl(photo.hash)} target="_blank" rel="noreferrer">
            <img src={fileUrl(photo.hash)} alt={ledger.fields[field]?.label ?? '照片'} loading="lazy" />
          </a>
          <figcaption>
            <strong>{ledger.fields[field]?.label ?? '照片'}</strong>
            {photo.takenAt ? <span>{dateTime(photo.takenAt)}</span> : null}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
