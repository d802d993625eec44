import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Clock, dayOf } from '../../platform/clock.ts'
import { invalid } from '../../platform/errors.ts'
import { atMost, disposition, type Http, serve } from '../../platform/http.ts'
import { checkHandedIn } from './check-document.ts'
import * as contract from './contract.ts'
import { type Sheet, sheetTitle } from './sheets/lines.ts'

/** Of one person: reading is work. */
const checksAMinute = 30
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
/** What writes office files comes when one is wanted. */
const sheetMakers: Record<contract.SheetForm, (sheet: Sheet) => Promise<Buffer>> = {
  docx: async (sheet) => (await import('./sheets/docx.ts')).findingsDocx(sheet),
  xlsx: async (sheet) => (await import('./sheets/xlsx.ts')).findingsXlsx(sheet),
}
/** Findings of a long report and all that holds in it. */
const largestSheet = 4 * 1024 * 1024

/** The one file of a form that was sent, under the name it has where it comes from. */
export async function fileIn(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file()
  if (!part?.filename) throw invalid('check.no-file', '没有收到文件；请选择要审校的报告后再提交。')
  return { name: part.filename, bytes: await part.toBuffer() }
}

/** `POST /api/checks`, and the findings as a sheet for whoever wrote the report. */
export function registerChecker(http: Http, { clock }: { clock: Clock }): void {
  const seldom = atMost(http, checksAMinute, ({ session }) => `check ${session?.actor.tenant} ${session?.actor.person}`)

  serve(http, contract.checkDocument, async ({ request, query }) => {
    await seldom(request)
    const { name, bytes } = await fileIn(request)
    const { report, content } = await checkHandedIn(name, bytes)
    return query.content ? { ...report, content } : report
  })

  const { url, config, schema } = contract.findingsSheet
  http
    .withTypeProvider<ZodTypeProvider>()
    .post(url, { config, schema, bodyLimit: largestSheet }, async ({ params: { as }, body }, reply) => {
      const sheet = { ...body, on: dayOf(clock.now()) }
      return reply
        .type(types[as])
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition('attachment', `${sheetTitle(sheet)}.${as}`))
        .send(await sheetMakers[as](sheet))
    })
}
