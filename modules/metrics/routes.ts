import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Tx } from '../../platform/db.ts'
import { forbidden } from '../../platform/errors.ts'
import type { Signer } from '../../platform/keys.ts'
import {
  type Actor,
  type Dimension,
  dimensionNames,
  dimensions,
  getLedger,
  type Ledger,
  type LedgerCatalog,
  type LedgerRuntime,
  type Metric,
  namesForRows,
  sealNow,
  seals,
  titleInWords,
} from '../ledger/index.ts'
import type { OrgView } from '../org/index.ts'
import {
  drillAnswer,
  drillQuery,
  figureAnswer,
  figureQuery,
  ledgerFiguresQuery,
  metricList,
  sealAnswer,
} from './contract.ts'
import { getMetric, readPeriod } from './domain.ts'
import {
  amountField,
  drillRows,
  type FigureQuery,
  type FigureRow,
  type FigureValue,
  figure,
  figureBy,
  figuresOf,
} from './queries.ts'
import type { By } from './store.ts'

const queryOf = (
  metric: string,
  query: { period: string; asOf?: number | undefined } & Record<string, unknown>,
): FigureQuery => {
  const where = dimensions.flatMap((name) =>
    typeof query[`where.${name}`] === 'string' ? [[name, query[`where.${name}`]]] : [],
  )
  return {
    metric,
    ...readPeriod(query.period),
    ...(where.length ? { where: Object.fromEntries(where) as Partial<Record<Dimension, string>> } : {}),
    ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
  }
}

type Labels = ReadonlyMap<string, string>
const isDimension = (by: By | undefined): by is Dimension => dimensions.some((name) => name === by)
/** The names of the codes that figures are split by. */
const namesIn = (tx: Tx, ledgers: LedgerCatalog, ledger: Ledger, by: By | undefined, keys: readonly string[]) =>
  isDimension(by) ? dimensionNames(tx, ledgers, ledger, by, [...new Set(keys)]) : new Map<string, string>()

/** What a key of a dimension is called; `names` has those of other ledgers' records. */
export function keyLabel(ledger: Ledger, world: OrgView, by: string, key: string, names: Labels = new Map()): string {
  if (key === '') return by === 'unit' ? '尚未派遣' : '未填'
  if (by === 'unit') return world.unitName(key)
  if (by === 'grid') return world.areaName(key)
  const field = by === 'class' ? ledger.columns.class : by === 'channel' ? ledger.columns.channel : undefined
  const option = field && ledger.fields[field]?.options?.find(({ value }) => value === key)
  if (!option) return names.get(key) ?? key
  return option.measure ? `${option.label}（${option.measure}）` : option.label
}

/** A figure as it is answered, its parts named where it was split. */
function answerOf(
  ledger: Ledger,
  world: OrgView,
  { num, den, ...rest }: FigureValue,
  by: By | undefined,
  rows: readonly FigureRow[] | undefined,
  names: Labels,
) {
  const label = (key: string) => (by === 'day' || by === 'month' ? key : keyLabel(ledger, world, by!, key, names))
  return {
    ...rest,
    ledger: ledger.id,
    parts: { num, den },
    ...(rows ? { rows: rows.map((row) => ({ ...row, label: label(row.key) })) } : {}),
  }
}

/** What the amounts of a list are, for whoever prints them. */
function amountOf(ledger: Ledger, metric: Metric, part: 'num' | 'den' | undefined) {
  const field = amountField(ledger, metric, part)
  if (!field) return {}
  const kind = field.kind === 'money' || field.kind === 'quantity' ? field.kind : 'integer'
  const measure = field.measure ?? (metric.kind === 'sum' && !metric.apart ? metric.unit : undefined)
  return { amount: { label: field.label, kind, ...(measure ? { measure } : {}) } } as const
}

/** Figures are for everybody inside; the records behind them only for those who may read these records. */
function checkSight(ledger: Ledger, actor: Actor, unit: unknown): void {
  const reaches = actor.grants.map(({ role, units }) => ({ reach: ledger.read[role], units }))
  if (reaches.some(({ reach }) => reach === 'bureau')) return
  if (reaches.some(({ reach, units }) => reach === 'unit' && typeof unit === 'string' && units.includes(unit))) return
  const own = reaches.some(({ reach }) => reach === 'unit')
  throw forbidden(
    'metrics.records-closed',
    own
      ? `您只能查看本单位的${ledger.title}；请按单位分开后选择本单位，再看清单。`
      : `您的岗位可以看数字，不能看${ledger.title}的清单；如工作需要，请联系系统管理员。`,
  )
}

