import type { Life } from '../../modules/ledger/index.ts'
import type { Day } from '../../platform/clock.ts'
import { type Random, random } from '../../server/demo/random.ts'
import { DAY, HOUR, msOf } from '../../server/demo/times.ts'
import type { Town } from './town.ts'
import type { Role } from './walk.ts'

/** A ledger as it is measured: what it is filled with, what is asked of it, what is walked in it. */
export interface Subject {
  /** What `--of` takes. */
  name: string
  ledger: string
  /** How many records it is filled with unless told. */
  usual: number
  /** The days on which they begin. */
  from: Day
  to: Day
  lives(town: Town, share: Share): Iterable<Life>
  asked: Asked
  /** On the day that the server's clock says. */
  walk(town: Town, drawn: Random, photo: string, on: Day): Walk
}
/** A year's records, or what of the year lies within the days of the subject. Numbers run within the year. */
export interface Share {
  fromDay: Day
  toDay: Day
  count: number
}
/** What the pages ask for, each list in turns. */
export interface Asked {
  years: readonly number[]
  classes: readonly string[]
  units: readonly string[]
  states: readonly string[]
  /** Two letters. */
  common: readonly string[]
  rare: readonly string[]
  /** Three or four. */
  words: readonly string[]
  count: string
  share: string
  stock?: string
}
/** One record's full path, the first step opening it, and two letters to search for. */
export interface Walk {
  steps: readonly (readonly [role: Role, move: string, data?: object])[]
  word: string
}

/** Lives that begin one after the other from seven to eight in the evening, evenly over the days of a share. */
export function* livesOver(
  { fromDay, toDay, count }: Share,
  lifeAt: (atMs: number, drawn: Random, i: number) => Life,
): Generator<Life> {
  const drawn = random(`bench ${fromDay}`)
  const days = Math.round((msOf(toDay) - msOf(fromDay)) / DAY) + 1
  for (let i = 0; i < count; i++) {
    const day = Math.floor((i * days) / count)
    const share = (i * days) / count - day
    yield lifeAt(msOf(fromDay) + day * DAY + 7 * HOUR + Math.floor(share * 13 * HOUR), drawn, i)
  }
}
