const ENOUGH = 2_500_000
const LONGEST = 2400

/** A photo that is light enough for a weak line; small ones stay as the camera made them. */
export async function shrink(photo: Blob): Promise<Blob> {
  if (photo.size <= ENOUGH) return photo
  const bitmap = await createImageBitmap(photo).catch(() => undefined)
  if (!bitmap) return photo
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob((made) => done(made ?? photo), 'image/jpeg', 0.85))
}
