import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { type AsyncZipOptions, type AsyncZippable, unzipSync, zip } from 'fflate'

export type Files = ReadonlyMap<string, Uint8Array>

const zipped = promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip)
/** Packs files under their names, each with the same moment, so that the same files give the same bytes. Large ones are
 *  packed beside the server, which goes on answering. */
export const pack = (files: Files, at: string): Promise<Uint8Array> =>
  zipped(Object.fromEntries(files), { level: 6, mtime: new Date(at) })

/** A package is some megabytes; what claims to be more than this is none. */
const most = 1024 * 1024 * 1024

const END = 0x06054b50
/** The check sums that a zip keeps of its files (APPNOTE 4.3.12, 4.3.16); the library that unpacks does not hold them against. */
function sumsIn(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  const sums = new Map<string, number>()
  if (end < 0) return sums
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [name, extra, note] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    sums.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), view.getUint32(at + 16, true))
    at += 46 + name + extra + note
  }
  return sums
}

/** The files of a zip, and the names of those that cannot be unpacked; undefined when it is no zip at all. */
export function unpack(bytes: Uint8Array): { files: Map<string, Uint8Array>; broken: string[] } | undefined {
  const names: string[] = []
  let size = 0
  let sums = new Map<string, number>()
  try {
    sums = sumsIn(bytes)
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        size += originalSize
        return false
      },
    })
  } catch {
    return undefined
  }
  if (size > most) return undefined
  const files = new Map<string, Uint8Array>()
  // A name that stands there twice means one file to us and another to the next program.
  const broken = names.filter((name, at) => names.indexOf(name) !== at)
  for (const name of names)
    try {
      const file = unzipSync(bytes, { filter: (one) => one.name === name })[name]!
      if (sums.get(name) === crc32(file)) files.set(name, file)
      else broken.push(name)
    } catch {
      broken.push(name)
    }
  return { files, broken }
}
