import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}
/** What one statement did. */
export interface Explained {
  text: string
  /** Rows read from tables or taken from an index alone, that are in no answer. */
  thrownAway: number
  /** The same by table. */
  read: Record<string, number>
  given: number
  plan: Node
}

/** A transaction that keeps the plan of each statement beside doing it. */
export function explaining(tx: Tx): { tx: Tx; plans: Explained[] } {
  const plans: Explained[] = []
  const explain = async (text: string, values: readonly unknown[]) => {
    const [row] = await tx.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${text}`, values)
    plans.push(judged(text, row!['QUERY PLAN'][0]!.Plan))
  }
  const observed: Tx = {
    ...tx,
    async query<R>(text: string, values: readonly unknown[] = []) {
      await explain(text, values)
      return tx.query<R>(text, values)
    },
    async named<R>(_: string, text: string, values: readonly unknown[]) {
      await explain(text, values)
      return tx.query<R>(text, values)
    },
    run<R>(built: RawBuilder<R>) {
      const { sql, parameters } = built.compile(compiler)
      return observed.query<R>(sql, parameters)
    },
  }
  return { tx: observed, plans }
}

function judged(text: string, plan: Node): Explained {
  const read: Record<string, number> = {}
  let removed = 0
  const walk = (node: Node) => {
    const loops = node['Actual Loops']
    const away = ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * loops
    removed += (node['Rows Removed by Join Filter'] ?? 0) * loops
    const table = node['Relation Name']
    if (table) read[table] = (read[table] ?? 0) + node['Actual Rows'] * loops + away
    node.Plans?.forEach(walk)
  }
  walk(plan)
  const given = answered(plan)
  const beyond = Object.values(read).map((rows) => Math.max(0, rows - given))
  return { text, plan, read, given, thrownAway: Math.round(removed + Math.max(0, ...beyond)) }
}

/** The rows of an answer; a count answers with all it counted. */
function answered(plan: Node): number {
  let node = plan
  while (node['Node Type'] === 'Aggregate' && node.Plans?.[0]) node = node.Plans[0]
  return node['Actual Rows'] * node['Actual Loops']
}

/** A plan on one line: `Limit > Nested Loop(Index Only Scan gram_pkey 51, Index Scan record_pkey 1×51)`. */
export function sketch(node: Node): string {
  const rows = `${Math.round(node['Actual Rows'])}${node['Actual Loops'] > 1 ? `×${node['Actual Loops']}` : ''}`
  const away = node['Rows Removed by Filter'] ? ` −${node['Rows Removed by Filter']}` : ''
  const name = `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''} ${rows}${away}`.replace('  ', ' ')
  return node.Plans ? `${name}(${node.Plans.map(sketch).join(', ')})` : name
}
