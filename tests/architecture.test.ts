import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ledgers } from '../catalog/index.ts'
import { projectRoot } from '../platform/config.ts'
import { pipeline } from '../server/pipeline.ts'
import { ledgerIds, purity, tableNames, tablesIn, transactions } from './architecture/code.ts'
import { browserLoads, folders, frontDoors, layers, screensSee, stageOrder } from './architecture/imports.ts'
import { machines, papers } from './architecture/papers.ts'
import type { Exception } from './architecture/place.ts'
import { type Read, read, type Source } from './architecture/source.ts'

const notOurs = new Set(['node_modules', 'dist', '.data', '.git', '.bench', 'coverage', 'test-results'])
const filesIn = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (notOurs.has(entry.name) || /\.(log|png|jpg|xlsx|docx|pdf)$/.test(entry.name)) return []
    return entry.isDirectory() ? filesIn(path) : [path]
  })

const sources: Source[] = filesIn('').map((file) => ({ file, text: readFileSync(join(projectRoot, file), 'utf8') }))
/** Tests look behind what they test, benches load a million rows past the engine: neither is part of what runs. */
const isProgram = (file: string) => !/\.test\.tsx?$/.test(file) && !/^(tests|bench)\//.test(file)
const code = sources.filter(({ file }) => /\.tsx?$/.test(file)).map(read)
const program = code.filter(({ file }) => isProgram(file))
const tables = tablesIn(sources.filter(({ file }) => file.startsWith('migrations/')).map(({ text }) => text))
const ids = ledgers.map(({ id }) => id)

const computesAddresses: Exception[] = [
  {
    file: 'platform/embedded/binaries.ts',
    what: '?',
    because: 'PostgreSQL comes as one package for each kind of machine',
  },
]
const namesTables: Exception[] = [
  {
    file: 'modules/ledger/store/append.ts',
    what: 'platform.outbox',
    because: 'records, entries and what they tell of are one statement: one round trip less in every move',
  },
]
const opensTransactions: Exception[] = [
  { file: 'platform/db.ts', what: 'transaction', because: 'it is the helper' },
  { file: 'platform/migrate.ts', what: 'transaction', because: 'the owner changes tables, no bureau’s rows' },
  { file: 'platform/roles.ts', what: 'transaction', because: 'the owner makes roles before there is a bureau' },
]

test('a stage knows only the stages before it, in its tests too', () => {
  expect(program.length).toBeGreaterThan(200)
  expect(stageOrder(code, pipeline)).toEqual([])
})
test('a module is entered by its front doors only', () => {
  expect(frontDoors(program)).toEqual([])
})
test('platform/ and kit/ know nothing of ours, no module knows the catalog or the server', () => {
  expect(folders(program, computesAddresses)).toEqual([])
})
test('inside a module: domain ← store ← commands, queries ← routes, jobs', () => {
  expect(layers(program)).toEqual([])
})
test('a screen sees rules, contracts, kit/ and the screens of others, never a store or a command', () => {
  expect(screensSee(program)).toEqual([])
})
test('the browser loads nothing of the server', () => {
  expect(browserLoads(program)).toEqual([])
})
test('a module’s tables are named in its store only', () => {
  expect(tables.length).toBeGreaterThan(20)
  expect(tableNames(program, tables, namesTables)).toEqual([])
})
test('no module asks which ledger it is', () => {
  expect(ids).toContain('case')
  expect(ledgerIds(program, ids)).toEqual([])
})
test('rules are handed the clock, the calendar and the dice', () => {
  expect(purity(program)).toEqual([])
})
test('one helper opens transactions and sets the bureau', () => {
  expect(transactions(program, opensTransactions)).toEqual([])
})
test('nothing names a package registry or a path of somebody’s machine', () => {
  expect(machines(sources)).toEqual([])
})

test('what the papers point to is there', () => {
  expect(papers(sources)).toEqual([])
})

