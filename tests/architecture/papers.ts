import { posix } from 'node:path'
import { said } from './place.ts'
import type { Source } from './source.ts'

// Put together, so that this very file does not name what it looks for.
const hosts = [
  'registry\\.\\w+\\.\\w+',
  'npm' + 'mirror',
  'mirrors?\\.\\w+\\.(com|cn|org|edu)',
  'verdac' + 'cio',
  'artifact' + 'ory',
]
const homes = ['wo' + 'rk', 'ro' + 'ot', 'ho' + 'me/\\w+', 'Us' + 'ers', 'mnt', 'tmp/\\w+']
const machine = new RegExp(`${hosts.join('|')}|(?<![\\w.:/-])/(${homes.join('|')})/[\\w.]`, 'i')
/** The project runs anywhere: no registry, no path of somebody's machine. */
export const machines = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, at) => {
      const found = machine.exec(line)
      return found ? [`${file}:${at + 1} names ${found[0]}`] : []
    }),
  )

const links = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g
const paths =
  /`((?:modules|catalog|platform|server|kit|console|site|tests|bench|migrations|bin)\/[\w./-]+\.(?:tsx?|mjs|sql))`/g
/** Papers point to what is there: links from where the paper lies, paths from the project's folder. A how-to names files
 *  that its reader is to make; only its links are followed. */
export function papers(sources: readonly Source[]): string[] {
  const files = new Set(sources.map(({ file }) => file))
  const isThere = (path: string) =>
    files.has(path) || [...files].some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`))
  return sources
    .filter(({ file }) => file.endsWith('.md'))
    .flatMap(({ file, text }) => {
      const linked = [...text.matchAll(links)].map((found) => posix.join(posix.dirname(file), found[1]!))
      const named = file.startsWith('how-to/') ? [] : [...text.matchAll(paths)].map((found) => found[1]!)
      return [...new Set([...linked, ...named])]
        .filter((to) => !isThere(to))
        .map((to) => said({ file, to }, 'is not there'))
    })
}
