import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { dayOf } from '../../platform/clock.ts'
import { disposition, type Http, serve } from '../../platform/http.ts'
import { getLedger, type Ledger } from '../ledger/index.ts'
import { declaredPapers, listPapers, paperAs, rollFile } from './contract.ts'
import { docxType, paperDocx } from './docx.ts'
import { pagePolicy, paperHtml } from './html.ts'
import { getRoll, type RollsRuntime } from './queries/rolls.ts'
import { getPaper, type PapersRuntime, papersOf, picturesOf } from './queries.ts'

/** The papers of one ledger's records: a list, each as a page, each as a file. */
function ledgerRoutes(http: Http, runtime: PapersRuntime, ledger: Ledger): void {
  const app = http.withTypeProvider<ZodTypeProvider>()
  const asked = ({ actor }: FastifyRequest, id: string) => ({ actor, ledger: ledger.id, id })

  serve(http, listPapers(ledger), async ({ request, params: { id } }) => {
    const found = await papersOf(runtime, asked(request, id))
    return found.map(({ paper, at, written: { title, number } }) => ({ id: paper.id, title, number, on: dayOf(at) }))
  })

  const page = paperAs(ledger, 'page')
  app.get(page.url, page, async (request, reply) => {
    const { id, paper } = request.params
    const written = await getPaper(runtime, asked(request, id), paper)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy)
      .send(paperHtml(written, { docx: 'docx', pictureUrl: (hash) => `/api/files/${hash}?width=1280` }))
  })

  const file = paperAs(ledger, 'docx')
  app.get(file.url, file, async (request, reply) => {
    const { id, paper } = request.params
    const written = await getPaper(runtime, asked(request, id), paper)
    return reply
      .type(docxType)
      .header('cache-control', 'no-store')
      .header('content-disposition', disposition('attachment', `${written.title}${written.number}.docx`))
      .send(await paperDocx(written, await picturesOf(runtime, request.actor, written)))
  })
}

/** A ledger's rolls, filtered as its list is. */
function rollRoutes(http: Http, runtime: RollsRuntime, ledger: Ledger): void {
  const file = rollFile(ledger)
  http.withTypeProvider<ZodTypeProvider>().get(file.url, file, async (request, reply) => {
    const written = await getRoll(runtime, request, ledger, request.params.roll)
    return reply
      .type(docxType)
      .header('cache-control', 'no-store')
      .header('content-disposition', disposition('attachment', `${written.title}${written.number}.docx`))
      .send(await paperDocx(written, new Map()))
  })
}

export function registerPapers(http: Http, runtime: PapersRuntime & RollsRuntime): void {
  serve(http, declaredPapers, async ({ request: { actor } }) =>
    runtime.papers
      .filter(({ ledger }) => actor.grants.some(({ role }) => getLedger(runtime.ledgers, ledger).read[role]))
      .map(({ id, title, ledger }) => ({ id, title, ledger })),
  )
  for (const id of new Set(runtime.papers.map(({ ledger }) => ledger)))
    ledgerRoutes(http, runtime, getLedger(runtime.ledgers, id))
  for (const id of new Set(runtime.rolls.map(({ ledger }) => ledger)))
    rollRoutes(http, runtime, getLedger(runtime.ledgers, id))
}
