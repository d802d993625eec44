import {
  type Exception,
  imports,
  importsByFile,
  isExcepted,
  isScreen,
  layerOf,
  reach,
  said,
  stageOf,
  topOf,
} from './place.ts'
import { hole, type Read } from './source.ts'

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