export function registerMetrics(
  instance: FastifyInstance,
  runtime: LedgerRuntime,
  signer: Signer,
  settle: (tenant: string) => Promise<void>,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const config = { permission: 'metrics.read' }
  const tags = ['统计']

  app.get('/api/metrics', { config, schema: { tags, summary: '全部指标', response: { 200: metricList } } }, async () =>
    [...runtime.ledgers.values()].flatMap((ledger) =>
      Object.entries(ledger.metrics).map(([name, { label, unit, kind, formula, excludes }]) => ({
        id: `${ledger.id}.${name}`,
        ledger: ledger.id,
        ledgerTitle: ledger.title,
        label,
        unit,
        kind,
        formula,
        ...(excludes ? { excludes } : {}),
      })),
    ),
  ) // prettier-ignore

  app.get(
    '/api/metrics/:metric/figure',
    {
      config,
      schema: { tags, summary: '一个数字和它的分子、分母', querystring: figureQuery, response: { 200: figureAnswer } },
    },
    async (request) => {
      const { tenant } = request.actor!
      const { metric } = request.params as { metric: string }
      const query = queryOf(metric, request.query)
      const { ledger } = getMetric(runtime.ledgers, metric)
      const world = await runtime.world(tenant)
      const { by } = request.query
      if (query.asOf === undefined) await settle(tenant)
      return runtime.database.inTenant(tenant, async (tx) => {
        const value = await figure(tx, runtime.ledgers, query)
        const rows = by && (await figureBy(tx, runtime.ledgers, query, by))
        const names = await namesIn(tx, runtime.ledgers, ledger, by, rows?.map(({ key }) => key) ?? [])
        return answerOf(ledger, world, value, by, rows, names)
      })
    },
  )

  app.get(
    '/api/metrics/ledgers/:ledger',
    {
      config,
      schema: {
        tags,
        summary: '一本台账在一个期间的全部数字',
        querystring: ledgerFiguresQuery,
        response: { 200: figureAnswer.array() },
      },
    },
    async (request) => {
      const { tenant } = request.actor!
      const ledger = getLedger(runtime.ledgers, (request.params as { ledger: string }).ledger)
      const { period, by } = request.query
      const world = await runtime.world(tenant)
      await settle(tenant)
      return runtime.database.inTenant(tenant, async (tx) => {
        const figures = await figuresOf(tx, runtime.ledgers, ledger.id, readPeriod(period), by)
        const keys = figures.flatMap(({ rows = [] }) => rows.map(({ key }) => key))
        const names = await namesIn(tx, runtime.ledgers, ledger, by, keys)
        return figures.map(({ rows, ...value }) => answerOf(ledger, world, value, by, rows, names))
      })
    },
  )

  app.get(
    '/api/metrics/:metric/drill',
    {
      config,
      schema: {
        tags,
        summary: '这个数字是由哪些记录数出来的',
        querystring: drillQuery,
        response: { 200: drillAnswer },
      },
    },
    async (request) => {
      const { tenant } = request.actor!
      const { metric } = request.params as { metric: string }
      const { part, cursor, limit } = request.query
      const { ledger, metric: counted } = getMetric(runtime.ledgers, metric)
      const world = await runtime.world(tenant)
      checkSight(ledger, request.actor, request.query['where.unit'])
      const query = {
        ...queryOf(metric, request.query),
        ...(part ? { part } : {}),
        ...(cursor ? { cursor } : {}),
        ...(limit ? { limit } : {}),
      }
      return runtime.database.inTenant(
        tenant,
        async (tx) => {
          const page = await drillRows(tx, runtime.ledgers, query)
          const names = await namesForRows(tx, runtime.ledgers, ledger, page.rows)
          const kind = ledger.fields[ledger.columns.class ?? '']?.ledger ?? ''
          const rows = page.rows.map(({ record, seq: _, channel: __, data: ___, ...row }, i) => ({
            ...row,
            title: titleInWords(ledger, page.rows[i]!, names),
            id: record,
            ledger: ledger.id,
            classLabel: row.class && keyLabel(ledger, world, 'class', row.class, names.get(kind)),
            unitName: row.unit && world.unitName(row.unit),
          }))
          return { rows, next: page.next, ...amountOf(ledger, counted, part) }
        },
        { readOnly: true },
      )
    },
  )

  app.get(
    '/api/seals',
    { config, schema: { tags, summary: '封账', response: { 200: sealAnswer.array() } } },
    async (request) => runtime.database.inTenant(request.actor!.tenant, seals, { readOnly: true }),
  )
  app.post(
    '/api/seals',
    {
      config: { permission: 'seal.make' },
      schema: { tags, summary: '封账：此后截至这一点的数字不再变化', response: { 201: sealAnswer } },
    },
    async (request, reply) =>
      reply.code(201).send(await sealNow(runtime.database, signer, request.actor!.tenant, runtime.clock.now())),
  )
}
