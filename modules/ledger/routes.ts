import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { invalid } from '../../platform/errors.ts'
import { disposition } from '../../platform/http.ts'
import type { Signer } from '../../platform/keys.ts'
import { rememberHeadings, withHeadings } from './commands/headings.ts'
import { importRows, type MoveRequest, moveMany, recordMove } from './commands.ts'
import {
  bulkBody,
  hits,
  importChoices,
  keyChoicesAnswer,
  keyChoicesQuery,
  type ListQuery,
  link,
  listAnswer,
  listQuery,
  moveAnswer,
  moveBody,
  placesAnswer,
  recordView,
  tasksAnswer,
} from './contract.ts'
import { exportedFields, isOffered, type Ledger } from './domain.ts'
import {
  findAnywhere,
  inWords,
  keyChoices,
  linksOf,
  listPage,
  placesOf,
  type Reader,
  tasksOf,
  telling,
  tellingRow,
  viewRecord,
} from './queries.ts'
import { handoverRoutes } from './routes/handovers.ts'
import type { LedgerRuntime } from './runtime.ts'
import { importOf, readRows, type TableFile, writeRows, writeTemplate } from './sheets.ts'

const idParams = z.object({ id: z.uuid().toLowerCase() })
const mostExported = 20_000

/** Who asks, with what is called how there. */
export async function readerOf(
  runtime: Pick<LedgerRuntime, 'world' | 'clock' | 'roleLabel'>,
  request: Pick<FastifyRequest, 'actor'>,
): Promise<Reader> {
  const actor = request.actor!
  return { actor, world: await runtime.world(actor.tenant), now: runtime.clock.now(), roleLabel: runtime.roleLabel }
}
/** `f.street=…` filters by any listed field. */
export const withFacets = (query: z.infer<typeof listQuery>, request: Pick<FastifyRequest, 'query'>): ListQuery => {
  const facets = Object.entries(request.query as Record<string, string>).flatMap(([key, value]) =>
    key.startsWith('f.') ? [[key.slice(2), String(value)]] : [],
  )
  return facets.length ? { ...query, facets: Object.fromEntries(facets) } : query
}
const keyOf = (request: FastifyRequest): { key: string } | object => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return {}
  if (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key))
    throw invalid('ledger.key', '提交标识（idempotency-key）应为8到80位字母、数字或连字符。')
  return { key }
}

const wantsLittle = ({ headers: { prefer } }: FastifyRequest) =>
  String(prefer ?? '')
    .split(',')
    .some((one) => one.trim().toLowerCase() === 'return=minimal')

type Body = {
  data?: Record<string, unknown> | undefined
  reason?: string | undefined
  happenedAt?: string | undefined
  version?: number | undefined
}
const requestOf = (move: string, body: Body, more: Partial<MoveRequest>): MoveRequest => ({
  move,
  data: body.data ?? {},
  ...(body.reason === undefined ? {} : { reason: body.reason }),
  ...(body.happenedAt === undefined ? {} : { happenedAt: new Date(body.happenedAt).toISOString() }),
  ...(body.version === undefined ? {} : { version: body.version }),
  ...more,
})

