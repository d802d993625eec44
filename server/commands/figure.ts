import { parseArgs } from 'node:util'
import { figure, readPeriod } from '../../modules/metrics/index.ts'
import type { Config } from '../../platform/config.ts'
import { invalid } from '../../platform/errors.ts'
import { withParts } from '../with-parts.ts'

const usage = '用法：npx chengji figure 单位代码 指标 --period 2022 [--as-of 封账编号] [--json]'

/** Prints one figure: `{value, parts, unit, entries, asOf}` with `--json`, a sentence without. */
export async function figureCommand(config: Config, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { period: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  })
  const [tenant, metric] = positionals
  const asOf = values['as-of']
  if (!tenant || !metric || !values.period || (asOf !== undefined && !/^[1-9]\d{0,8}$/.test(asOf)))
    throw invalid('cli.figure', usage)
  const query = { metric, ...readPeriod(values.period), ...(asOf ? { asOf: Number(asOf) } : {}) }
  const found = await withParts(config, async ({ parts, settled, getTenant }) => {
    await getTenant(tenant)
    await settled(tenant)
    return parts.runtime.database.inTenant(tenant, (tx) => figure(tx, parts.runtime.ledgers, query))
  })
  const { value, num, den, unit, entries, label } = found
  if (values.json)
    console.log(
      JSON.stringify({
        value: found.kind === 'count' ? num : value,
        parts: { num, den },
        unit,
        entries,
        asOf: found.asOf,
      }),
    )
  else
    console.log(
      `${label}（${values.period}${found.asOf ? `，截至第${found.asOf}号封账` : ''}）：${value} ${unit}，由 ${entries} 条记录数出`,
    )
  return 0
}
