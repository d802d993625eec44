import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readable } from '../../modules/checker/index.ts'

/** A document to check; `name` tells it from the others. `missing` where there is nothing. */
export interface Wanted {
  path: string
  name: string
  missing?: true
}

const isDocument = (name: string) =>
  !/^(?:\.|~\$)/.test(name) && readable.some((ending) => name.toLowerCase().endsWith(ending))

/** The files named, and of folders named those that can be read, with what is under them. */
export function wantedFiles(paths: readonly string[]): { files: Wanted[]; folders: boolean } {
  const found = paths.map((path) => ({ path, about: statSync(path, { throwIfNoEntry: false }) }))
  const files = found.flatMap(({ path, about }): Wanted[] => {
    if (!about) return [{ path, name: basename(path), missing: true }]
    return about.isDirectory() ? inFolder(path, '') : [{ path, name: basename(path) }]
  })
  return { folders: found.some(({ about }) => about?.isDirectory()), files: toldApart(files) }
}

/** Files of one name in different folders are told by their paths. */
function toldApart(files: readonly Wanted[]): Wanted[] {
  const times = new Map<string, number>()
  for (const { name } of files) times.set(name, (times.get(name) ?? 0) + 1)
  return files.map((file) => ((times.get(file.name) ?? 0) > 1 ? { ...file, name: file.path } : file))
}

function inFolder(root: string, under: string): Wanted[] {
  const entries = readdirSync(join(root, under), { withFileTypes: true })
  const sorted = entries.sort((one, other) => one.name.localeCompare(other.name, 'zh'))
  return sorted.flatMap((entry): Wanted[] => {
    const name = under ? `${under}/${entry.name}` : entry.name
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : inFolder(root, name)
    return entry.isFile() && isDocument(entry.name) ? [{ path: join(root, name), name }] : []
  })
}