/** Lists, records, the map, exports and bulk moves of one ledger, drawn from its declaration. */
function readRoutes(instance: FastifyInstance, runtime: LedgerRuntime, ledger: Ledger): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const base = `/api/ledgers/${ledger.id}`
  const tags = [ledger.title]
  const read = { permission: `${ledger.id}.read` }
  app.get(
    `${base}/records`,
    {
      config: read,
      schema: { tags, summary: `${ledger.title}列表`, querystring: listQuery.loose(), response: { 200: listAnswer } },
    },
    async (request) => {
      const reader = await readerOf(runtime, request)
      const query = withFacets(request.query as z.infer<typeof listQuery>, request)
      return runtime.database.inTenant(
        reader.actor.tenant,
        async (tx) => {
          const page = await listPage(tx, ledger, reader, query)
          return { ...page, rows: await inWords(tx, runtime.ledgers, reader, page.rows) }
        },
        { readOnly: true },
      )
    },
  )
  app.get(
    `${base}/places`,
    {
      config: read,
      schema: { tags, summary: '地图上的位置', querystring: listQuery.loose(), response: { 200: placesAnswer } },
    },
    async (request) => {
      const reader = await readerOf(runtime, request)
      const query = withFacets(request.query as z.infer<typeof listQuery>, request)
      return runtime.database.inTenant(reader.actor.tenant, (tx) => placesOf(tx, ledger, reader, query), {
        readOnly: true,
      })
    },
  )
  app.get(
    `${base}/records/:id`,
    { config: read, schema: { tags, summary: `一条${ledger.title}`, params: idParams, response: { 200: recordView } } },
    async (request) => {
      const reader = await readerOf(runtime, request)
      return runtime.database.inTenant(
        reader.actor.tenant,
        async (tx) => {
          const [view] = await inWords(tx, runtime.ledgers, reader, [
            await viewRecord(tx, ledger, reader, request.params.id),
          ])
          return view!
        },
        { readOnly: true },
      )
    },
  )
  app.get(
    `${base}/records/:id/links`,
    { config: read, schema: { tags, summary: '与它关联的记录', params: idParams, response: { 200: z.array(link) } } },
    async (request) => {
      const reader = await readerOf(runtime, request)
      return runtime.database.inTenant(
        reader.actor.tenant,
        (tx) => linksOf(tx, runtime.ledgers, reader, ledger, request.params.id),
        { readOnly: true },
      )
    },
  )
  for (const kind of ['xlsx', 'csv'] as const)
    app.get(
      `${base}/export.${kind}`,
      { config: read, schema: { tags, summary: '导出列表', querystring: listQuery.loose() } },
      async (request, reply) => {
        const reader = await readerOf(runtime, request)
        const query = withFacets(request.query as z.infer<typeof listQuery>, request)
        const page = await runtime.database.inTenant(
          reader.actor.tenant,
          async (tx) => {
            const found = await listPage(
              tx,
              ledger,
              reader,
              { ...query, limit: mostExported },
              exportedFields(ledger.fields),
            )
            return { ...found, rows: await inWords(tx, runtime.ledgers, reader, found.rows) }
          },
          { readOnly: true },
        )
        if (page.next)
          throw invalid('ledger.export-too-many', `符合条件的超过${mostExported}条；请缩小期间或加上条件后分次导出。`)
        return reply
          .header(
            'content-type',
            kind === 'csv'
              ? 'text/csv; charset=utf-8'
              : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          )
          .header('content-disposition', disposition('attachment', `${ledger.title}.${kind}`))
          .send(await writeRows(ledger, reader.world, page.rows, kind))
      },
    )

  app.post(
    `${base}/bulk`,
    { config: read, schema: { tags, summary: '批量办理，全部成功或一条也不办', body: bulkBody } },
    async (request) => {
      const { move, items, data, reason } = request.body
      const given = items.map(({ id, version }) => ({ id, ...(version === undefined ? {} : { version }) }))
      const records = await moveMany(runtime, request.actor!, ledger.id, {
        move,
        items: given,
        ...(data ? { data } : {}),
        ...(reason ? { reason } : {}),
      })
      return { done: records.length }
    },
  )
}

/** The file, and what was chosen about its rows and columns when it was sent before. */
async function importIn(request: FastifyRequest) {
  let file: TableFile | undefined
  let given = '{}'
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() }
    else if (part.fieldname === 'choices') given = String(part.value)
  }
  if (!file) throw invalid('ledger.file', '没有收到文件；请选择按模板填写的表格。')
  return { file, choices: choicesIn(given) }
}
function choicesIn(given: string) {
  try {
    return importChoices.partial().parse(JSON.parse(given))
  } catch {
    throw invalid('ledger.answers', '对表格的答复读不出来，或者太多；请在表格里改正后重新导入。')
  }
}

