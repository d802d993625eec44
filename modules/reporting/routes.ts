import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { dayOf } from '../../platform/clock.ts'
import { disposition, type Http, serve } from '../../platform/http.ts'
import { bureauTitle } from '../../platform/tenants.ts'
import { paperDocx } from '../papers/index.ts'
import { documentsOf, getDocument, publish, type ReportingRuntime, withdraw } from './commands.ts'
import { compose } from './compose.ts'
import * as contract from './contract.ts'
import { plain } from './domain.ts'
import { sectionsHtml } from './html.ts'
import { publicBureau, publicBureaus, publicFigure, publicSnapshot } from './queries.ts'
import type { Body } from './snapshot.ts'
import { listSnapshots } from './store.ts'
import { writtenReport } from './written.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const publicUrl = (tenant: string, snapshot: string) => `/public/${tenant}/${snapshot}`
/** The contract's lists may be written to, the domain's may not: the same values. */
const bodyView = (body: Body) => body as unknown as (typeof contract.bodyView)['_zod']['output']

function registerDesk(http: Http, runtime: ReportingRuntime, settle: (tenant: string) => Promise<void>): void {
  const { database } = runtime

  serve(http, contract.listDocuments, async ({ request }) => {
    const { tenant } = request.actor
    const bureau = await bureauTitle(database, tenant)
    return documentsOf(runtime, tenant).map(({ id, title, form, year, figures }) => ({
      id,
      title: plain(year === undefined ? title.replace('{year}年度', '') : title, { year: year ?? 0, bureau }),
      form,
      year: year ?? null,
      figures: figures.length,
    }))
  })

  const composed = async (tenant: string, id: string, year: number) => {
    const document = getDocument(runtime, tenant, id, year)
    await settle(tenant)
    const sources = {
      catalog: runtime.ledgers,
      schemes: runtime.schemes,
      year,
      world: await runtime.world(tenant),
      bureau: await bureauTitle(database, tenant),
      seal: { n: 0, at: runtime.clock.now(), hash: '' },
    }
    return database.inTenant(tenant, (tx) => compose(tx, document, sources, false))
  }

  serve(http, contract.previewDocument, async ({ request, params, query: { year } }) => {
    const { body, faults } = await composed(request.actor.tenant, params.id, year)
    const html = sectionsHtml(body.sections, { figures: body.figures, hrefOf: ({ id }) => `#${id}` })
    return { body: bodyView(body), html, faults }
  })

  const file = contract.documentFile
  http.withTypeProvider<ZodTypeProvider>().get(file.url, file, async (request, reply) => {
    const { tenant } = request.actor
    const { body } = await composed(tenant, request.params.id, request.query.year)
    return reply
      .type(docxType)
      .header('cache-control', 'no-store')
      .header('content-disposition', disposition('attachment', `${body.title}.docx`))
      .send(await paperDocx(writtenReport(body, dayOf(runtime.clock.now())), new Map()))
  })

  serve(http, contract.publishDocument, async ({ request, params, body: { year } }) => {
    const {
      publishedBy: _,
      body: __,
      tenant,
      ...head
    } = await publish(runtime, request.actor, {
      document: params.id,
      year,
    })
    return { ...head, url: publicUrl(tenant, head.id) }
  })

  serve(http, contract.listPublished, async ({ request }) => {
    const { tenant } = request.actor
    const world = await runtime.world(tenant)
    const heads = await database.inTenant(tenant, listSnapshots, { readOnly: true })
    return heads.map(({ publishedBy, ...head }) => ({
      ...head,
      publishedByName: world.personName(publishedBy),
      url: publicUrl(tenant, head.id),
    }))
  })

  serve(http, contract.withdrawPublished, async ({ request, params, body: { reason } }) =>
    withdraw(runtime, request.actor, { snapshot: params.id, reason }),
  )
}

function registerPublic(http: Http, { database }: Pick<ReportingRuntime, 'database'>): void {
  serve(http, contract.publicHome, async () =>
    (await publicBureaus(database)).map(({ tenant, snapshots }) => ({ ...tenant, reports: snapshots.length })),
  )
  serve(http, contract.publicList, async ({ params }) => publicBureau(database, params.tenant))
  serve(http, contract.publicReport, async ({ params }) => {
    const { tenant, snapshot, withdrawn, newer } = await publicSnapshot(database, params.tenant, params.snapshot)
    const { publishedBy: _, body, ...head } = snapshot
    return { ...head, tenant, withdrawn, newer, body: bodyView(body) }
  })
  serve(http, contract.publicRows, async ({ params, query }) => {
    const { figure, part, page, pages, rows } = await publicFigure(database, params, query)
    return {
      figure: figure as unknown as contract.FigureView,
      part,
      page,
      pages,
      total: figure.parts[part]?.rows ?? 0,
      rows,
    }
  })
}

/** The desk's addresses and the public ones. `settle` has the counts follow what was entered a moment ago. */
export function registerReporting(
  http: Http,
  runtime: ReportingRuntime,
  settle: (tenant: string) => Promise<void>,
): void {
  registerDesk(http, runtime, settle)
  registerPublic(http, runtime)
}
