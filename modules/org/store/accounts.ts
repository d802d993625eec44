import { sql } from 'kysely'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { insertRows } from './rows.ts'

export interface Account {
  account: string
  person: string
  passwordHash: string
  demo: boolean
  changedAt: Instant
}

export const insertAccounts = (tx: Tx, accounts: readonly Account[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.account (tenant, account, person, password_hash, demo, changed_at)`,
    accounts.map(({ account, person, passwordHash, demo, changedAt }) => [
      account,
      person,
      passwordHash,
      demo,
      changedAt,
    ]),
  )
const accountColumns = 'account, person, password_hash as "passwordHash", demo, changed_at as "changedAt"'
export async function findAccount(tx: Tx, account: string): Promise<Account | undefined> {
  const [found] = await tx.query<Account>(
    `select ${accountColumns} from org.account where tenant = $1 and account = $2`,
    [tx.tenant, account],
  )
  return found
}
export const findAccounts = (tx: Tx): Promise<Account[]> =>
  tx.query<Account>(`select ${accountColumns} from org.account where tenant = $1 order by account`, [tx.tenant])
export async function updatePassword(tx: Tx, account: string, passwordHash: string, at: Instant): Promise<void> {
  await tx.query('update org.account set password_hash = $3, changed_at = $4 where tenant = $1 and account = $2', [
    tx.tenant,
    account,
    passwordHash,
    at,
  ])
}
export async function deleteAccounts(tx: Tx, person: string): Promise<void> {
  await tx.query('delete from org.account where tenant = $1 and person = $2', [tx.tenant, person])
}