/** A table to fill in, and the way back in; only for ledgers whose records people open. */
function importRoutes(instance: FastifyInstance, runtime: LedgerRuntime, ledger: Ledger): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const base = `/api/ledgers/${ledger.id}`
  const tags = [ledger.title]
  const opening = importOf(ledger)
  const permission = `${ledger.id}.${opening.move}`
  app.get(
    `${base}/template.xlsx`,
    { config: { permission }, schema: { tags, summary: '导入模板' } },
    async (request, reply) => {
      const { world } = await readerOf(runtime, request)
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', disposition('attachment', `${ledger.title}导入模板.xlsx`))
        .send(await writeTemplate(ledger, world))
    },
  )
  app.post(
    `${base}/import`,
    {
      config: { permission },
      schema: {
        tags,
        summary: '导入，全部成功或一行也不存',
        description:
          'file：表格；choices（可不写，JSON）：对读不出的单元格的答复 answers（row、sheet、field、text；没有 field 就是这一行不导入），不导入的列 leaveOut，和表头的字对应的字段 columns（导入成功后记得）',
        consumes: ['multipart/form-data'],
      },
    },
    async (request) => {
      const { world, actor } = await readerOf(runtime, request)
      const { file, choices } = await importIn(request)
      const known = await withHeadings(runtime, actor.tenant, ledger.id, choices)
      const { rows, left } = await readRows(ledger, world, file, known)
      const records = await importRows(
        runtime,
        actor,
        ledger.id,
        rows.map((row) => ({ ...row, move: opening.move })),
      )
      await rememberHeadings(runtime, actor.tenant, ledger.id, choices)
      return { imported: records.length, left }
    },
  )
}

/** What other ledgers name the records of this one by. */
function keyRoutes(instance: FastifyInstance, runtime: LedgerRuntime, ledger: Ledger): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.get(
    `/api/ledgers/${ledger.id}/keys`,
    {
      config: { permission: namePermission(ledger) },
      schema: {
        tags: [ledger.title],
        summary: '编码和名称，供别的台账引用',
        querystring: keyChoicesQuery,
        response: { 200: keyChoicesAnswer },
      },
    },
    (request) =>
      runtime.database.inTenant(request.actor!.tenant, (tx) => keyChoices(tx, ledger, request.query.q), {
        readOnly: true,
      }),
  )
}

/** Kinds of field whose values are keys, and have words. */
const told: ReadonlySet<string> = new Set(['key', 'ref', 'metric', 'range', 'formula'])

/** Each move people are offered has its own route, with its own permission. */
function moveRoutes(instance: FastifyInstance, runtime: LedgerRuntime, ledger: Ledger): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const base = `/api/ledgers/${ledger.id}`
  const tags = [ledger.title]
  const make = async (request: FastifyRequest, reply: FastifyReply, move: MoveRequest) => {
    const reader = await readerOf(runtime, request)
    if (!wantsLittle(request)) {
      const view = await recordMove(runtime, reader.actor, ledger.id, move, telling(ledger, reader))
      if (!Object.values(ledger.fields).some(({ kind }) => told.has(kind))) return view
      const named = (tx: Tx) => inWords(tx, runtime.ledgers, reader, [view])
      return (await runtime.database.inTenant(reader.actor.tenant, named, { readOnly: true }))[0]!
    }
    reply.header('preference-applied', 'return=minimal')
    return recordMove(runtime, reader.actor, ledger.id, move, tellingRow(ledger, reader))
  }
  const offered = Object.entries(ledger.moves).filter(([, move]) => isOffered(move))
  const opening = offered.find(([, move]) => move.from === 'new')?.[0]
  for (const [id, move] of offered) {
    const config = { permission: `${ledger.id}.${id}` }
    if (move.from === 'new')
      app.post(
        `${base}/records${id === opening ? '' : `/${id}`}`,
        {
          config,
          schema: { tags, summary: move.label, body: moveBody(ledger, move, true), response: { 201: moveAnswer } },
        },
        async (request, reply) =>
          reply.code(201).send(await make(request, reply, requestOf(id, request.body as Body, keyOf(request)))),
      )
    else
      app.post(
        `${base}/records/:id/moves/${id}`,
        {
          config,
          schema: {
            tags,
            summary: move.label,
            params: idParams,
            body: moveBody(ledger, move, false),
            response: { 200: moveAnswer },
          },
        },
        (request, reply) =>
          make(
            request,
            reply,
            requestOf(id, request.body as Body, { record: (request.params as { id: string }).id, ...keyOf(request) }),
          ),
      )
  }
}

