import type { Instant } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { findTenants, type Tenant } from '../../platform/tenants.ts'
import { publishedOf } from './fate.ts'
import { type FrozenFigure, type Part, type PublicRow, pagesOf, type Snapshot } from './snapshot.ts'
import {
  findSnapshot,
  listSnapshots,
  rowsOf,
  type SnapshotHead,
  type Spread,
  spreadOf,
  type Withdrawal,
} from './store.ts'

/** A report the public reads, and since when. */
export type PublishedHead = SnapshotHead & { publishedAt: Instant }
/** What a person without a name may read: publications, and nothing else. */
export interface PublicBureau {
  tenant: Tenant
  snapshots: PublishedHead[]
}
export interface PublicSnapshot {
  tenant: Tenant
  snapshot: Snapshot
  publishedAt: Instant
  withdrawn: Withdrawal | null
  /** A later publication of the same document and period. */
  newer: string | null
}
export interface PublicFigure extends PublicSnapshot {
  figure: FrozenFigure
  part: Part
  page: number
  pages: number
  rows: PublicRow[]
  /** How the part is spread over the months and the classes. */
  months: Spread[]
  classes: Spread[]
}

const noBureau = () => notFound('public.no-bureau', '没有这个单位；请从公开首页进入。')
const noSnapshot = () => notFound('public.no-snapshot', '没有这份公开的报告；请从该单位的公开列表进入。')
const noFigure = () => notFound('public.no-figure', '报告中没有这个数字；请从报告正文点开。')

async function getTenant(database: Database, code: string): Promise<Tenant> {
  if (!/^\d{6}(\d{2})?$/.test(code)) throw noBureau()
  const found = (await findTenants(database)).find(({ tenant }) => tenant === code)
  if (!found) throw noBureau()
  return found
}

export const listPublished = async (tx: Tx): Promise<PublishedHead[]> => publishedOf(await listSnapshots(tx))

/** The latest publication of the same document and period, where that is a later one. `all` is newest first. */
export function replacedBy(
  all: readonly PublishedHead[],
  { document, period, publishedAt }: Pick<PublishedHead, 'document' | 'period' | 'publishedAt'>,
): PublishedHead | undefined {
  const newest = all.find((one) => one.document === document && one.period === period && !one.withdrawn)
  return newest && newest.publishedAt > publishedAt ? newest : undefined
}

/** Every bureau that has published something. */
export async function publicBureaus(database: Database): Promise<PublicBureau[]> {
  const bureaus: PublicBureau[] = []
  for (const tenant of await findTenants(database)) {
    const snapshots = await database.inTenant(tenant.tenant, listPublished, { readOnly: true })
    if (snapshots.length) bureaus.push({ tenant, snapshots })
  }
  return bureaus
}

export async function publicBureau(database: Database, code: string): Promise<PublicBureau> {
  const tenant = await getTenant(database, code)
  return { tenant, snapshots: await database.inTenant(tenant.tenant, listPublished, { readOnly: true }) }
}

export async function publicSnapshot(database: Database, code: string, id: string): Promise<PublicSnapshot> {
  const tenant = await getTenant(database, code)
  const read = await database.inTenant(
    tenant.tenant,
    async (tx) => ({ found: await findSnapshot(tx, id), all: await listPublished(tx) }),
    { readOnly: true },
  )
  if (!read.found?.decision?.approved) throw noSnapshot()
  const { snapshot, withdrawn, decision } = read.found
  const publishedAt = decision.at
  const newer = replacedBy(read.all, { ...snapshot, publishedAt })?.id ?? null
  return { tenant, snapshot, publishedAt, withdrawn, newer }
}

/** All the rows behind all the figures of a publication. */
export async function publicRows(
  database: Database,
  { tenant, id, body }: Snapshot,
): Promise<{ figure: string; part: Part; rows: PublicRow[] }[]> {
  return database.inTenant(
    tenant,
    async (tx) => {
      const all: { figure: string; part: Part; rows: PublicRow[] }[] = []
      for (const { id: figure, parts } of body.figures)
        for (const part of Object.keys(parts) as Part[])
          all.push({ figure, part, rows: await rowsOf(tx, id, figure, part) })
      return all
    },
    { readOnly: true },
  )
}

/** One figure with a page of what it counts. A page beyond the last one is the last one. */
export async function publicFigure(
  database: Database,
  where: { tenant: string; snapshot: string; figure: string },
  { part = 'num', page = 1 }: { part?: Part | undefined; page?: number | undefined },
): Promise<PublicFigure> {
  const opened = await publicSnapshot(database, where.tenant, where.snapshot)
  const figure = opened.snapshot.body.figures.find(({ id }) => id === where.figure)
  if (!figure) throw noFigure()
  const pages = pagesOf(figure.parts[part]?.rows ?? 0)
  const shown = Math.min(Math.max(1, page), pages)
  const { id } = opened.snapshot
  const read = await database.inTenant(
    opened.tenant.tenant,
    async (tx) => ({
      rows: await rowsOf(tx, id, figure.id, part, shown),
      ...(await spreadOf(tx, id, figure.id, part)),
    }),
    { readOnly: true },
  )
  return { ...opened, figure, part, page: shown, pages, ...read }
}
