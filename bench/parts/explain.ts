import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
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
  /** Rows of tables that were read, or removed by a filter, beyond those of the answer. */
  thrownAway: number
  /** Entries read from indexes alone, beyond those of the answer: what a join of two of them passed over. */
  passedOver: number
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
  const given = answered(plan)
  let [thrownAway, passedOver] = [0, 0]
  const walk = (node: Node) => {
    const loops = node['Actual Loops']
    const beyond = Math.max(0, node['Actual Rows'] * loops - given)
    thrownAway += removals.reduce((sum, name) => sum + (node[name] ?? 0) * loops, 0)
    if (node['Node Type'] === 'Index Only Scan') passedOver += beyond
    else if (node['Relation Name']) thrownAway += beyond
    node.Plans?.forEach(walk)
  }
  walk(plan)
  return { text, plan, given, thrownAway: Math.round(thrownAway), passedOver: Math.round(passedOver) }
}
const removals = ['Rows Removed by Filter', 'Rows Removed by Join Filter', 'Rows Removed by Index Recheck'] as const

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
  const name = `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''} ${rows}${away}`.replace(
    '  ',
    ' ',
  )
  return node.Plans ? `${name}(${node.Plans.map(sketch).join(', ')})` : name
}
