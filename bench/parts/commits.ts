import pg from 'pg'
import type { Place } from './place.ts'

/** Single-row commits a second of the same PostgreSQL, by so many connections at once: what the disk and the machine give. */
export async function plainCommits({ ownerUrl }: Place, clients: number, ms: number): Promise<number> {
  const pool = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      return client
    }),
  )
  await pool[0]!.query('create table if not exists public.bench_commit (at timestamptz not null, note text not null)')
  const insert = { name: 'commit', text: 'insert into public.bench_commit values (now(), $1)', values: ['一行'] }
  let done = 0
  const startedMs = performance.now()
  const untilMs = startedMs + ms
  await Promise.all(
    pool.map(async (client) => {
      for (; performance.now() < untilMs; done++) await client.query(insert)
    }),
  )
  const rate = (done / (performance.now() - startedMs)) * 1000
  await pool[0]!.query('drop table if exists public.bench_commit')
  await Promise.all(pool.map((client) => client.end()))
  return rate
}
