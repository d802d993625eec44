import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { dayOf } from '../../platform/clock.ts'
import { disposition, type Http, serve } from '../../platform/http.ts'
import { officeProgram, pdfOf } from '../../platform/office.ts'
import { bureauTitle } from '../../platform/tenants.ts'
import type { Actor } from '../ledger/index.ts'
import type { OrgView } from '../org/index.ts'
import { docxType, paperDocx } from '../papers/index.ts'
import { editsOf, writeText } from './commands/write.ts'
import { approve, sendBack, submit, withdraw } from './commands.ts'
import { compose } from './compose.ts'
import * as contract from './contract.ts'
import { unprovenIn } from './domain/digits.ts'
import { edited } from './domain/edits.ts'
import { plain } from './domain.ts'
import { sectionsHtml } from './html.ts'
import { findingsIn } from './proof.ts'
import { review, type Submitted, submissions } from './queries/review.ts'
import { listPublished, publicBureau, publicBureaus, publicFigure, publicSnapshot } from './queries.ts'
import { documentsOf, getDocument, type ReportingRuntime } from './runtime.ts'
import { type Body, hashPublic } from './snapshot.ts'
import { writtenReport } from './written.ts'

const publicUrl = (tenant: string, snapshot: string) => `/public/${tenant}/${snapshot}`
/** The contract's lists may be written to, the domain's may not: the same values. */
const bodyView = (body: Body) => body as unknown as (typeof contract.bodyView)['_zod']['output']

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

/** What a document is composed from as the ledgers stand now. */
const sourcesOf = async (runtime: ReportingRuntime, tenant: string) => ({
  catalog: runtime.ledgers,
  schemes: runtime.schemes,
  world: await runtime.world(tenant),
  bureau: await bureauTitle(runtime.database, tenant),
  seal: { n: 0, at: runtime.clock.now(), hash: '' },
})

type Settle = (tenant: string) => Promise<void>

function registerDesk(http: Http, runtime: ReportingRuntime, settle: Settle): void {
  const { database } = runtime

  serve(http, contract.listDocuments, async ({ request }) => {
    const { tenant } = request.actor
    const bureau = await bureauTitle(database, tenant)
    return documentsOf(runtime, tenant).map(({ id, title, form, layout, year }) => ({
      id,
      title: plain(year === undefined ? title.replace('{year}年度', '') : title, { year: year ?? 0, bureau }),
      form,
      layout,
      year: year ?? null,
    }))
  })

  const composed = async (tenant: string, id: string, year: number) => {
    const document = getDocument(runtime, tenant, id, year)
    await settle(tenant)
    const sources = { ...(await sourcesOf(runtime, tenant)), year }
    return database.inTenant(tenant, async (tx) =>
      compose(tx, edited(document, await editsOf(tx, id, year)), sources, false),
    )
  }

  serve(http, contract.previewDocument, async ({ request, params, query: { year } }) => {
    const { body, faults } = await composed(request.actor.tenant, params.id, year)
    const html = sectionsHtml(body.sections, { figures: body.figures, hrefOf: ({ id }) => `#${id}` })
    return {
      body: bodyView(body),
      html,
      faults,
      unproven: unprovenIn(body.sections),
      findings: await findingsIn(runtime, body),
      pdf: officeProgram() !== undefined,
    }
  })

  const app = http.withTypeProvider<ZodTypeProvider>()
  const types = { docx: docxType, pdf: 'application/pdf' } as const
  for (const form of ['docx', 'pdf'] as const) {
    const file = contract.documentFiles[form]
    app.get(file.url, file, async (request, reply) => {
      const { body } = await composed(request.actor.tenant, request.params.id, request.query.year)
      const docx = await paperDocx(writtenReport(body, dayOf(runtime.clock.now())), new Map())
      return reply
        .type(types[form])
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition('attachment', `${body.title}.${form}`))
        .send(form === 'pdf' ? await pdfOf(docx) : docx)
    })
  }

  serve(http, contract.writeDocument, ({ request, params, body }) =>
    writeText(runtime, request.actor, { document: params.id, ...body }),
  )

  serve(http, contract.submitDocument, async ({ request, params, body }) =>
    submit(runtime, request.actor, { document: params.id, ...body }),
  )

  serve(http, contract.listPublished, async ({ request }) => {
    const { tenant } = request.actor
    const world = await runtime.world(tenant)
    const heads = await database.inTenant(tenant, listPublished, { readOnly: true })
    return heads.map((head) => ({
      ...head,
      submittedByName: world.personName(head.submittedBy),
      publishedByName: world.personName(head.decision!.by),
      url: publicUrl(tenant, head.id),
    }))
  })

  serve(http, contract.withdrawPublished, async ({ request, params, body: { reason } }) =>
    withdraw(runtime, request.actor, { snapshot: params.id, reason }),
  )
}

