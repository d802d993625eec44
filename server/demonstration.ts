import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documents } from '../catalog/documents/index.ts'
import { roles } from '../catalog/roles.ts'
import { schemes } from '../catalog/schemes/index.ts'
import type { Actor } from '../modules/ledger/index.ts'
import { demoAccountsOf } from '../modules/org/index.ts'
import { approve, publicBureaus, submit } from '../modules/reporting/index.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { findTenants } from '../platform/tenants.ts'
import { recount } from './counting.ts'
import { loadDemo, refreshStatistics, removeDemo } from './demo/index.ts'
import type { Parts } from './parts.ts'
import { openParts } from './parts.ts'
import type { Place } from './place.ts'
import { proofread } from './proof.ts'
import { openSettling } from './settling.ts'

type Say = (sentence: string) => void

interface Publication {
  tenant: string
  document: string
  year: number
  submitted: string
  approved: string
  /** What is said to an error the checker finds in what the bureau itself published. */
  findingsReason?: string
}
/** What is published once a bureau's year is in: on which day of the next year it is submitted, and approved. */
const publications: readonly Publication[] = [
  {
    ...{ tenant: '431102', document: 'lingling-2022', year: 2022, submitted: '2023-03-16', approved: '2023-03-20' },
    findingsReason: '公开的报告没有年初预算数，也没有部门整体的绩效指标；没有计算过程的自评得分不写。',
  },
  { tenant: '340602', document: 'duji-2024', year: 2024, submitted: '2025-02-20', approved: '2025-02-24' },
  {
    ...{ tenant: '421300', document: 'suizhou-2022', year: 2022, submitted: '2023-03-09', approved: '2023-03-13' },
    findingsReason: '各项扣分沿用公开的自评结果，扣分办法没有公布；演示原样保留，不作改动。',
  },
  { tenant: '360102', document: 'donghu-2021', year: 2021, submitted: '2022-05-16', approved: '2022-05-18' },
]

/** After a removal the demonstration does not come back by itself. */
const removedMark = (dataDir: string) => join(dataDir, 'demo-removed')

async function actorIn(parts: Parts, tenant: string, role: string, on: string): Promise<Actor> {
  const world = await parts.runtime.world(tenant)
  const found = world.people.find(({ id }) => world.actorOf(id, on)?.grants.some((grant) => grant.role === role))
  const actor = found && world.actorOf(found.id, on)
  if (!actor) throw new Error(`${tenant} has nobody who is ${role}`)
  return actor
}

async function publishAll(parts: Parts): Promise<void> {
  const { runtime, signer } = parts
  const at = (day: string) => ({
    ...runtime,
    clock: fixedClock(`${day}T02:00:00.000Z`),
    signer,
    documents,
    schemes,
    check: proofread,
  })
  // Side by side: while the database counts for one bureau, another's rows are hashed.
  await Promise.all(
    publications.map(async ({ tenant, document, year, submitted, approved, findingsReason }) => {
      const author = await actorIn(parts, tenant, 'performance', submitted)
      const { id } = await submit(at(submitted), author, { document, year, findingsReason })
      await approve(at(approved), await actorIn(parts, tenant, 'director', approved), { snapshot: id })
    }),
  )
}

async function load(config: Config, place: Place, say: Say): Promise<void> {
  const startedMs = performance.now()
  say('首次运行，装载演示数据（零陵区、杜集区、东湖区和随州市城管督察大队各一年，均为演示）…')
  const parts = openParts({ appUrl: place.appUrl, dataDir: config.dataDir })
  try {
    await loadDemo({ runtime: parts.runtime, dataDir: config.dataDir, log: say })
    say('统计每一天的数字…')
    const settling = await openSettling(parts.runtime.database, place)
    await Promise.all(
      publications.map(async ({ tenant }) => {
        await settling.settled(tenant)
        await recount(parts.runtime, tenant)
      }),
    )
    await settling.close()
    await refreshStatistics(place.ownerUrl)
    say('封账并公开自评报告…')
    await publishAll(parts)
  } finally {
    await parts.close()
  }
  say(`演示数据已装好，用时 ${((performance.now() - startedMs) / 1000).toFixed(1)} 秒`)
}

/** Loads the demonstration on a first run; one that was cut off is begun anew. A bureau's own data are never touched. */
export async function loadDemonstration(config: Config, place: Place, say: Say): Promise<void> {
  if (existsSync(removedMark(config.dataDir))) return
  const parts = openParts({ appUrl: place.appUrl, dataDir: config.dataDir })
  const [tenants, published] = [await findTenants(parts.runtime.database), await publicBureaus(parts.runtime.database)]
  await parts.close()
  const whole = publications.every(({ tenant }) => published.some((bureau) => bureau.tenant.tenant === tenant))
  if (whole || tenants.some(({ demo }) => !demo)) return
  if (tenants.length) {
    say('上次装载演示数据没有完成，重新装载…')
    await removeDemo({ ownerUrl: place.ownerUrl, dataDir: config.dataDir })
  }
  await load(config, place, say)
}

export async function reloadDemonstration(config: Config, place: Place, say: Say): Promise<void> {
  rmSync(removedMark(config.dataDir), { force: true })
  await loadDemonstration(config, place, say)
}

export async function removeDemonstration(config: Config, place: Place): Promise<void> {
  await removeDemo({ ownerUrl: place.ownerUrl, dataDir: config.dataDir })
  writeFileSync(removedMark(config.dataDir), '')
}

/** The accounts to try it with, as lines for the terminal; none when there is no demonstration. */
export async function demoAccounts({ runtime }: Parts): Promise<{ title: string; lines: string[] }[]> {
  const [tenants, accounts] = [
    await findTenants(runtime.database),
    await demoAccountsOf(runtime.database, runtime.world, roles),
  ]
  return tenants
    .map(({ tenant, title }) => ({
      title,
      lines: accounts
        .filter((one) => one.tenant === tenant)
        .map(({ account, password, label, name }) => `${account.padEnd(14)} ${password}   ${label}（${name}）`),
    }))
    .filter(({ lines }) => lines.length)
}
