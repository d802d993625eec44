import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Clock, dayOf } from '../../platform/clock.ts'
import { atMost, disposition, type Http, serve } from '../../platform/http.ts'
import { checkHandedIn } from './check-document.ts'
import * as contract from './contract.ts'
import { fileIn } from './file-in.ts'
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
