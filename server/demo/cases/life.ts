import type { Trade } from '../../../catalog/standards/index.ts'
import type { Calendar } from '../../../modules/org/index.ts'
import type { PictureBook } from '../pictures/index.ts'
import type { Random } from '../random.ts'
import type { Group, Roster } from '../roster.ts'
import { DAY, instant, MINUTE } from '../times.ts'
import { type Crew, type HandlingClock, handle, resumeClock, startClock } from './handling.ts'
import type { Problem } from './problem.ts'
import { act, actAt, afterDelay, type Step, startWalk, type Walk } from './walk.ts'
import { because, describe, outcome, reporter } from './words.ts'

/** What becomes of a case beside the straight way. */
export interface Fate {
  void?: 'unfounded' | 'outside' | 'after-filing'
  verify?: boolean
  late?: boolean
  returned?: 'wrong-unit' | 'to-receiver' | 'by-handler' | 'to-handler'
  rework?: 'seen' | 'checked'
  reopened?: boolean
  pressed?: boolean
  erased?: boolean
  /** 1 is the usual pace of the desk. */
  pace?: number
}

/** Who handles what: the unit a trade goes to on this ground, and whose handlers go out for it. */
export interface Responsibility {
  unitFor(trade: Trade, grid: string): string
  teamFor(trade: Trade, unit: string): string
  /** Units that are sent by mistake what is another's. */
  neighbours: readonly string[]
}
export interface Setting {
  responsible: Responsibility
  roster: Roster
  calendar: Calendar
  pictures: PictureBook
}

/** One case while it goes through the bureau. */
interface Course extends Setting {
  walk: Walk
  problem: Problem
  fate: Fate
  random: Random
  receivers: Group
  dispatchers: Group
  collectors: Group
  /** Those who keep the very grid. */
  keepers: Group
  receiver?: string
  filer?: string
  dispatcher?: string
}

/** The whole life of a case, to its end. Later it may be cut where the year ends. */
export function lifeOf(problem: Problem, fate: Fate, setting: Setting, random: Random): Step[] {
  const { roster } = setting
  const course: Course = {
    ...setting,
    walk: startWalk(roster, random, problem.at, fate.pace),
    problem,
    fate,
    random,
    receivers: roster.of('receiver'),
    dispatchers: roster.of('dispatcher'),
    collectors: roster.keeping(problem.grid.slice(0, 9), 'collector'),
    keepers: roster.keeping(problem.grid, 'collector'),
  }
  receive(course)
  if (fate.verify || fate.void === 'unfounded') verify(course)
  if (fate.void && fate.void !== 'after-filing') {
    const reason = fate.void === 'unfounded' ? 'voidUnfounded' : 'voidOutside'
    act(course.walk, 'void', course.receivers, [3, 25], { reason: because(reason, random), first: [course.receiver] })
    return course.walk.steps
  }
  file(course)
  if (fate.void) {
    returnToReceiver(course)
    act(course.walk, 'void-returned', course.receivers, [10, 90], {
      reason: because('voidReturned', random),
      first: [course.filer],
    })
    return course.walk.steps
  }
  if (fate.returned === 'to-receiver') refile(course)
  const handled = throughUnit(course)
  finish(course, handled)
  if (fate.reopened) reopen(course, handled)
  if (fate.erased) erase(course)
  return course.walk.steps
}

const photo = ({ problem: { spot }, random }: Course, hash: string, at: number) => ({
  hash,
  takenAt: instant(at),
  lng: Number((spot.point.lng + random.between(-4e-5, 4e-5)).toFixed(6)),
  lat: Number((spot.point.lat + random.between(-4e-5, 4e-5)).toFixed(6)),
})
const photos = (course: Course, when: 'before' | 'after', at: number, count = 1) => {
  const book = course.pictures[when][course.problem.standard.suggests]
  return course.random.sample(book, count).map((hash, i) => photo(course, hash, at - (i + 1) * 20_000))
}

function receive(course: Course): void {
  const { problem, random, walk, roster } = course
  const { channel, standard, spot } = problem
  const patrol = channel.source === 'patrol'
  const pictured = patrol || channel.source === 'device' || ['wechat', 'app'].includes(channel.id)
  const data = {
    channel: channel.id,
    address: spot.address,
    place: spot.point,
    description: describe(problem, random),
    ...(channel.source !== 'citizen' || random.chance(0.5) ? { subclass: standard.code } : {}),
    ...(pictured ? { photos: photos(course, 'before', problem.at, random.int(1, 2)) } : {}),
    ...(channel.source === 'citizen' ? reporter(random) : {}),
  }
  const group = patrol ? course.collectors : course.receivers
  const at = roster.next(group, problem.at)
  const person = actAt(walk, 'receive', group, at, { data, ...(patrol ? { first: course.keepers } : {}) })
  if (!patrol) course.receiver = person
}

