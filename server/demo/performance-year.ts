import { rateOf } from '../../modules/budget/index.ts'
import { type Life, SYSTEM } from '../../modules/ledger/index.ts'
import type { Day } from '../../platform/clock.ts'
import type { Offices } from './bureaus/index.ts'
import { actAt, reached, startWalk, type Walk } from './cases/walk.ts'
import type { BureauFigures, DemoProject } from './figures.ts'
import type { PictureBook } from './pictures/index.ts'
import { type Random, random } from './random.ts'
import type { Group, Roster } from './roster.ts'
import { milli } from './spread.ts'
import { MINUTE, msOf } from './times.ts'

interface Result {
  score: number
  grade: string
  /** What the review found. */
  difference?: string
  /** Why it was given back to who collected. */
  returned?: string
}
interface Warned {
  project: string
  choice: string
  cause: string
  measures: string
  /** Answered only after the payments had been held. */
  late?: boolean
}
interface Rectified {
  object: string
  problem: string
  measures: string
  owner: 'performance' | 'finance' | 'unit'
  dueOn: Day
  reached: 'open' | 'done' | 'closed'
  /** It came of the warning of that project, not of the evaluation. */
  warned?: boolean
}
/** How a bureau evaluated its year: who, when, what was warned of and set right, and what became of it. */
export interface PerformanceYear {
  leader: string
  members: string
  plan: string
  paper: string
  lastUse: string
  phases: { beginsOn: Day; collectBy: Day; reviewBy: Day; concludeBy: Day }
  whole: Result
  projects: Readonly<Record<string, Result>>
  warnings: { on: Day; periodEnd: Day; threshold: number; of: readonly Warned[] }
  rectifications: { on: Day; of: readonly Rectified[] }
  uses: readonly { object: string; form: string; amount?: number; said: string }[]
}
interface Planning {
  figures: BureauFigures
  roster: Roster
  offices: Offices
}

const WHOLE = '整体'
/** Who makes the moves of somebody who is asked for by name. */
const first = (group: Group): Group => group.slice(0, 1)

/** Walks through days: each step in office hours, and never before the one it follows. */
function walker(roster: Roster, drawn: Random, begins: Day) {
  const walk: Walk = startWalk(roster, drawn, msOf(begins, '09:00'))
  const step = (move: string, group: Group, on: Day, data: Record<string, unknown> = {}, reason?: string) => {
    const wished = Math.max(walk.at + 20 * MINUTE, msOf(on, '09:10') + drawn.int(0, 400) * MINUTE)
    actAt(walk, move, group, reached(walk, group, wished), { data, ...(reason ? { reason } : {}) })
  }
  return { walk, step }
}

const unitOf = ({ figures, offices }: Planning, code: string): string =>
  offices[figures.projects.find((project) => project.code === code)?.office ?? 'bureau'][0]!

/** The self-evaluations of the whole and of every project, through their three phases to the finance bureau. */
export function planSelfEvaluations(year: PerformanceYear, planning: Planning): Life[] {
  const all = [[WHOLE, year.whole] as const, ...Object.entries(year.projects)]
  return all.map(([object, result]) => selfEvaluation(year, planning, object, result))
}

function selfEvaluation(
  { phases, leader, members, plan, paper, lastUse }: PerformanceYear,
  planning: Planning,
  object: string,
  { score, grade, difference, returned }: Result,
): Life {
  const { roster, figures } = planning
  const performance = first(roster.of('performance'))
  const reviewer = first(roster.of('finance'))
  const collector = object === WHOLE ? performance : first(roster.of('unit-lead', unitOf(planning, object)))
  const { walk, step } = walker(roster, random(`${figures.tenant} evaluation ${object}`), phases.beginsOn)
  const day = (date: number) => `${figures.year}-12-${date}`
  const { beginsOn, ...last } = phases
  const owners = { collector: collector[0], reviewer: reviewer[0], concluder: performance[0] }
  step('start', performance, beginsOn, {
    year: figures.year,
    object,
    leader,
    members,
    plan,
    lastUse,
    ...owners,
    ...last,
  })
  step('collect', collector, day(11), { collected: '资金使用和指标完成的数据、凭证已经采齐' })
  if (returned) {
    step('return', reviewer, day(16), { collectBy: day(18) }, returned)
    step('collect', collector, day(17), { collected: '已补齐' })
  }
  const found = difference ? { differences: 1, difference } : { differences: 0 }
  step('review', reviewer, day(20), { opinion: difference ? '有差异，已核对更正' : '与凭证和台账一致', ...found })
  step('conclude', performance, day(26), { score: milli(score), grade })
  step('submit', performance, day(30), { paper })
  if (object === WHOLE) approval(planning, step)
  return { steps: walk.steps }
}

