import { promisify } from 'node:util'
import { type AsyncZipOptions, type AsyncZippable, unzipSync, zip } from 'fflate'

export type Files = ReadonlyMap<string, Uint8Array>

const zipped = promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip)
/** Packs files under their names, each with the same moment, so that the same files give the same bytes. Large ones are
 *  packed beside the server, which goes on answering. */
export const pack = (files: Files, at: string): Promise<Uint8Array> =>
  zipped(Object.fromEntries(files), { level: 6, mtime: new Date(at) })

/** A package is some megabytes; what claims to be more than this is none. */
const most = 1024 * 1024 * 1024

/** The files of a zip, and the names of those that cannot be unpacked; undefined when it is no zip at all. */
export function unpack(bytes: Uint8Array): { files: Map<string, Uint8Array>; broken: string[] } | undefined {
  const names: string[] = []
  let size = 0
  try {
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
      files.set(name, unzipSync(bytes, { filter: (file) => file.name === name })[name]!)
    } catch {
      broken.push(name)
    }
  return { files, broken }
}
