import { roles } from '../../catalog/roles.ts'
import { type LedgerRecord, type LedgerRuntime, type Life, replayInParts } from '../../modules/ledger/index.ts'
import { forgetOrg, setUpBureau } from '../../modules/org/index.ts'
import { findTenants } from '../../platform/tenants.ts'
import { addressesOf } from './addresses.ts'
import { type DemoBureau, demoBureaus } from './bureaus/index.ts'
import { planYear } from './cases/plan.ts'
import { type Ground, groundOf } from './ground.ts'
import { planAnswers, planIndicators, planTypedValues } from './indicators.ts'
import { planLamps } from './lamps.ts'
import { planMoney } from './money.ts'
import { planNotices } from './notices.ts'
import { planParking } from './parking.ts'
import { planPenalties } from './penalties.ts'
import {
  type PerformanceYear,
  planRectifications,
  planResultUses,
  planSelfEvaluations,
  planWarnings,
} from './performance-year.ts'
import { planPermits } from './permits.ts'
import { type PictureBook, storePictures } from './pictures/index.ts'
import { planPoints } from './points.ts'
import { type Roster, rosterOf } from './roster.ts'
import { planShops } from './shops.ts'
import { BATCH } from './spread.ts'
import { planSurveyAnswers, planSurveys } from './surveys.ts'
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
  const missing = demoBureaus.filter(({ tenant }) => !there.includes(tenant))
  await inLanes(missing, 2, (bureau) => loadBureau(prepare(bureau), loading))
}

/** Everything about a bureau that follows from its figures alone; no database is asked. */
export function prepare(bureau: DemoBureau): Prepared {
  const ground = groundOf(bureau.place)
  const plan = bureau.plan(ground)
  const world = worldOf(plan, ground)
  return { bureau, plan, ground, world, roster: rosterOf(plan, world.calendar) }
}

async function loadBureau(prepared: Prepared, { runtime, dataDir, log }: DemoLoading): Promise<void> {
  const { bureau, plan, roster } = prepared
  const { tenant, figures } = bureau
  const { database } = runtime
  const titleOf = (ledger: string) => runtime.ledgers.get(ledger)!.title
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
  // What names a project by its code comes after it.
  const isNamed = ({ ledger }: Lot) => runtime.ledgers.get(ledger)!.keyed !== undefined
  const lots = lotsOf(prepared, pictures)
  for (const { ledger, lives } of lots.filter(isNamed)) await enter(titleOf(ledger), ledger, lives())
  await inLanes(
    lots.filter((lot) => !isNamed(lot)),
    2,
    ({ ledger, lives }) => enter(titleOf(ledger), ledger, lives()),
  )
  const set = await enter('绩效指标', 'indicator', planIndicators(figures, roster))
  const ids = set.map(({ id }) => id)
  const unit = prepared.bureau.offices.bureau[0]!
  const surveys = await enter('满意度调查', 'survey', planSurveys(figures, roster, unit))
  const answers = planSurveyAnswers(
    figures,
    roster,
    surveys.map(({ id }) => id),
  )
  await enter('满意度答卷', 'survey-answer', answers)
  await enter('存疑答复', 'question-answer', planAnswers(figures, roster))
  await enter('手填值', 'typed-value', planTypedValues(figures, roster, ids, pictures.after.building[0]!))
  if (bureau.performance) await enterPerformanceYear(bureau.performance, prepared, pictures, enter)
}

/** The performance year: what refers to an evaluation or a warning is entered after it. */
async function enterPerformanceYear(
  year: PerformanceYear,
  { bureau: { figures, offices }, roster }: Prepared,
  pictures: PictureBook,
  enter: Enter,
): Promise<void> {
  const planning = { figures, roster, offices, pictures }
  const idsBy = (field: string, records: readonly LedgerRecord[]) =>
    new Map(records.map(({ id, data }) => [String(data[field]), id]))
  const evaluations = await enter('自评组织', 'self-evaluation', planSelfEvaluations(year, planning))
  const warnings = await enter('绩效预警', 'performance-warning', planWarnings(year, planning))
  const rectifications = planRectifications(year, planning, idsBy('project', warnings))
  await enter('整改台账', 'rectification', rectifications)
  await enter('结果应用', 'result-use', planResultUses(year, planning, idsBy('object', evaluations)))
}

/** A year of one ledger, worked out when its turn comes. */
interface Lot {
  ledger: string
  lives(): Life[]
}
/** What a bureau's year is made of, the long ones first: they are entered side by side. */
function lotsOf(prepared: Prepared, pictures: PictureBook): Lot[] {
  const { bureau, roster, world, ground } = prepared
  const { figures, offices } = bureau
  const { year, permits, penalties, parking, lamps } = figures
  const squads = offices.enforcement
  const planning = { world, roster, ground, pictures }
  const addresses = addressesOf(ground)
  const lot = (ledger: string, lives: () => Life[]): Lot => ({ ledger, lives })
  const places = bureau.places && { ...planning, unitsOf: bureau.places.unitsOf }
  return [
    ...(bureau.cases ? [lot('case', () => planCases(prepared, pictures))] : []),
    ...(parking ? [lot('parking', () => planParking(year, parking, { ...planning, squads }))] : []),
    ...(penalties ? [lot('penalty', () => planPenalties(year, penalties, { ...planning, addresses, squads }))] : []),
    ...(places
      ? [lot('shop', () => planShops(year, bureau.places!.shops, places)), lot('point', () => planPoints(year, places))]
      : []),
    lot('work', () => planWorks(figures, { ...planning, offices })),
    ...(lamps
      ? [lot('lamp', () => planLamps(year, lamps, { world, roster, ground, unit: offices.lighting[0]! }))]
      : []),
    ...(permits ? [lot('permit', () => planPermits({ year, published: permits }, { world, roster, ground }))] : []),
    ...(bureau.notices ? [lot('notice', () => planNotices(year, bureau.notices!, planning))] : []),
    ...planMoney(figures, { roster, offices }).map(({ ledger, lives }) => lot(ledger, () => [...lives])),
  ]
}

/** Does all of them, so many at a time, in their order: while the database writes for one, what another did is decided. */
async function inLanes<T>(all: readonly T[], lanes: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all]
  const lane = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
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