function verify(course: Course): void {
  const { walk, fate } = course
  act(walk, 'ask-verify', course.receivers, [1, 9], { first: [course.receiver] })
  const at = afterDelay(walk, course.collectors, [12, 75])
  const verified = fate.void !== 'unfounded'
  const data = { verified, ...(verified ? { photos: photos(course, 'before', at) } : {}) }
  actAt(walk, 'verify', course.collectors, at, { data, first: course.keepers })
}

function file(course: Course): void {
  const { walk, problem, random } = course
  const { standard, condition } = problem
  const data = { subclass: standard.code, condition: condition.id }
  // A shift lead files what still lies in the pool, now and then.
  const leads =
    !course.receiver && random.chance(0.05)
      ? course.roster.onDuty(course.roster.of('shift-lead'), walk.at + 8 * MINUTE)
      : []
  const group = leads.length ? leads : course.receivers
  course.filer = act(walk, 'file', group, [1.5, 14], { data, first: [course.receiver] })
}

function returnToReceiver(course: Course): void {
  const reason = because('notOurs', course.random)
  course.dispatcher = act(course.walk, 'return-to-receiver', course.dispatchers, [3, 25], { reason })
}

function refile(course: Course): void {
  const { standard, condition } = course.problem
  returnToReceiver(course)
  act(course.walk, 'refile', course.receivers, [6, 55], {
    data: { subclass: standard.code, condition: condition.id },
    reason: because('corrected', course.random),
    first: [course.filer],
  })
}

interface Handled {
  unit: string
  clock: HandlingClock
  confirmedAt: number
}

function crewOf({ roster, problem, responsible }: Course, unit: string): Crew {
  const team = roster.of('handler', responsible.teamFor(problem.standard.suggests, unit))
  return { leads: roster.of('unit-lead', unit), handlers: team.length ? team : roster.of('handler', unit) }
}

function dispatch(course: Course, unit: string): void {
  course.dispatcher = act(course.walk, 'dispatch', course.dispatchers, [1.5, 13], { data: { unit } })
}

const material = (course: Course) => (at: number) => ({
  result: outcome(course.problem, course.random),
  afterPhotos: photos(course, 'after', at, course.random.int(1, 2)),
})

function throughUnit(course: Course): Handled {
  const { walk, problem, fate, random, calendar, responsible } = course
  const unit = responsible.unitFor(problem.standard.suggests, problem.grid)
  if (fate.returned === 'wrong-unit') byWrongUnit(course, unit)
  dispatch(course, unit)
  const crew = crewOf(course, unit)
  const clock = startClock(calendar, walk.at, problem.condition.limit)
  if (fate.returned === 'by-handler') {
    const assigned = afterDelay(walk, crew.leads, [2, 12])
    const handler = random.pick(walk.roster.onDuty(crew.handlers, walk.roster.next(crew.handlers, assigned)))
    actAt(walk, 'assign', crew.leads, assigned, { data: { handler } })
    act(walk, 'return-to-unit', [handler], [3, 14], { reason: because('handlerBack', random) })
  }
  const late = fate.late ?? false
  const task = { clock, calendar, late, material: material(course) }
  const { handler, confirmedAt } = handle(walk, crew, task)
  if (fate.returned === 'to-handler') sendBack(course, crew, handler, clock.dueAt)
  if (late && fate.pressed) press(course, clock.dueAt)
  return { unit, clock, confirmedAt: fate.returned === 'to-handler' ? walk.at : confirmedAt }
}

/** Sent to a neighbour in trade first, who gives it back, sometimes after having assigned it. */
function byWrongUnit(course: Course, right: string): void {
  const { walk, random, responsible } = course
  const wrong = random.pick(responsible.neighbours.filter((unit) => unit !== right))
  dispatch(course, wrong)
  const { leads, handlers } = crewOf(course, wrong)
  if (random.chance(0.2)) {
    const assigned = afterDelay(walk, leads, [2, 12])
    const handler = random.pick(walk.roster.onDuty(handlers, walk.roster.next(handlers, assigned)))
    actAt(walk, 'assign', leads, assigned, { data: { handler } })
    act(walk, 'withdraw-assignment', leads, [4, 20], { reason: because('misassigned', random) })
  }
  act(walk, 'return-to-dispatcher', leads, [4, 35], { reason: because('wrongUnit', random) })
}

