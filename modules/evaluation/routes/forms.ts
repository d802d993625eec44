import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { disposition, type Http } from '../../../platform/http.ts'
import { bureauTitle } from '../../../platform/tenants.ts'
import type { LedgerRuntime } from '../../ledger/index.ts'
import { formFile, formIds } from '../contract.ts'
import type { Scheme } from '../domain.ts'
import { formsDocx } from '../forms/docx.ts'
import { formKinds } from '../forms/forms.ts'
import { formsOf } from '../forms/gather.ts'
import { formsXlsx } from '../forms/xlsx.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** The official forms as files. `settle` has the counts follow what was entered a moment ago. */
export function registerForms(
  http: Http,
  { database, ledgers: catalog, world }: Pick<LedgerRuntime, 'database' | 'ledgers' | 'world'>,
  schemes: readonly Scheme[],
  settle: (tenant: string) => Promise<void>,
): void {
  http.withTypeProvider<ZodTypeProvider>().get(formFile.url, formFile, async (request, reply) => {
    const { form, ...asked } = { ...request.params, ...request.query }
    const { as, year, project, months, asOf } = asked
    const { tenant } = request.actor
    const ids = form === 'all' ? formIds : [form]
    const [bureau, view] = [await bureauTitle(database, tenant), await world(tenant)]
    if (asOf === undefined) await settle(tenant)
    const unitName = (unit: string) => view.unitName(unit)
    const sight = { catalog, schemes, year, asOf, bureau, unitName, months }
    const named = await database.inTenant(tenant, (tx) => formsOf(tx, sight, ids, project))
    const forms = named.map((one) => one.form)
    const title = `${year}年度${form === 'all' ? '绩效表格' : formKinds[form].title}`
    const whose = form === 'whole' ? '' : `（${project ? forms[0]!.of : '全部项目'}）`
    return reply
      .type(types[as])
      .header('cache-control', 'no-store')
      .header('content-disposition', disposition('attachment', `${title}${whose}.${as}`))
      .send(
        as === 'docx'
          ? await formsDocx(forms, title, bureau)
          : await formsXlsx(
              forms,
              named.map(({ name }) => name),
            ),
      )
  })
}
