import { hole, type Import, type Read, type Source } from './source.ts'

/** Where a file stands: `modules/ledger/store/append.ts` is `store/append.ts` of the stage `ledger`. */
const stageOf = (file: string): string | undefined => /^modules\/([^/]+)\//.exec(file)?.[1]
const innerOf = (file: string): string => file.replace(/^modules\/[^/]+\//, '')
const topOf = (file: string): string => file.split('/')[0]!
const isOurs = (to: string): boolean => /^[a-z]+\/.*\.(tsx?|css|json|geojson)$/.test(to) || to.startsWith('../')

const imports = (reads: readonly Read[], where: (file: string) => boolean = () => true) =>
  reads.filter(({ file }) => where(file)).flatMap(({ file, imports }) => imports.map((one) => ({ file, ...one })))
const said = ({ file, to }: { file: string; to: string }, why: string) => `${file} → ${to}: ${why}`

export interface Exception {
  file: string
  what: string
  because: string
}
const isExcepted = (exceptions: readonly Exception[], file: string, what: string) =>
  exceptions.some((one) => file.startsWith(one.file) && one.what === what)

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

type Layer = 'domain' | 'contract' | 'store' | 'commands' | 'queries' | 'routes' | 'jobs' | 'screens' | 'index'
const layerOf = (file: string): Layer | undefined =>
  /^(domain|contract|store|commands|queries|routes|jobs|screens|index)(?:\/|\.ts$)/.exec(innerOf(file))?.[1] as
    | Layer
    | undefined

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

/** What a file reaches, itself left out, by the imports that `follow` lets through. */
function reach(
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
const importsByFile = (reads: readonly Read[]) => new Map(reads.map(({ file, imports }) => [file, imports]))

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

const isScreen = (file: string): boolean => layerOf(file) === 'screens' && stageOf(file) !== undefined
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

/** The tables that migrations make: `ledger.entry`. */
export const tablesIn = (migrations: readonly string[]): string[] =>
  migrations.flatMap((sql) =>
    [...sql.matchAll(/create table (?:if not exists )?([a-z]+\.[a-z_]+)/g)].map((found) => found[1]!),
  )

const sqlWord = /\b(select|insert|update|delete|from|join|where|into|truncate|copy|table|lock)\b/i
/** Only a module's store names the module's tables; platform/ names its own. */
export function tableNames(
  reads: readonly Read[],
  tables: readonly string[],
  exceptions: readonly Exception[],
): string[] {
  const mayName = (file: string, schema: string) =>
    topOf(file) === schema || (stageOf(file) === schema && layerOf(file) === 'store')
  const schemas = [...new Set(tables.map((table) => table.split('.')[0]!))]
  const named = new RegExp(
    `\\b(?:${[...tables, ...schemas.map((schema) => `${schema}.${hole}`)].map(escaped).join('|')})(?![\\w-])`,
    'g',
  )
  return reads.flatMap(({ file, strings }) => {
    const found = strings.flatMap((text) =>
      sqlWord.test(text) || tables.includes(text) ? (text.match(named) ?? []) : [],
    )
    return [...new Set(found)]
      .filter((table) => !mayName(file, table.split('.')[0]!) && !isExcepted(exceptions, file, table))
      .map((table) => `${file} names the table ${table}`)
  })
}
const escaped = (text: string) => text.replace(/[.$*+?^{}()|[\]\\]/g, '\\$&')

/** No module and no part of the kit asks which ledger it is: the declaration lacks a word, then. */
export function ledgerIds(reads: readonly Read[], ids: readonly string[]): string[] {
  const asks = /(^|\W)(ledger|ledgerId|id)$/
  return reads
    .filter(({ file }) => ['modules', 'kit'].includes(topOf(file)))
    .flatMap(({ file, comparisons }) =>
      comparisons
        .filter(({ what, words }) => asks.test(what) && words.some((word) => ids.includes(word)))
        .map(({ what, words }) => `${file} asks whether ${what} is ${words.join(', ')}`),
    )
}

const clockOrChance = /^(Date\.now|new Date\(\)|Date\(\)|Math\.random|process)(?!\w)/
const outside = /^(performance\.now|randomBytes|randomUUID|crypto\.random\w+|fetch|setTimeout|setInterval|newId)(?!\w)/
/** Nothing in a module or in the catalog asks what time it is, throws dice or reads the environment: it is handed in. A
 *  domain file touches no outer world at all, nor does what it imports. */
export function purity(reads: readonly Read[]): string[] {
  const rules = rulesIn(reads)
  const asked = reads
    .filter(({ file }) => (topOf(file) === 'modules' && !isScreen(file)) || topOf(file) === 'catalog')
    .flatMap(({ file, asks }) =>
      asks.flatMap((ask) => {
        const found = clockOrChance.exec(ask) ?? (rules.has(file) ? outside.exec(ask) : null)
        return found ? [`${file} asks ${found[1]}`] : []
      }),
    )
  const reached = imports(reads, (file) => rules.has(file)).filter(({ to, isType }) => !isType && outerWorld.test(to))
  return [...new Set([...asked, ...reached.map((one) => said(one, 'a rule does no I/O'))])]
}
const outerWorld = /^(pg|fastify|kysely|node:(fs|net|child_process|http|timers).*)$|^platform\/(?!clock|errors)/

/** The domain files and what they import of their own module. */
function rulesIn(reads: readonly Read[]): ReadonlySet<string> {
  const of = importsByFile(reads)
  const domains = reads.map(({ file }) => file).filter((file) => stageOf(file) && layerOf(file) === 'domain')
  const own = (file: string) => (to: string) => stageOf(to) === stageOf(file)
  return new Set(domains.flatMap((file) => [file, ...reach(file, of, own(file)).filter(own(file))]))
}

const opens = /^\s*(begin|commit|rollback|start\s+transaction|savepoint)\b\s*(;|$|read|isolation|transaction|work|⟨)/i
const sets = /\bset\s+(local|session)\b(?!\s+(lock|statement)_timeout)|set_config\s*\(|app\.tenant/i
/** One helper opens transactions and sets the tenant; one place opens connections. */
export const transactions = (reads: readonly Read[], exceptions: readonly Exception[]): string[] =>
  reads.flatMap(({ file, strings, asks }) => [
    ...strings
      .filter((text) => opens.test(text) || sets.test(text))
      .filter(() => !isExcepted(exceptions, file, 'transaction'))
      .map((text) => `${file} says “${text.trim().slice(0, 60)}”`),
    ...asks
      .filter((ask) => /^new (pg\.)?(Pool|Client)(\(\))?$/.test(ask) && topOf(file) !== 'platform')
      .map((ask) => `${file} opens a connection: ${ask}`),
  ])

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