/** Between submitting and confirming the lead finds it wanting; the same handler goes again. */
function sendBack(course: Course, crew: Crew, handler: string, dueAt: number): void {
  const { walk, random } = course
  const confirm = walk.steps.pop()!
  const submitted = Date.parse(walk.steps.at(-1)!.at)
  walk.at = submitted
  act(walk, 'send-back', crew.leads, [1, 6], { reason: because('sentBack', random) })
  const again = afterDelay(walk, [handler], [4, 12])
  actAt(walk, 'submit', [handler], again, { data: material(course)(again) })
  const planned = Date.parse(confirm.at)
  const soon = afterDelay(walk, crew.leads, [1, 5])
  actAt(walk, 'confirm', crew.leads, planned > soon && planned <= dueAt ? planned : soon)
}

/** A reminder while it is overdue and not yet handled. */
function press(course: Course, dueAt: number): void {
  const { walk, random, roster } = course
  const inspectors = roster.of('inspector')
  const submit = walk.steps.findLastIndex(({ move }) => move === 'submit')
  const at = roster.next(inspectors, dueAt + random.between(3, 60) * MINUTE)
  const [before, after] = [walk.steps[submit - 1]!, walk.steps[submit]!]
  if (at <= Date.parse(before.at) || at >= Date.parse(after.at)) return
  const person = random.pick(roster.onDuty(inspectors, at))
  walk.steps.splice(submit, 0, { move: 'press', person, at: instant(at), reason: because('press', random) })
}

/** From the unit's confirmation to the end, through a rework if there is to be one. */
function finish(course: Course, handled: Handled): void {
  const { walk, fate, random, calendar } = course
  if (fate.rework) {
    if (fate.rework === 'checked') {
      check(course, false)
      const first = [course.filer]
      act(walk, 'refuse-closing', course.receivers, [4, 40], { reason: because('notFixed', random), first })
    }
    const reason = because(fate.rework === 'seen' ? 'reworkSeen' : 'rework', random)
    act(walk, 'rework', course.dispatchers, [4, 30], { reason, first: [course.dispatcher] })
    const clock = resumeClock(calendar, handled.clock, handled.confirmedAt, walk.at)
    const again = handle(walk, crewOf(course, handled.unit), {
      clock,
      calendar,
      late: false,
      material: material(course),
    })
    Object.assign(handled, { clock, confirmedAt: again.confirmedAt })
  }
  check(course, true)
  const closing = course.problem.condition.id
  act(walk, 'close', course.receivers, [3, 70], { data: { closing }, first: [course.filer] })
}

function check(course: Course, fixed: boolean): void {
  const { walk, problem, random, roster } = course
  act(walk, 'forward', course.dispatchers, [2, 45], { first: [course.dispatcher] })
  const inspectors = random.chance(0.04) ? roster.of('inspector') : []
  const group = inspectors.length ? inspectors : course.collectors
  const at = afterDelay(walk, group, problem.condition.checkOnSite ? [14, 170] : [4, 40])
  const shown = !fixed || random.chance(0.85)
  const data = { fixed, ...(shown ? { checkPhotos: photos(course, fixed ? 'after' : 'before', at) } : {}) }
  actAt(walk, 'check', group, at, { data, ...(inspectors.length ? {} : { first: course.keepers }) })
}

function reopen(course: Course, handled: Handled): void {
  const { walk, random, calendar, roster } = course
  act(walk, 'reopen', roster.of('shift-lead'), [24 * 60, 96 * 60], { reason: because('reopen', random) })
  dispatch(course, handled.unit)
  const clock = resumeClock(calendar, handled.clock, handled.confirmedAt, walk.at)
  const task = { clock, calendar, late: false, material: material(course) }
  const { confirmedAt } = handle(walk, crewOf(course, handled.unit), task)
  finish({ ...course, fate: {} }, { unit: handled.unit, clock, confirmedAt })
}

function erase({ walk, roster, random }: Course): void {
  const days = DAY / MINUTE
  act(walk, 'erase-reporter', roster.of('shift-lead'), [3 * days, 20 * days], { reason: because('erase', random) })
}
