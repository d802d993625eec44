import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { LedgerRuntime } from '../ledger/index.ts'
import { executionAnswer, executionQuery, paths } from './contract.ts'
import { execution } from './queries.ts'

/** `GET /api/budget/execution`. */
export function budgetRoutes(
  server: FastifyInstance,
  { database, ledgers }: Pick<LedgerRuntime, 'database' | 'ledgers'>,
) {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: paths.execution,
    config: { permission: 'budget.read' },
    schema: {
      summary: '预算执行表和勾稽关系',
      tags: ['预算'],
      querystring: executionQuery,
      response: { 200: executionAnswer },
    },
    handler: ({ actor, query }) =>
      database.inTenant(actor!.tenant, (tx) => execution(tx, ledgers, query.year, query.asOf)),
  })
}
