import pg from 'pg'
import type { Place } from './place.ts'

/** PostgreSQL's own account of its statements, for `openPlace`. It costs a little itself. */
export const statementsKept = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track_planning=on',
].flatMap((setting) => ['-c', setting])

/** Says what the statements of the application cost since the last time, the dearest first. */
export async function sayStatements({ ownerUrl }: Place): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create extension if not exists pg_stat_statements')
  const { rows } = await owner.query<{ calls: number; ms: number; mean: number; plan: number; text: string }>(
    `select calls::int, (total_exec_time + total_plan_time)::float8 as ms, mean_exec_time::float8 as mean, mean_plan_time::float8 as plan,
       regexp_replace(query, '\\s+', ' ', 'g') as text
     from pg_stat_statements order by 2 desc limit 25`,
  )
  for (const { calls, ms, mean, plan, text } of rows)
    console.log(
      `  ${ms.toFixed(0).padStart(7)} ms ${String(calls).padStart(7)} × ${mean.toFixed(3).padStart(8)} ms + ${plan.toFixed(3)} planned  ${text.slice(0, 150)}`,
    )
  await owner.query('select pg_stat_statements_reset()')
  await owner.end()
}