type Rule = (reads: readonly Read[], sources: readonly Source[]) => string[]
const rules = {
  order: (reads) => stageOrder(reads, ['org', 'ledger', 'metrics']),
  doors: frontDoors,
  folders: (reads) => folders(reads),
  layers,
  screens: screensSee,
  browser: browserLoads,
  tables: (reads) => tableNames(reads, ['org.unit', 'ledger.entry', 'platform.outbox'], []),
  ids: (reads) => ledgerIds(reads, ['case', 'work']),
  purity,
  transactions: (reads) =>
    transactions(reads, [{ file: 'platform/db.ts', what: 'transaction', because: 'the helper' }]),
  machines: (_, sources) => machines(sources),
  papers: (_, sources) => papers(sources),
} satisfies Record<string, Rule>

const host = ['https://registry', 'example', 'org'].join('.')
const home = ['', 'home', 'somebody', 'chengji'].join('/')
/** What would be wrong: the rule that must see it, the file, its text, and another file it needs. */
const wrong: [rule: keyof typeof rules, file: string, text: string, more?: Source][] = [
  ['order', 'modules/ledger/commands.ts', `import { figure } from '../metrics/index.ts'`],
  ['order', 'modules/ledger/domain.ts', `import type { Period } from '../metrics/index.ts'`],
  ['order', 'modules/org/index.ts', `export * from '../ledger/contract.ts'`],
  ['order', 'modules/org/jobs.ts', `const late = () => import('../metrics/index.ts')`],
  ['order', 'modules/org/domain.ts', `type Late = import('../metrics/index.ts').Late`],
  ['order', 'modules/gossip/domain.ts', `import { a } from '../org/index.ts'`],
  ['doors', 'modules/metrics/queries.ts', `import { append } from '../ledger/store/append.ts'`],
  ['doors', 'modules/metrics/domain.ts', `export type { Field } from '../ledger/domain.ts'`],
  ['doors', 'server/main.ts', `import { recordMove } from '../modules/ledger/commands.ts'`],
  ['folders', 'modules/ledger/queries.ts', `import { cases } from '../../catalog/ledgers/cases.ts'`],
  ['folders', 'modules/ledger/screens/list-page.tsx', `import { roles } from '../../../catalog/roles.ts'`],
  ['folders', 'platform/http.ts', `import { registerOrg } from '../modules/org/index.ts'`],
  ['folders', 'kit/text.ts', `import type { Instant } from '../platform/clock.ts'`],
  ['folders', 'catalog/ledgers/cases.ts', `import { settle } from '../../server/counting.ts'`],
  ['folders', 'modules/org/load.ts', `const any = (name: string) => import(name)`],
  ['layers', 'modules/ledger/domain/decide.ts', `import { append } from '../store/append.ts'`],
  ['layers', 'modules/ledger/domain.ts', `import type { Row } from './store.ts'`],
  ['layers', 'modules/ledger/store/lists.ts', `import { recordMove } from '../commands.ts'`],
  ['layers', 'modules/ledger/commands.ts', `import { registerLedger } from './routes.ts'`],
  ['layers', 'modules/ledger/queries.ts', `import { onMoved } from './jobs.ts'`],
  [
    'layers',
    'modules/ledger/domain.ts',
    `import { sum } from './sums.ts'`,
    { file: 'modules/ledger/sums.ts', text: `import { rows } from './store.ts'` },
  ],
  ['screens', 'modules/ledger/screens/list-page.tsx', `import { find } from '../store.ts'`],
  ['screens', 'modules/ledger/screens/list-page.tsx', `import type { Row } from '../queries.ts'`],
  ['screens', 'modules/ledger/screens/list-page.tsx', `import { unitName } from '../../org/index.ts'`],
  ['screens', 'modules/ledger/screens/list-page.tsx', `import { openDatabase } from '../../../platform/db.ts'`],
  [
    'browser',
    'modules/ledger/screens/list-page.tsx',
    `import { hashOf } from '../domain.ts'`,
    { file: 'modules/ledger/domain.ts', text: `import { createHash } from 'node:crypto'` },
  ],
  [
    'browser',
    'console/shell.tsx',
    `import { seen } from '../modules/org/screens/index.ts'`,
    { file: 'modules/org/screens/index.ts', text: `export { seen } from '../store.ts'` },
  ],
  ['tables', 'modules/metrics/queries.ts', 'const all = `select * from ledger.entry where tenant = $1`'],
  ['tables', 'modules/ledger/queries.ts', `const gone = 'delete from ledger.entry'`],
  ['tables', 'modules/ledger/commands.ts', 'const any = (t: string) => `select 1 from ledger.$' + '{t}`'],
  ['tables', 'server/counting.ts', `const tables = ['org.unit']`],
  ['tables', 'modules/org/store.ts', `const tell = 'insert into platform.outbox values ($1)'`],
  ['ids', 'modules/ledger/commands.ts', `export const isCase = (ledger: { id: string }) => ledger.id === 'case'`],
  ['ids', 'modules/ledger/screens/list-page.tsx', `export const map = (row: Row) => ('case' !== row.ledger ? 1 : 2)`],
  [
    'ids',
    'modules/metrics/queries.ts',
    `export function f(ledger: L) { switch (ledger.id) { case 'work': return 1 } }`,
  ],
  ['ids', 'modules/metrics/domain.ts', `export const counted = (l: L) => new Set(['case', 'work']).has(l.id)`],
  ['purity', 'modules/org/calendar.ts', `export const today = () => new Date().toISOString()`],
  ['purity', 'modules/ledger/store/lists.ts', `export const now = Date.now()`],
  ['purity', 'modules/ledger/domain/decide.ts', `export const dice = Math.random()`],
  ['purity', 'modules/ledger/domain.ts', `export const region = process.env.REGION`],
  ['purity', 'catalog/ledgers/cases.ts', `export const guard = () => new Date().getDay() === 0`],
  ['purity', 'modules/ledger/domain.ts', `import { readFileSync } from 'node:fs'`],
  [
    'purity',
    'modules/ledger/domain.ts',
    `export * from './salt.ts'`,
    { file: 'modules/ledger/salt.ts', text: `export const salt = () => randomBytes(16)` },
  ],
  ['transactions', 'modules/ledger/commands.ts', `await client.query('BEGIN')`],
  ['transactions', 'server/counting.ts', 'await query(`set local app.tenant = 1`)'],
  ['transactions', 'modules/org/store.ts', `await query("select set_config('app.tenant', $1, true)")`],
  ['transactions', 'server/demonstration.ts', `const owner = new pg.Client({ connectionString })`],
  ['machines', 'how-to/deploy.md', `npm config set registry ${host}`],
  ['machines', 'bin/build.mjs', `cd ${home}`],
  ['papers', 'decisions/0001-one.md', 'see [the other](0002-other.md)'],
  ['papers', 'ARCHITECTURE.md', 'rules are in `modules/ledger/domain/rules.ts`'],
]