/** The finance bureau asks once about the whole and is answered; then it is approved. */
function approval({ roster, figures }: Planning, step: ReturnType<typeof walker>['step']): void {
  const on = (date: string) => `${figures.year + 1}-01-${date}`
  const question = '服务对象满意度的样本有多少，怎样取得？'
  step('ask', first(roster.of('reviewer')), on('06'), { question, askedOn: on('06'), answerBy: on('10') })
  step('answer', first(roster.of('performance')), on('07'), {
    answer: '各项目按发放的问卷统计，样本数见满意度调查的答卷台账',
  })
  step('approve', first(roster.of('director')), on('10'))
}

/** The execution rate of a project on a day, in thousandths of a percent. */
function rateOn({ initial, adjustments, payments }: DemoProject, on: Day): number {
  const sum = (all: readonly { on: Day; amount: number }[]) =>
    all.reduce((total, one) => (one.on <= on ? total + one.amount : total), 0)
  const full = (initial?.amount ?? 0) + sum(adjustments)
  return milli(Number(rateOf(sum(payments), full) ?? 0))
}

/** A warning for each project that lags, its answer, and what came of it; who answers late has the payments held before. */
export function planWarnings({ warnings }: PerformanceYear, planning: Planning): Life[] {
  const { figures, roster } = planning
  const { on, periodEnd, threshold } = warnings
  const performance = first(roster.of('performance'))
  return warnings.of.map(({ project, choice, cause, measures, late }) => {
    const { walk, step } = walker(roster, random(`${figures.tenant} warning ${project}`), on)
    const unit = unitOf(planning, project)
    const lead = first(roster.of('unit-lead', unit))
    const rate = rateOn(figures.projects.find(({ code }) => code === project)!, periodEnd)
    const said = `截至${periodEnd}执行率${rate / 1000}%，低于${threshold}%`
    const data = {
      year: figures.year,
      project,
      periodEnd,
      kind: 'execution',
      rate,
      threshold: milli(threshold),
      said,
      unit,
    }
    step('raise', performance, on, data)
    if (late) {
      walk.steps.push({
        move: 'pause',
        person: SYSTEM,
        at: new Date(msOf(`${figures.year}-12-17`, '00:01')).toISOString(),
      })
      walk.at = msOf(`${figures.year}-12-17`, '00:01')
    }
    const answered = `${figures.year}-12-${late ? '17' : '09'}`
    step(late ? 'make-up' : 'answer', lead, answered, { choice, cause, measures })
    if (choice !== 'd2') step('settle', performance, `${figures.year}-12-19`, { finding: '所写原因和措施属实' })
    return { steps: walk.steps }
  })
}

/** The four measures of the report, each with who answers for it; `warnings` are the ids of the warnings, by project. */
export function planRectifications(
  { rectifications }: PerformanceYear,
  planning: Planning & { pictures: PictureBook },
  warnings: ReadonlyMap<string, string>,
): Life[] {
  const { figures, roster, pictures } = planning
  const performance = first(roster.of('performance'))
  return rectifications.of.map(({ object, problem, measures, owner, dueOn, reached: until, warned }, i) => {
    const { walk, step } = walker(roster, random(`${figures.tenant} rectification ${i}`), rectifications.on)
    const unit = owner === 'unit' ? unitOf(planning, object) : planning.offices.bureau[0]!
    const person = first(owner === 'unit' ? roster.of('unit-lead', unit) : roster.of(owner))
    const source = warned ? { source: 'warning', warning: warnings.get(object) } : { source: 'evaluation' }
    const asked = { ...source, year: figures.year, object, problem, measures, unit, owner: person[0], dueOn }
    step('open', performance, rectifications.on, asked)
    const evidence = [{ hash: pictures.after.cleaning[0]! }]
    if (until !== 'open') step('finish', person, `${figures.year}-12-25`, { result: '已按措施完成', evidence })
    if (until === 'closed')
      step('verify', performance, `${figures.year}-12-27`, { finding: '查看备忘录和会议记录，属实' })
    return { steps: walk.steps }
  })
}

/** What the results were used for; `evaluations` are the ids of the self-evaluations, by object. */
export function planResultUses(
  { uses }: PerformanceYear,
  { figures, roster }: Planning,
  evaluations: ReadonlyMap<string, string>,
): Life[] {
  const performance = first(roster.of('performance'))
  const usedOn = `${figures.year}-12-31`
  return uses.map(({ object, ...told }, i) => {
    const { walk, step } = walker(roster, random(`${figures.tenant} use ${i}`), usedOn)
    step('record', performance, usedOn, {
      year: figures.year,
      object,
      evaluation: evaluations.get(object),
      usedOn,
      ...told,
    })
    return { steps: walk.steps }
  })
}
