import type { Import, Read } from './source.ts'

/** Where a file stands: `modules/ledger/store/append.ts` is `store/append.ts` of the stage `ledger`. */
export const stageOf = (file: string): string | undefined => /^modules\/([^/]+)\//.exec(file)?.[1]
export const innerOf = (file: string): string => file.replace(/^modules\/[^/]+\//, '')
export const topOf = (file: string): string => file.split('/')[0]!
export const isOurs = (to: string): boolean => /^[a-z]+\/.*\.(tsx?|css|json|geojson)$/.test(to) || to.startsWith('../')

export const imports = (reads: readonly Read[], where: (file: string) => boolean = () => true) =>
  reads.filter(({ file }) => where(file)).flatMap(({ file, imports }) => imports.map((one) => ({ file, ...one })))
export const said = ({ file, to }: { file: string; to: string }, why: string) => `${file} → ${to}: ${why}`

export interface Exception {
  file: string
  what: string
  because: string
}
export const isExcepted = (exceptions: readonly Exception[], file: string, what: string) =>
  exceptions.some((one) => file.startsWith(one.file) && one.what === what)
export type Layer = 'domain' | 'contract' | 'store' | 'commands' | 'queries' | 'routes' | 'jobs' | 'screens' | 'index'
export const layerOf = (file: string): Layer | undefined =>
  /^(domain|contract|store|commands|queries|routes|jobs|screens|index)(?:\/|\.ts$)/.exec(innerOf(file))?.[1] as
    | Layer
    | undefined

/** What a file reaches, itself left out, by the imports that `follow` lets through. */
export function reach(
  from: string,
  of: ReadonlyMap<string, readonly Import[]>,
  follow: (to: string) => boolean,
  types = true,
): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    for (const { to, isType } of of.get(file) ?? []) {
      if (found.has(to) || (isType && !types)) continue
      found.add(to)
      if (follow(to)) visit(to)
    }
  }
  visit(from)
  return [...found]
}
export const importsByFile = (reads: readonly Read[]) => new Map(reads.map(({ file, imports }) => [file, imports]))
export const isScreen = (file: string): boolean => layerOf(file) === 'screens' && stageOf(file) !== undefined
