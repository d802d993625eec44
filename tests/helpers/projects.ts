import { type LedgerRuntime, replay } from '../../modules/ledger/index.ts'

/** Enters projects of a small bureau, for records that name them by their codes. */
export async function addProjects(runtime: LedgerRuntime, tenant: string, ...codes: readonly string[]): Promise<void> {
  const at = '2021-01-04T04:00:00.000Z'
  const data = { kind: 'standing', unit: 'u-bureau', startOn: '2021-01-04' }
  const lives = codes.map((code) => ({
    steps: [{ move: 'open', person: 'p-performance', at, data: { ...data, code, name: `项目${code}` } }],
  }))
  await replay(runtime, tenant, 'project', lives)
}
