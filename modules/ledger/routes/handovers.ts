import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invalid } from '../../../platform/errors.ts'
import { disposition } from '../../../platform/http.ts'
import type { Signer } from '../../../platform/keys.ts'
import { takeReceipt } from '../commands.ts'
import { batch } from '../contract.ts'
import type { Ledger } from '../domain.ts'
import { batchesOf, handoverFile } from '../queries.ts'
import { readReceipt } from '../receipt-file.ts'
import type { LedgerRuntime } from '../runtime.ts'

const batchQuery = z.object({ batch: z.string().min(1).max(80).describe('批次编号') })

/** Batches given to another authority: their list, each as a signed file, and the answers to them. */
export function handoverRoutes(
  instance: FastifyInstance,
  runtime: LedgerRuntime,
  signer: Signer,
  ledger: Ledger,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const handover = ledger.handover!
  const base = `/api/ledgers/${ledger.id}/handovers`
  const tags = [ledger.title]
  const config = { permission: `${ledger.id}.${handover.move}` }
  app.get(
    base,
    { config, schema: { tags, summary: '移交批次', response: { 200: z.array(batch) } } },
    async ({ actor }) =>
      runtime.database.inTenant(actor!.tenant, (tx) => batchesOf(tx, ledger, handover), { readOnly: true }),
  )
  app.get(
    `${base}/file`,
    { config, schema: { tags, summary: '一个批次的移交清单，带签名', querystring: batchQuery } },
    async ({ actor, query }, reply) => {
      const world = await runtime.world(actor!.tenant)
      const asked = { world, signer, batch: query.batch }
      const file = await runtime.database.inTenant(actor!.tenant, (tx) => handoverFile(tx, ledger, handover, asked), {
        readOnly: true,
      })
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', disposition('attachment', `${query.batch}.json`))
        .send(JSON.stringify(file, null, 2))
    },
  )
  app.post(
    `${base}/receipt`,
    {
      config: { permission: `${ledger.id}.${handover.accept}` },
      schema: {
        tags,
        summary: '登记回执，全部成功或一行也不记',
        querystring: batchQuery,
        consumes: ['multipart/form-data'],
      },
    },
    async (request) => {
      const file = await request.file()
      if (!file) throw invalid('ledger.file', '没有收到文件；请选择回执表格。')
      const lines = await readReceipt({ name: file.filename, bytes: await file.toBuffer() })
      return takeReceipt(runtime, request.actor!, ledger.id, { batch: request.query.batch, lines })
    },
  )
}