export function registerLedger(instance: FastifyInstance, runtime: LedgerRuntime, signer: Signer): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  for (const ledger of runtime.ledgers.values()) {
    readRoutes(instance, runtime, ledger)
    moveRoutes(instance, runtime, ledger)
    if (ledger.keyed) keyRoutes(instance, runtime, ledger)
    if (ledger.handover) handoverRoutes(instance, runtime, signer, ledger)
    if (Object.values(ledger.moves).some((move) => move.from === 'new' && isOffered(move)))
      importRoutes(instance, runtime, ledger)
  }
  const tags = ['工作台']
  app.get(
    '/api/tasks',
    { config: { permission: 'signed-in' }, schema: { tags, summary: '我的待办', response: { 200: tasksAnswer } } },
    async (request) => {
      const reader = await readerOf(runtime, request)
      return runtime.database.inTenant(
        reader.actor.tenant,
        async (tx) => {
          const { mine, pool, counts } = await tasksOf(tx, runtime.ledgers, reader)
          const [own, waiting] = [
            await inWords(tx, runtime.ledgers, reader, mine),
            await inWords(tx, runtime.ledgers, reader, pool),
          ]
          return { mine: own, pool: waiting, counts }
        },
        { readOnly: true },
      )
    },
  )
  const search = z.object({ q: z.string().trim().min(1).max(60), year: z.coerce.number().int().optional() })
  app.get(
    '/api/search',
    {
      config: { permission: 'signed-in' },
      schema: { tags, summary: '按编号或两个以上的字查找', querystring: search, response: { 200: hits } },
    },
    async (request) => {
      const reader = await readerOf(runtime, request)
      return runtime.database.inTenant(
        reader.actor.tenant,
        (tx) => findAnywhere(tx, runtime.ledgers, reader, request.query.q, request.query.year),
        { readOnly: true },
      )
    },
  )
}

/** To know the codes and names of a ledger's records, for whoever names them elsewhere. */
const namePermission = ({ id }: Ledger) => `${id}.name`
const readers = ({ read, moves }: Ledger) => [read, ...Object.values(moves).map(({ by }) => by)].flatMap(Object.keys)

/** Which permissions the ledgers ask for, and which roles have them. */
export function ledgerPermissions(ledgers: Iterable<Ledger>): Map<string, Set<string>> {
  const all = [...ledgers]
  const permissions = new Map<string, Set<string>>()
  for (const ledger of all) {
    permissions.set(`${ledger.id}.read`, new Set(Object.keys(ledger.read)))
    for (const [id, move] of Object.entries(ledger.moves))
      permissions.set(`${ledger.id}.${id}`, new Set(Object.keys(move.by)))
    const naming = all.filter(({ fields }) =>
      Object.values(fields).some((one) => one.kind === 'key' && one.ledger === ledger.id),
    )
    if (ledger.keyed) permissions.set(namePermission(ledger), new Set([ledger, ...naming].flatMap(readers)))
  }
  return permissions
}
