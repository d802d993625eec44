import { channels } from '../../catalog/channels.ts'
import { standards } from '../../catalog/standards/index.ts'
import type { BureauPlan } from '../../modules/org/index.ts'
import { addressesOf, type Spot } from '../../server/demo/addresses.ts'
import { linglingBureau, linglingResponsible, linglingSquads } from '../../server/demo/bureaus/lingling.ts'
import { channelShares, likelihood } from '../../server/demo/cases/kinds.ts'
import { type Ground, groundOf } from '../../server/demo/ground.ts'
import { type Random, random } from '../../server/demo/random.ts'
import { type Roster, rosterOf } from '../../server/demo/roster.ts'
import { type PlanningWorld, worldOf } from '../../server/demo/world.ts'

export const tenant = '431102'
/** Records lie in the ten years before this day, or in some of them; the bench's clock starts on its morning. */
export const firstDay = '2016-07-01'
export const lastDay = '2026-06-30'
export const morning = '2026-07-01T01:00:00.000Z'
/** Stands for every photo. */
export const photo = 'a'.repeat(64)

type Channel = (typeof channels)[number]
export type Place = Spot & { grid: string }

/** The demonstration's bureau with its real ground and units, as a bench draws records from it: thousands a second. */
export interface Town {
  plan: BureauPlan
  world: PlanningWorld
  roster: Roster
  places: readonly Place[]
  channels: readonly Channel[]
  /** What is reported through a channel, common subclasses often. */
  kinds: ReadonlyMap<Channel, typeof standards>
  receivers: readonly string[]
  dispatchers: readonly string[]
  collectors: readonly string[]
  leadsOf(unit: string): readonly string[]
  handlersOf(unit: string): readonly string[]
  responsible: typeof linglingResponsible
  squads: readonly string[]
}

export function buildTown(): Town {
  const ground = groundOf('lingling')
  const [from, to] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))]
  const plan = { ...linglingBureau(ground), fromOn: firstDay, years: [from, to] } satisfies BureauPlan
  const world = worldOf(plan, ground)
  const drawn = random('bench town')
  const holding = (role: string, unit?: string) =>
    plan.people
      .filter((one) => one.roles?.some((held) => held.role === role) && (!unit || one.unit === unit))
      .map(({ id }) => id)
  return {
    plan,
    world,
    roster: rosterOf(plan, world.calendar),
    places: placesOf(ground, world, drawn, 4000),
    channels: deck(channels, ({ id }) => channelShares[id], drawn),
    kinds: new Map(
      channels.map((channel) => [channel, deck(standards, likelihood('2022-05-10', 'fair', channel.source), drawn)]),
    ),
    receivers: holding('receiver'),
    dispatchers: holding('dispatcher'),
    collectors: holding('collector'),
    leadsOf: (unit) => holding('unit-lead', unit),
    handlersOf: (unit) => holding('handler', unit),
    responsible: linglingResponsible,
    squads: linglingSquads,
  }
}

function placesOf(ground: Ground, { gridOf }: PlanningWorld, drawn: Random, count: number): Place[] {
  const addresses = addressesOf(ground)
  const places: Place[] = []
  while (places.length < count) {
    const spot = addresses.anywhere(drawn)
    const grid = gridOf(spot.point)
    if (grid) places.push({ ...spot, grid })
  }
  return places
}

/** Things in the shares of their weights: drawing by weight becomes picking one. */
const deck = <T>(list: readonly T[], weight: (one: T) => number, drawn: Random): T[] =>
  Array.from({ length: 5000 }, () => drawn.weighted(list, weight))
