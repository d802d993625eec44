import { roles } from '../../catalog/roles.ts'
import { type LedgerRecord, type LedgerRuntime, type Life, replayInParts } from '../../modules/ledger/index.ts'
import { forgetOrg, setUpBureau } from '../../modules/org/index.ts'
import { findTenants } from '../../platform/tenants.ts'
import { type DemoBureau, demoBureaus } from './bureaus/index.ts'
import { planYear } from './cases/plan.ts'
import { type Ground, groundOf } from './ground.ts'
import { planIndicators, planTypedValues } from './indicators.ts'
import { planLamps } from './lamps.ts'
import { planMoney } from './money.ts'
import { planNotices } from './notices.ts'
import { planParking } from './parking.ts'
import { planPenalties } from './penalties.ts'
import { planPermits } from './permits.ts'
import { storePictures } from './pictures/index.ts'
import { planPoints } from './points.ts'
import { type Roster, rosterOf } from './roster.ts'
import { planShops } from './shops.ts'
import { BATCH } from './spread.ts'
import { planWorks } from './works.ts'
import { type PlanningWorld, worldOf } from './world.ts'

export interface DemoLoading {
  runtime: LedgerRuntime
  dataDir: string
  log: (sentence: string) => void
}
interface Prepared {
  bureau: DemoBureau
  plan: ReturnType<DemoBureau['plan']>
  ground: Ground
  world: PlanningWorld
  roster: Roster
}
type Enter = (what: string, ledger: string, lives: readonly Life[]) => Promise<LedgerRecord[]>

/** How many entered records are worth a line to whoever waits. */
const SAID = 2000

/** Puts the demonstration in: each bureau set up as any is, each entry decided by the engine as it would have been on its
 *  day. A bureau that is already there is left alone. */
export async function loadDemo(loading: DemoLoading): Promise<void> {
  const there = (await findTenants(loading.runtime.database)).map(({ tenant }) => tenant)
  const waiting = demoBureaus.filter(({ tenant }) => !there.includes(tenant))
  // While the database writes for one bureau, what another did is decided.
  const oneAfterAnother = async () => {
    for (let bureau = waiting.shift(); bureau; bureau = waiting.shift()) await loadBureau(prepare(bureau), loading)
  }
  await Promise.all([oneAfterAnother(), oneAfterAnother()])
}

/** Everything about a bureau that follows from its figures alone; no database is asked. */
export function prepare(bureau: DemoBureau): Prepared {
  const ground = groundOf(bureau.place)
  const plan = bureau.plan(ground)
  const world = worldOf(plan, ground)
  return { bureau, plan, ground, world, roster: rosterOf(plan, world.calendar) }
}

async function loadBureau(prepared: Prepared, { runtime, dataDir, log }: DemoLoading): Promise<void> {
  const { bureau, plan, roster, world, ground } = prepared
  const { tenant, figures, offices } = bureau
  const { database } = runtime
  log(`${plan.title}：建立机构、人员、班次和网格（${plan.people.length}人）`)
  const doing = { by: 'system', at: `${plan.fromOn}T00:00:00.000Z` }
  await database.inTenant(tenant, (tx) => setUpBureau(tx, plan, roles, doing))
  forgetOrg(database, tenant)
  const enter: Enter = async (what, ledger, lives) => {
    const saved = (count: number) => {
      if (count % SAID === 0 && count < lives.length) log(`${plan.title}：${what} ${count}/${lives.length}`)
    }
    const records = await replayInParts(runtime, tenant, ledger, lives, { size: BATCH, saved })
    if (lives.length) log(`${plan.title}：${what}${lives.length}条`)
    return records
  }
  const pictures = await storePictures(database, tenant, dataDir, plan.people[0]!.id)
  if (bureau.cases) log(`${plan.title}：编排全年案件，逐件按当时的规则办理`)
  if (bureau.cases) await enter('案件', 'case', planCases(prepared, pictures))
  await enter('工作记录', 'work', planWorks(figures, { world, roster, ground, offices, pictures }))
  if (figures.permits)
    await enter(
      '行政许可',
      'permit',
      planPermits({ year: figures.year, published: figures.permits }, { world, roster, ground }),
    )
  const squads = offices.enforcement
  if (figures.penalties)
    await enter(
      '行政处罚',
      'penalty',
      planPenalties(figures.year, figures.penalties, { world, roster, ground, pictures, squads }),
    )
  if (figures.parking)
    await enter(
      '人行道违停',
      'parking',
      planParking(figures.year, figures.parking, { world, roster, ground, pictures, squads }),
    )
  if (figures.lamps)
    await enter(
      '路灯',
      'lamp',
      planLamps(figures.year, figures.lamps, { world, roster, ground, unit: offices.lighting[0]! }),
    )
  if (bureau.notices)
    await enter(
      '督察整改通知书',
      'notice',
      planNotices(figures.year, bureau.notices, { world, roster, ground, pictures }),
    )
  if (bureau.places) {
    const planning = { world, roster, ground, pictures, unitsOf: bureau.places.unitsOf }
    await enter('点位', 'point', planPoints(figures.year, planning))
    await enter('门前三包商户', 'shop', planShops(figures.year, bureau.places.shops, planning))
  }
  for (const { ledger, lives } of planMoney(figures, { roster, offices }))
    await enter(runtime.ledgers.get(ledger)!.title, ledger, lives)
  const set = await enter('绩效指标', 'indicator', planIndicators(figures, roster))
  const ids = set.map(({ id }) => id)
  await enter('手填值', 'typed-value', planTypedValues(figures, roster, ids))
}

/** The cases of a bureau's year; some of those left open lie with the open accounts. */
export function planCases(
  { bureau, plan, world, roster, ground }: Prepared,
  pictures: Awaited<ReturnType<typeof storePictures>>,
): Life[] {
  const { figures, responsible } = bureau.cases!
  const handler = plan.people.find(({ account }) => account === 'chuzhi')
  return planYear(figures, {
    world,
    roster,
    ground,
    pictures,
    responsible,
    seed: `${bureau.tenant} ${figures.year}`,
    ...(handler ? { openAccounts: { unit: handler.unit, handler: handler.id } } : {}),
  })
}
