import type { Database, Tx } from './db.ts'

/** A bureau as the platform knows it. `tenant` is its region code, with two digits more for a second body there. */
export interface Tenant {
  tenant: string
  title: string
  /** The short form in document numbers: 零陵. */
  short: string
  demo: boolean
}

/** Every bureau of this installation, by its code. */
export const findTenants = (database: Database): Promise<Tenant[]> =>
  database.outside<Tenant>('select tenant, title, short, demo from platform.tenant order by tenant')

/** What the bureau is called. */
export async function bureauTitle(database: Database, tenant: string): Promise<string> {
  const tenants = await findTenants(database)
  return tenants.find((one) => one.tenant === tenant)?.title ?? tenant
}

export async function addTenant(tx: Tx, { title, short, demo }: Omit<Tenant, 'tenant'>): Promise<void> {
  await tx.query('insert into platform.tenant (tenant, title, short, demo) values ($1, $2, $3, $4)', [
    tx.tenant,
    title,
    short,
    demo,
  ])
}

/** What the bureau is called in the numbers of its papers: 零陵. */
export async function findShort(tx: Tx): Promise<string> {
  const rows = await tx.query<{ short: string }>('select short from platform.tenant where tenant = $1', [tx.tenant])
  return rows[0]?.short ?? ''
}
