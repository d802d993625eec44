import { dropPhoto, findPhoto, keepPhoto } from '../photo-store.ts'
import { shrink } from '../shrink.ts'

/** A picture of a form: `hash` once the server has it, `pending` while only this browser does. */
export interface Picture {
  hash?: string
  pending?: string
  /** What its sender calls the file; a photo just taken has no name. */
  fileName?: string
}
export interface PhotoValue extends Picture {
  takenAt?: string
  lng?: number
  lat?: number
  note?: string
}
export interface SignatureValue extends Picture {
  signedAt: string
  name?: string
}
type Upload = (file: Blob, name: string) => Promise<string>

export const isPending = (picture: Picture) => picture.hash === undefined
const waits = (value: unknown) => typeof (value as Picture | null | undefined)?.pending === 'string'

/** Sends a picture the browser keeps; when the line is broken it stays kept and the failure is thrown on. */
export async function sendPhoto<P extends Picture>(picture: P, upload: Upload): Promise<P> {
  const { pending, ...rest } = picture
  if (!pending) return picture
  const bytes = await findPhoto(pending)
  if (!bytes) throw new Error('有照片或签字已不在本机，请删去后重新拍、重新签。')
  const sent = await shrink(bytes)
  const hash = await upload(sent, picture.fileName ?? `${pending}.${sent.type === 'image/png' ? 'png' : 'jpg'}`)
  await dropPhoto(pending)
  return { ...rest, hash } as P
}

/** Sends every picture of a form that is still only here. Anything that is no picture is left as it is. */
export async function sendPending(data: Record<string, unknown>, upload: Upload): Promise<Record<string, unknown>> {
  const sent: Record<string, unknown> = { ...data }
  for (const [name, value] of Object.entries(data)) {
    if (waits(value)) sent[name] = await sendPhoto(value as Picture, upload)
    if (!Array.isArray(value) || !value.some(waits)) continue
    const photos: Picture[] = []
    for (const photo of value as Picture[]) photos.push(await sendPhoto(photo, upload))
    sent[name] = photos
  }
  return sent
}

export { keepPhoto }