test.each(wrong)('what breaks “%s” in %s is reported: %s', (rule, file, text, more) => {
  const invented = [{ file, text }, ...(more ? [more] : [])]
  const broken = rules[rule](invented.filter(({ file }) => /\.tsx?$/.test(file)).map(read), invented)
  expect(
    broken.filter((sentence) => sentence.startsWith(file) || (more && sentence.startsWith(more.file))),
  ).not.toEqual([])
})

test('what is right is not reported', () => {
  const right: Source[] = [
    {
      file: 'modules/ledger/domain.ts',
      text: `import { createHash } from 'node:crypto'\nimport { dayOf } from '../../platform/clock.ts'`,
    },
    {
      file: 'modules/ledger/store.ts',
      text: `import { x } from './domain.ts'\nconst a = 'select 1 from ledger.entry'`,
    },
    { file: 'modules/ledger/sealing.ts', text: `const prelude = "set local lock_timeout = '5s'; select 1"` },
    { file: 'modules/ledger/routes.ts', text: `import { y } from './commands.ts'\nconst at = new Date(0)` },
    {
      file: 'modules/metrics/queries.ts',
      text: `import { drill } from '../ledger/index.ts'\nconst code = 'ledger.stale'`,
    },
    {
      file: 'modules/metrics/screens/figure.tsx',
      text: `import { Row } from '../../ledger/screens/index.ts'\nconst k = kind === 'work'`,
    },
    {
      file: 'server/main.ts',
      text: `import { cases } from '../catalog/index.ts'\nimport { z } from '../modules/org/index.ts'`,
    },
    {
      file: 'README.md',
      text: 'Files lie under DATA_DIR, as root under /var/lib/chengji. See [main](server/main.ts).',
    },
  ]
  const reads = right.filter(({ file }) => /\.tsx?$/.test(file)).map(read)
  for (const [name, rule] of Object.entries(rules)) expect(rule(reads, right), name).toEqual([])
})
