import type { Socket } from 'node:net'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import pg from 'pg'

/** One transaction of one bureau. Static SQL goes through `query`; `named` keeps its plan on the connection; lists that
 *  are put together from filters are built with `sql` (kysely, compile only) and sent by `run`. */
export interface Tx {
  readonly tenant: string
  readonly client: pg.PoolClient
  query<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>
  named<R = Record<string, unknown>>(name: string, text: string, values: readonly unknown[]): Promise<R[]>
  run<R>(query: RawBuilder<R>): Promise<R[]>
  /** Sends the commit behind what was sent before, without waiting for its answers; nothing may be asked after it. For work
   *  whose every statement fails when something does not hold: the commit then becomes a rollback, and the work throws. */
  commit(): void
}
export interface TxOptions {
  readOnly?: boolean
  /** Said first, in the same text: e.g. the shared lock of the ledger's epoch. Literal SQL, never user input. */
  prelude?: string
  timeoutMs?: number
}
export interface Database {
  /** Opens a transaction, sets the tenant, commits. The only way to the tables of a bureau. */
  inTenant<T>(tenant: string, work: (tx: Tx) => Promise<T>, options?: TxOptions): Promise<T>
  /** Tables without a tenant only (platform.tenant, platform.migration). */
  outside<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString())
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))

/** Compiles queries; it has no connection of its own. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

declare module 'pg' {
  interface ClientBase {
    /** What node-postgres sends with: its stream is a socket. */
    readonly connection: { readonly stream: Socket }
  }
}

const tenantPattern = /^\d{6}(\d{2})?$/
const begin = (tenant: string, { readOnly, prelude = '', timeoutMs }: TxOptions) => {
  if (!tenantPattern.test(tenant)) throw new Error(`not a tenant: ${JSON.stringify(tenant)}`)
  const timeout = timeoutMs ? `set local statement_timeout = ${Math.floor(timeoutMs)};` : ''
  return `begin${readOnly ? ' read only' : ''};set local app.tenant = ${pg.escapeLiteral(tenant)};${timeout}${prelude}`
}

/** Statements asked for in one go leave in one packet: a call of the system costs as much as a small statement. */
function send(client: pg.PoolClient, query: string | pg.QueryConfig): Promise<pg.QueryResult> {
  const { stream } = client.connection
  if (!stream.writableCorked) {
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
  return client.query(query)
}

function txOn(client: pg.PoolClient, tenant: string, committing: (sent: Promise<pg.QueryResult>) => void): Tx {
  const rowsOf = async <R>(query: pg.QueryConfig) => (await send(client, query)).rows as R[]
  const query = <R>(text: string, values: readonly unknown[] = []) => rowsOf<R>({ text, values: [...values] })
  return {
    tenant,
    client,
    query,
    named: <R>(name: string, text: string, values: readonly unknown[]) =>
      rowsOf<R>({ name, text, values: [...values] }),
    commit: () => committing(send(client, 'commit')),
    run: <R>(built: RawBuilder<R>) => {
      const { sql, parameters } = built.compile(compiler)
      return query<R>(sql, parameters)
    },
  }
}

export function openDatabase(
  url: string,
  { max = 10, name = 'chengji' }: { max?: number; name?: string } = {},
): Database {
  // Statements are sent as they are asked for and answered in that order: what does not wait for an answer costs no
  // further round trip.
  const pool = new pg.Pool({ connectionString: url, max, application_name: name, pipeline: true })
  // Without these listeners a dropped connection ends the process: the pool's for idle ones, the client's for those in use.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    async inTenant(tenant, work, options = {}) {
      const text = begin(tenant, options)
      const client = await pool.connect()
      let broken: Error | undefined
      let committed: Promise<pg.QueryResult> | undefined
      const begun = send(client, text)
      begun.catch(() => {}) // told below
      try {
        const tx = txOn(client, tenant, (sent) => {
          committed = sent
          sent.catch(() => {}) // told below
        })
        const result = await work(tx)
        await begun
        // Nothing hangs on the end of what only read: who asked does not wait for it.
        if (options.readOnly && !committed) {
          send(client, 'commit').catch(() => {})
          return result
        }
        // A failed transaction answers COMMIT with ROLLBACK and no error.
        const { command } = await (committed ?? send(client, 'commit'))
        if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure
        })
        // Everything after a beginning that failed fails too: the first reason is the one to tell.
        throw await begun.then(
          () => error,
          (first) => first,
        )
      } finally {
        client.release(broken)
      }
    },
    outside: async <R>(text: string, values: readonly unknown[] = []) =>
      (await pool.query(text, values as unknown[])).rows as R[],
    close: () => pool.end(),
  }
}
