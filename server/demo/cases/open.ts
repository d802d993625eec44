import { cases } from '../../../catalog/ledgers/cases.ts'
import type { Life } from '../../../modules/ledger/index.ts'
import { addDays } from '../../../platform/clock.ts'
import type { Random } from '../random.ts'
import { msOf } from '../times.ts'
import { type Fate, lifeOf, type Setting } from './life.ts'
import { type Bounds, drawProblem, type Problem, type Town } from './problem.ts'
import type { Step } from './walk.ts'

/** Cases that stand in a state when the year ends: how they came there, and how long before. */
interface Left {
  state: string
  share: number
  /** Days before the last one, most and least. */
  daysBack: readonly [number, number]
  bounds: Bounds
  fate?: Fate
  /** Every so-manieth is past its time when the year ends; otherwise none is. */
  overdueEvery?: number
}

const evening: Bounds = { from: '15:30' }
const lefts: readonly Left[] = [
  { state: 'handling', share: 13, daysBack: [2, 22], bounds: { longOnly: true }, overdueEvery: 5 },
  { state: 'to-handle', share: 5, daysBack: [0, 0], bounds: { from: '18:40' } },
  { state: 'handled', share: 4, daysBack: [0, 0], bounds: evening },
  { state: 'checking', share: 4, daysBack: [0, 1], bounds: evening },
  { state: 'to-dispatch', share: 3, daysBack: [0, 0], bounds: { from: '19:20' } },
  { state: 'confirmed', share: 3, daysBack: [0, 0], bounds: evening },
  { state: 'checked', share: 1, daysBack: [0, 1], bounds: { from: '11:00', until: '15:00' } },
  { state: 'to-rework', share: 1, daysBack: [1, 3], bounds: {}, fate: { rework: 'checked' } },
  { state: 'returned', share: 1, daysBack: [0, 0], bounds: evening, fate: { returned: 'to-receiver' } },
]

const MOST = 600

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
  const cycle = lefts.flatMap(({ overdueEvery, ...left }) =>
    Array.from({ length: left.share }, (_, nth) => ({
      ...left,
      overdue: overdueEvery !== undefined && nth % overdueEvery === 1,
    })),
  )
  const end = msOf(`${year}-12-31`, '22:00')
  return Array.from({ length: count }, (_, i): Life => {
    const left = cycle[i % cycle.length]!
    const own = openAccounts && i % 4 === 0 ? openAccounts : undefined
    for (let attempt = 0; attempt < MOST; attempt++) {
      const random = source.fork(`${i}/${attempt}`)
      const day = addDays(`${year}-12-31`, -random.int(left.daysBack[1] > 0 ? left.daysBack[0] : 0, left.daysBack[1]))
      const fits: Bounds = own
        ? { fits: ({ suggests }, grid) => setting.responsible.unitFor(suggests, grid) === own.unit }
        : {}
      const problem = drawProblem(town, day, random, { ...left.bounds, ...fits })
      const steps = cut(lifeOf(problem, left.fate ?? {}, setting, random.fork('life')), left.state, end)
      if (!steps || isOverdue(steps, problem, setting, end) !== left.overdue) continue
      const handler = steps.findLast(({ move }) => move === 'assign')?.data?.handler
      if (!own || !handler || attempt > MOST / 2 || handler === own.handler) return { steps }
    }
    throw new Error(`no case is left ${left.state} at the end of ${year}`)
  })
}

function isOverdue(steps: readonly Step[], { condition }: Problem, { calendar }: Setting, end: number): boolean {
  const dispatched = steps.findLast(({ move }) => move === 'dispatch')
  const stopped = steps.some(({ move }) => move === 'confirm')
  return !!dispatched && !stopped && Date.parse(calendar.addLimit(dispatched.at, condition.limit)) < end
}

/** The life up to its first standing in the state, or undefined when that lies beyond the end. */
function cut(steps: readonly Step[], state: string, end: number): Step[] | undefined {
  const index = steps.findIndex(({ move }) => cases.moves[move]?.to === state)
  return index >= 0 && Date.parse(steps[index]!.at) <= end ? steps.slice(0, index + 1) : undefined
}
