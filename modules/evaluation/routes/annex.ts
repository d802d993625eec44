import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { disposition, type Http } from '../../../platform/http.ts'
import { bureauTitle } from '../../../platform/tenants.ts'
import type { LedgerRuntime } from '../../ledger/index.ts'
import { docxType, pagePolicy, paperDocx, paperHtml } from '../../papers/index.ts'
import { annexOf } from '../annex/gather.ts'
import { annexDocument } from '../annex/write.ts'
import { annexFile } from '../contract.ts'
import type { Scheme } from '../domain.ts'

/** 佐证材料 as a page and as a Word file. */
export function registerAnnex(
  http: Http,
  { database, ledgers: catalog, clock, world }: Pick<LedgerRuntime, 'database' | 'ledgers' | 'clock' | 'world'>,
  schemes: readonly Scheme[],
  settle: (tenant: string) => Promise<void>,
): void {
  http.withTypeProvider<ZodTypeProvider>().get(annexFile.url, annexFile, async (request, reply) => {
    const { as, year, project, asOf } = request.query
    const { tenant } = request.actor
    if (asOf === undefined) await settle(tenant)
    const bureau = await bureauTitle(database, tenant)
    const view = await world(tenant)
    const sight = { catalog, schemes, year, asOf, unitName: (unit: string) => view.unitName(unit) }
    const annex = await database.inTenant(tenant, (tx) => annexOf(tx, sight, project))
    const written = annexDocument(annex, bureau, clock.now())
    reply.header('cache-control', 'no-store')
    if (as === 'docx')
      return reply
        .type(docxType)
        .header('content-disposition', disposition('attachment', `${written.title}${written.number}.docx`))
        .send(await paperDocx(written, new Map()))
    const { url } = request
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(paperHtml(written, { docx: `${url}${url.includes('?') ? '&' : '?'}as=docx`, pictureUrl: () => '' }))
  })
}
