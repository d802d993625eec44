import { cases } from '../../../catalog/ledgers/cases.ts'
import type { Life } from '../../../modules/ledger/index.ts'
import { addDays } from '../../../platform/clock.ts'
import type { Random } from '../random.ts'
import { msOf } from '../times.ts'
import { type Fate, lifeOf, type Setting } from './life.ts'
import { type Bounds, drawProblem, type Town } from './problem.ts'
import type { Step } from './walk.ts'

/** Cases that stand in a state when the year ends: how they came there, and how long before. */
interface Left {
  state: string
  share: number
  /** Days before the last one, most and least. */
  daysBack: readonly [number, number]
  bounds: Bounds
  fate?: Fate
}

const evening: Bounds = { from: '15:30' }
const lefts: readonly Left[] = [
  { state: 'handling', share: 13, daysBack: [2, 22], bounds: { longOnly: true } },
  { state: 'to-handle', share: 5, daysBack: [0, 0], bounds: { from: '18:40' } },
  { state: 'handled', share: 4, daysBack: [0, 0], bounds: evening },
  { state: 'checking', share: 4, daysBack: [0, 1], bounds: evening },
  { state: 'to-dispatch', share: 3, daysBack: [0, 0], bounds: { from: '19:20' } },
  { state: 'confirmed', share: 3, daysBack: [0, 0], bounds: evening },
  { state: 'checked', share: 1, daysBack: [0, 1], bounds: { from: '11:00', until: '15:00' } },
  { state: 'to-rework', share: 1, daysBack: [1, 3], bounds: {}, fate: { rework: 'checked' } },
  { state: 'returned', share: 1, daysBack: [0, 0], bounds: evening, fate: { returned: 'to-receiver' } },
]

/** So many cases that are filed and not closed when the year ends; each stays as it is. */
export function stillOpen(
  town: Town,
  setting: Setting,
  {
    year,
    count,
    source,
    openAccounts,
  }: { year: number; count: number; source: Random; openAccounts?: { unit: string; handler: string } | undefined },
): Life[] {
  const cycle = lefts.flatMap((left) => Array.from({ length: left.share }, () => left))
  const end = msOf(`${year}-12-31`, '22:00')
  return Array.from({ length: count }, (_, i): Life => {
    const left = cycle[i % cycle.length]!
    const own = openAccounts && i % 4 === 0 ? openAccounts : undefined
    for (let attempt = 0; attempt < 400; attempt++) {
      const random = source.fork(`${i}/${attempt}`)
      const day = addDays(`${year}-12-31`, -random.int(left.daysBack[1] > 0 ? left.daysBack[0] : 0, left.daysBack[1]))
      const fits: Bounds = own
        ? { fits: ({ suggests }, grid) => setting.responsible.unitFor(suggests, grid) === own.unit }
        : {}
      const problem = drawProblem(town, day, random, { ...left.bounds, ...fits })
      const steps = cut(lifeOf(problem, left.fate ?? {}, setting, random.fork('life')), left.state, end)
      const handler = steps?.findLast(({ move }) => move === 'assign')?.data?.handler
      if (steps && !(own && handler && attempt < 200 && handler !== own.handler)) return { steps }
    }
    throw new Error(`no case is left ${left.state} at the end of ${year}`)
  })
}

/** The life up to its first standing in the state, or undefined when that lies beyond the end. */
function cut(steps: readonly Step[], state: string, end: number): Step[] | undefined {
  const index = steps.findIndex(({ move }) => cases.moves[move]?.to === state)
  return index >= 0 && Date.parse(steps[index]!.at) <= end ? steps.slice(0, index + 1) : undefined
}
