import { checkSeals, verifyLedger } from '../../modules/ledger/index.ts'
import { recountFrom, verifySnapshots } from '../../modules/reporting/index.ts'
import type { Config } from '../../platform/config.ts'
import { withParts } from '../with-parts.ts'
import { isPackageFile, verifyPackage } from './verify-package.ts'

const mostShown = 20

/** A data package by itself, or what stands in the database. */
export const verifyCommand = async (config: Config, [only]: string[]): Promise<number> =>
  isPackageFile(only) ? verifyPackage(only) : verifyDatabase(config, only)

/** Chains, records against entries, seals, published snapshots; 1 when anything does not hold. */
async function verifyDatabase(config: Config, only: string | undefined): Promise<number> {
  return withParts(config, async ({ parts: { runtime, signer }, tenants, getTenant }) => {
    const checked = only ? [await getTenant(only)] : await tenants()
    let faults = 0
    for (const { tenant, title } of checked) {
      const ledger = await verifyLedger(runtime.database, runtime.ledgers, tenant)
      const sealed = await checkSeals(runtime.database, signer, tenant)
      const published = await runtime.database.inTenant(tenant, (tx) =>
        verifySnapshots(tx, { recount: recountFrom(runtime.ledgers) }),
      )
      console.log(
        `${title}（${tenant}）：${ledger.records} 条记录，${ledger.entries} 步经过，${sealed.seals} 次封账，${published.snapshots} 份已公开报告`,
      )
      const found = [
        ...ledger.faults.map(
          ({ number, record, sentence }) => `${number ?? record}${number || record ? '：' : ''}${sentence}`,
        ),
        ...sealed.faults.map(({ sentence }) => sentence),
        ...published.faults.map(({ snapshot, sentence }) => `${snapshot}：${sentence}`),
      ]
      for (const line of found.slice(0, mostShown)) console.log(`  ✗ ${line}`)
      if (found.length > mostShown) console.log(`  …另有 ${found.length - mostShown} 处`)
      if (!found.length) console.log('  ✓ 全部相符')
      faults += found.length
    }
    return faults ? 1 : 0
  })
}
