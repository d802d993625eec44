import type { Life } from '../../../modules/ledger/index.ts'
import type { Random } from '../random.ts'
import type { Group, Roster } from '../roster.ts'
import { instant, MINUTE, SECOND } from '../times.ts'

export type Step = Life['steps'][number]
/** From so many minutes after the step before, to so many. */
export type Delay = readonly [from: number, to: number]

/** A life while it is being made up: each step later than the one before, by somebody at work at that moment. */
export interface Walk {
  readonly steps: Step[]
  readonly random: Random
  readonly roster: Roster
  /** The moment of the last step. */
  at: number
  /** 1 is the usual pace of the desk; less is faster. */
  pace: number
}

/** The longest anybody takes to work off what gathered overnight, in minutes. */
const QUEUE = 165

export const startWalk = (roster: Roster, random: Random, at: number, pace = 1): Walk => ({
  steps: [],
  random,
  roster,
  at,
  pace,
})

/** When somebody of the group gets to it: not before, and some minutes after their shift has begun. */
export function reached({ roster, random }: Walk, group: Group, wished: number): number {
  const open = roster.next(group, wished)
  if (open === wished) return wished
  return roster.next(group, open + random.between(1, 16) * MINUTE)
}

/** After the delay; where that lies outside everybody's shift, some while into the next one: a queue has gathered. */
export function afterDelay(walk: Walk, group: Group, [from, to]: Delay): number {
  const { roster, random, pace } = walk
  const wished = walk.at + random.between(from, to) * pace * MINUTE
  const open = roster.next(group, wished)
  if (open === wished) return wished
  return roster.next(group, open + random.between(1, Math.min(QUEUE, 14 + to)) * pace * MINUTE)
}

interface Told {
  data?: Step['data']
  reason?: string
  /** Who should do it if they are at work then, in this order: the holder of the case. */
  first?: readonly (string | undefined)[]
}

/** Adds a step at a moment when the group is at work. Gives who made it. */
export function actAt(
  walk: Walk,
  move: string,
  group: Group,
  at: number,
  { data, reason, first = [] }: Told = {},
): string {
  const moment = Math.floor(at / SECOND) * SECOND
  const there = walk.roster.onDuty(group, moment)
  const person = first.find((one) => one !== undefined && there.includes(one)) ?? walk.random.pick(there)
  walk.steps.push({ move, person, at: instant(moment), ...(data ? { data } : {}), ...(reason ? { reason } : {}) })
  walk.at = moment
  return person
}

export const act = (walk: Walk, move: string, group: Group, delay: Delay, told?: Told): string =>
  actAt(walk, move, group, afterDelay(walk, group, delay), told)