function registerReview(http: Http, runtime: ReportingRuntime, settle: Settle): void {
  const { database, clock } = runtime
  const told = (
    world: OrgView,
    actor: Actor,
    { submittedBy, decision }: Pick<Submitted, 'submittedBy' | 'decision'>,
  ) => ({
    submittedByName: world.personName(submittedBy),
    mine: submittedBy === actor.person,
    decision: decision && { ...decision, byName: world.personName(decision.by) },
  })

  serve(http, contract.listSubmitted, async ({ request: { actor } }) => {
    const world = await runtime.world(actor.tenant)
    const all = await database.inTenant(actor.tenant, (tx) => submissions(tx, clock.now()), { readOnly: true })
    return all.map((one) => ({ ...one, ...told(world, actor, one) }))
  })

  serve(http, contract.reviewSubmitted, async ({ request: { actor }, params }) => {
    const { tenant } = actor
    await settle(tenant)
    const sources = await sourcesOf(runtime, tenant)
    const { snapshot, decision, answers, differences } = await database.inTenant(tenant, (tx) =>
      review(tx, runtime, params.id, sources),
    )
    const { body, ...head } = snapshot
    return {
      ...head,
      ...told(sources.world, actor, { submittedBy: snapshot.submittedBy, decision }),
      body: bodyView(body),
      unproven: unprovenIn(body.sections),
      unprovenReason: textOrNull(answers.unprovenReason),
      findings: Number(answers.findings ?? 0),
      found: await findingsIn(runtime, body),
      findingsReason: textOrNull(answers.findingsReason),
      due: textOrNull(answers.until),
      differences,
    }
  })

  serve(http, contract.approveSubmitted, async ({ request, params }) => {
    const published = await approve(runtime, request.actor, { snapshot: params.id })
    return { ...published, url: publicUrl(published.tenant, published.id) }
  })

  serve(http, contract.returnSubmitted, async ({ request, params, body: { reason } }) =>
    sendBack(runtime, request.actor, { snapshot: params.id, reason }),
  )
}

function registerPublic(http: Http, { database }: Pick<ReportingRuntime, 'database'>): void {
  serve(http, contract.publicHome, async () =>
    (await publicBureaus(database)).map(({ tenant, snapshots }) => ({ ...tenant, reports: snapshots.length })),
  )
  serve(http, contract.publicList, async ({ params }) => publicBureau(database, params.tenant))
  serve(http, contract.publicReport, async ({ params }) => {
    const opened = await publicSnapshot(database, params.tenant, params.snapshot)
    const { snapshot } = opened
    return { ...snapshot, ...opened, publicHash: hashPublic(snapshot), body: bodyView(snapshot.body) }
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
export function registerReporting(http: Http, runtime: ReportingRuntime, settle: Settle): void {
  registerDesk(http, runtime, settle)
  registerReview(http, runtime, settle)
  registerPublic(http, runtime)
}
