import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { isPicture } from './kinds.ts'
import { exists, writeOnce } from './store.ts'

/** A picture as a document holds it: as small as it is printed. */
export interface PrintedPicture {
  type: 'jpg' | 'png'
  bytes: Buffer
  /** Pixels. */
  width: number
  height: number
}

const upright = (path: string, width: number) =>
  sharp(path, { limitInputPixels: 100_000_000, failOn: 'none' }).rotate().resize({ width, withoutEnlargement: true })

/** Made when first asked for and kept beside the picture; turned upright, without the camera's own notes. */
export async function smallPicture(path: string, width: number): Promise<Buffer> {
  const small = `${path}.${width}.webp`
  if (await exists(small)) return readFile(small)
  const bytes = await upright(path, width).webp({ quality: 78 }).toBuffer()
  await writeOnce(small, bytes)
  return bytes
}

/** A stored picture for a document, in a form that every office program reads; undefined for a file that is none. */
export async function printedPicture({
  path,
  type,
}: {
  path: string
  type: string
}): Promise<PrintedPicture | undefined> {
  if (!isPicture(type)) return undefined
  const drawn = type === 'image/png'
  const picture = upright(path, 1280)
  const made = await (drawn ? picture.png() : picture.jpeg({ quality: 80 }))
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!made) return undefined
  const { data, info } = made
  return { type: drawn ? 'png' : 'jpg', bytes: data, width: info.width, height: info.height }
}
