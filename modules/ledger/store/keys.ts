import type { Tx } from '../../../platform/db.ts'
import type { KeyName, Ledger } from '../domain.ts'

const voidedIn = ({ states }: Ledger) => Object.keys(states).filter((name) => states[name]!.tone === 'void')

/** What the records with these codes are called, whether any that has not been taken back is among them. A code that was
 *  given again is called what its newest record says. */
export async function findKeyed(
  tx: Tx,
  ledger: Ledger,
  codes: readonly string[],
): Promise<Map<string, { name: string; stands: boolean }>> {
  if (!codes.length || !ledger.keyed) return new Map()
  const rows = await tx.query<{ code: string; name: string | null; state: string }>(
    `select class as code, data->>$3 as name, state from ledger.record
     where tenant = $1 and ledger = $2 and class = any($4::text[]) order by id`,
    [tx.tenant, ledger.id, ledger.keyed.name, [...new Set(codes)]],
  )
  const voided = voidedIn(ledger)
  const found = new Map<string, { name: string; stands: boolean }>()
  for (const { code, name, state } of rows) {
    const stands = !voided.includes(state)
    if (stands || !found.get(code)?.stands) found.set(code, { name: name ?? code, stands })
  }
  return found
}

/** Codes and names of the records that have not been taken back, newest first; of those that contain `words`. For
 *  registers, which stay small: projects. */
export function keysOf(tx: Tx, ledger: Ledger, words: string, most: number): Promise<KeyName[]> {
  return tx.query<KeyName>(
    `select class as code, coalesce(data->>$3, class) as name from ledger.record
     where tenant = $1 and ledger = $2 and not state = any($4::text[])
       and position($5 in lower(class || ' ' || coalesce(data->>$3, ''))) > 0
     order by id desc limit $6`,
    [tx.tenant, ledger.id, ledger.keyed?.name ?? '', voidedIn(ledger), words.trim().toLowerCase(), most],
  )
}
