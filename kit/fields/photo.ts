import { dropPhoto, findPhoto, keepPhoto } from '../photo-store.ts'
import { shrink } from '../shrink.ts'

/** A photo of a form: `hash` once the server has it, `pending` while only this browser does. */
export interface PhotoValue {
  hash?: string
  pending?: string
  takenAt?: string
  lng?: number
  lat?: number
  note?: string
}
type Upload = (file: Blob, name: string) => Promise<string>

export const isPending = (photo: PhotoValue) => photo.hash === undefined

/** Sends a photo the browser keeps; when the line is broken it stays kept and the failure is thrown on. */
export async function sendPhoto(photo: PhotoValue, upload: Upload): Promise<PhotoValue> {
  const { pending, ...rest } = photo
  if (!pending) return photo
  const bytes = await findPhoto(pending)
  if (!bytes) throw new Error('这张照片已不在本机，请删去后重新拍。')
  const hash = await upload(await shrink(bytes), `${pending}.jpg`)
  await dropPhoto(pending)
  return { ...rest, hash }
}

/** Sends every photo of a form that is still only here. Anything that is no photo is left as it is. */
export async function sendPending(data: Record<string, unknown>, upload: Upload): Promise<Record<string, unknown>> {
  const sent: Record<string, unknown> = { ...data }
  for (const [name, value] of Object.entries(data)) {
    if (!Array.isArray(value) || !value.some((item) => (item as PhotoValue)?.pending)) continue
    const photos: PhotoValue[] = []
    for (const photo of value as PhotoValue[]) photos.push(await sendPhoto(photo, upload))
    sent[name] = photos
  }
  return sent
}

export { keepPhoto }
