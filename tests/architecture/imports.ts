import {
  type Exception,
  imports,
  importsByFile,
  innerOf,
  isExcepted,
  isOurs,
  isScreen,
  type Layer,
  layerOf,
  reach,
  said,
  stageOf,
  topOf,
} from './place.ts'
import type { Read } from './source.ts'

/** A stage knows only the stages before it. */
export function stageOrder(reads: readonly Read[], pipeline: readonly string[]): string[] {
  const rank = (stage: string) => pipeline.indexOf(stage)
  return imports(reads).flatMap((one) => {
    const [from, to] = [stageOf(one.file), stageOf(one.to)]
    if (from === undefined) return []
    if (rank(from) < 0) return [said(one, `the pipeline has no stage ${from}`)]
    if (to === undefined || to === from) return []
    return rank(to) >= 0 && rank(to) < rank(from) ? [] : [said(one, `${to} comes after ${from}`)]
  })
}

const doors = /^(index|contract|screens\/index)\.ts$/
/** Another module is entered by its front doors only, whoever comes. */
export const frontDoors = (reads: readonly Read[]): string[] =>
  imports(reads)
    .filter(({ file, to }) => stageOf(to) !== undefined && stageOf(to) !== stageOf(file) && !doors.test(innerOf(to)))
    .map((one) => said(one, 'not a front door (index.ts, contract.ts, screens/index.ts)'))

/** Who may know whom, by the folder a file lies in. `catalog` and `server` are known only to those who wire. */
const known: Record<string, readonly string[]> = {
  platform: ['platform'],
  kit: ['kit'],
  modules: ['modules', 'platform', 'kit'],
  catalog: ['catalog', 'modules'],
  console: ['console', 'modules', 'kit'],
  site: ['site', 'modules', 'platform', 'kit'],
  server: ['server', 'catalog', 'modules', 'platform', 'site'],
  bench: ['bench', 'server', 'catalog', 'modules', 'platform', 'tests'],
}
export const folders = (reads: readonly Read[], exceptions: readonly Exception[] = []): string[] =>
  imports(reads, (file) => topOf(file) in known)
    .filter(({ to }) => to === '?' || isOurs(to))
    .filter(({ file, to }) => to === '?' || !known[topOf(file)]!.includes(topOf(to)))
    .filter(({ file, to }) => !isExcepted(exceptions, file, to))
    .map((one) =>
      said(one, one.to === '?' ? 'an address nobody can read' : `${topOf(one.file)}/ does not know ${topOf(one.to)}/`),
    )

const front = ['routes', 'jobs', 'screens', 'index'] as const
const never: Record<Layer, readonly Layer[]> = {
  domain: ['contract', 'store', 'commands', 'queries', ...front],
  contract: ['store', 'commands', 'queries', ...front],
  store: ['contract', 'commands', 'queries', ...front],
  commands: front,
  queries: front,
  routes: ['screens', 'index'],
  jobs: ['screens', 'index'],
  screens: ['store', 'commands', 'queries', 'routes', 'jobs', 'index'],
  index: ['screens'],
}

/** Inside a module: domain ← store ← commands, queries ← routes, jobs. A file of another name hides nothing: what it
 *  imports counts as imported by whoever imports it. */
export function layers(reads: readonly Read[]): string[] {
  const of = importsByFile(reads)
  return reads.flatMap(({ file }) => {
    const [stage, layer] = [stageOf(file), layerOf(file)]
    if (stage === undefined || layer === undefined) return []
    const unnamed = (to: string) => stageOf(to) === stage && layerOf(to) === undefined
    return reach(file, of, unnamed)
      .filter((to) => stageOf(to) === stage && never[layer].includes(layerOf(to)!))
      .map((to) => said({ file, to }, `${layer} does not know ${layerOf(to)}`))
  })
}

const isBrowser = (file: string): boolean => isScreen(file) || ['console', 'kit'].includes(topOf(file))
const plain = /^platform\/(clock|contract|errors|ids)\.ts$/

/** Screens see the rules and contracts, kit/, and other modules' screens and contracts. */
export const screensSee = (reads: readonly Read[]): string[] =>
  imports(reads, isScreen)
    .filter(({ file, to }) => {
      if (to.startsWith('kit/')) return false
      if (!isOurs(to)) return to.startsWith('node:')
      if (stageOf(to) !== stageOf(file)) return !/^(contract|screens\/index)\.ts$/.test(innerOf(to))
      return !['domain', 'contract', 'screens'].includes(layerOf(to) ?? '')
    })
    .map((one) => said(one, 'screens know domain, contract, kit/ and screens/index.ts'))

/** What the browser loads with a screen, to the end: no server, no database, no file system. */
export function browserLoads(reads: readonly Read[]): string[] {
  const of = importsByFile(reads)
  const server = ['store', 'commands', 'queries', 'routes', 'jobs', 'index']
  const isWrong = (to: string) => {
    if (to.startsWith('node:')) return true
    if (stageOf(to) !== undefined) return server.includes(layerOf(to) ?? '')
    return ['catalog', 'server', 'platform'].includes(topOf(to)) && isOurs(to) && !plain.test(to)
  }
  return reads
    .filter(({ file }) => isBrowser(file))
    .flatMap(({ file }) =>
      reach(file, of, (to) => !isWrong(to), false)
        .filter(isWrong)
        .map((to) => said({ file, to }, 'would be loaded by the browser')),
    )
}
