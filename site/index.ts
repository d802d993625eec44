import type { FastifyReply } from 'fastify'
import { openSurveys } from '../modules/evaluation/index.ts'
import { disclosed, disclosures } from '../modules/ledger/index.ts'
import {
  publicBureau,
  publicBureaus,
  publicFigure,
  publicSnapshot,
  publishedSearch,
} from '../modules/reporting/index.ts'
import { dayOf } from '../platform/clock.ts'
import { notFound, Refusal } from '../platform/errors.ts'
import { atMost, disposition, type Http } from '../platform/http.ts'
import { registerChecks } from './checks.ts'
import { listPage } from './lists.ts'
import { registerMark } from './mark.ts'
import { packager } from './package.ts'
import { bureauPage, figurePage, homePage, missingPage, reportPage } from './pages.ts'
import { longestSearch } from './search-form.ts'
import { searchPage } from './search-page.ts'
import { registerSurveys, type SiteRuntime } from './surveys.ts'

const config = { permission: 'public' }
const schema = { hide: true }

const missing = (reply: FastifyReply, error: unknown): FastifyReply => {
  if (!(error instanceof Refusal) || error.status !== 404) throw error
  return reply
    .code(404)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(missingPage(error.sentence))
}

/** Sends a page; what is not there is told on a page too, since people read this and not programs. */
async function send(reply: FastifyReply, page: () => Promise<string>): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8')
  try {
    const text = await page()
    return reply.header('cache-control', 'public, max-age=60').send(text)
  } catch (error) {
    return missing(reply, error)
  }
}

const packagesPerMinute = 12
const searchesPerMinute = 60
const partOf = (text: unknown) => (text === 'den' ? 'den' : 'num')
const pageOf = (text: unknown) => (typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1)

function registerSearch(http: Http, { database }: SiteRuntime): void {
  const search = publishedSearch(database)
  const seldom = atMost(http, searchesPerMinute, ({ ip }) => `search ${ip}`)
  http.get<{ Querystring: { q?: unknown; bureau?: unknown } }>(
    '/public/search',
    { config, schema },
    async (request, reply) => {
      await seldom(request)
      const { q, bureau } = request.query
      const typed = typeof q === 'string' ? q.slice(0, longestSearch) : ''
      return send(reply, async () => {
        const tenant = typeof bureau === 'string' && bureau ? (await publicBureau(database, bureau)).tenant : undefined
        return searchPage({ typed, tenant, result: await search(typed, tenant?.tenant) })
      })
    },
  )
}

/** The public pages: publications, the lists the law publishes, and surveys; no session, no script. */
export function registerSite(http: Http, runtime: SiteRuntime): void {
  const { database, ledgers, clock, world } = runtime
  registerSurveys(http, runtime)
  registerChecks(http)
  registerMark(http)
  const today = () => dayOf(clock.now())
  const packageFor = packager(database)
  // Packing is work: whoever wants many packages has to wait.
  const seldom = atMost(http, packagesPerMinute, ({ ip }) => `package ${ip}`)
  http.get('/public', { config, schema }, (_request, reply) =>
    send(reply, async () => homePage(await publicBureaus(database))),
  )
  registerSearch(http, runtime)
  http.get<{ Params: { tenant: string } }>('/public/:tenant', { config, schema }, ({ params }, reply) =>
    send(reply, async () => {
      const bureau = await publicBureau(database, params.tenant)
      const [lists, surveys] = await database.inTenant(
        params.tenant,
        async (tx) => [await disclosures(tx, ledgers, today()), await openSurveys(tx, today())] as const,
        { readOnly: true },
      )
      return bureauPage(bureau, lists, surveys)
    }),
  )
  http.get<{ Params: { tenant: string; ledger: string }; Querystring: { page?: unknown } }>(
    '/public/:tenant/lists/:ledger',
    { config, schema },
    ({ params, query }, reply) =>
      send(reply, async () => {
        const { tenant } = await publicBureau(database, params.tenant)
        const ledger = ledgers.get(params.ledger)
        if (!ledger?.publishes) throw notFound('site.no-list', '没有这份公示；请从单位的公开页面进入。')
        const { publishes } = ledger
        const asked = { world: await world(params.tenant), on: today(), page: pageOf(query.page) }
        const list = await database.inTenant(params.tenant, (tx) => disclosed(tx, ledger, publishes, asked), {
          readOnly: true,
        })
        return listPage(tenant, list, asked.page)
      }),
  )
  http.get<{ Params: { tenant: string; snapshot: string } }>(
    '/public/:tenant/:snapshot',
    { config, schema },
    ({ params }, reply) =>
      send(reply, async () => reportPage(await publicSnapshot(database, params.tenant, params.snapshot))),
  )
  http.get<{ Params: { tenant: string; snapshot: string } }>(
    '/public/:tenant/:snapshot/package.zip',
    { config, schema },
    async (request, reply) => {
      try {
        await seldom(request)
        const { name, bytes } = await packageFor(request.params)
        return await reply
          .type('application/zip')
          .header('content-disposition', disposition('attachment', name))
          .header('cache-control', 'public, max-age=3600')
          .send(bytes)
      } catch (error) {
        return missing(reply, error)
      }
    },
  )
  http.get<{
    Params: { tenant: string; snapshot: string; figure: string }
    Querystring: { part?: unknown; page?: unknown }
  }>('/public/:tenant/:snapshot/figures/:figure', { config, schema }, ({ params, query }, reply) =>
    send(reply, async () =>
      figurePage(await publicFigure(database, params, { part: partOf(query.part), page: pageOf(query.page) })),
    ),
  )
}
