import { Decimal } from 'decimal.js'
import { type Day, dayOf, type Instant } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { invalid } from '../../platform/errors.ts'
import { projectFacts, rateOf } from '../budget/index.ts'
import { recordsOf } from '../ledger/index.ts'
import { getMetric } from '../metrics/index.ts'
import type { MonitoringAnswer } from './contract.ts'
import { type Deduction, type Money, type Scheme, text2, type Value } from './domain.ts'
import { type Evidence, evidenceIn, WHOLE } from './evidence.ts'
import {
  bounds,
  budgetLight,
  forecastOf,
  forecastPaid,
  indicatorLight,
  type MonitoringRules,
  passedBy,
  rowsFor,
  targetProgress,
  thresholdOn,
  worstOf,
} from './monitoring.ts'
import { nameOf, schemeOf, valuesOf, type Year, yearOf } from './queries.ts'
import { type Indicator, indicatorsOf } from './rows.ts'
import { score, targetText } from './scoring.ts'
import type { ScoreSight } from './sight.ts'

type Monitored = MonitoringAnswer['projects'][number]
type Broken = Monitored['broken'][number]
type Line = Monitored['indicators'][number]
/** A year as it was on a day. */
export interface MonitoringSight extends ScoreSight {
  until: Day
  rules: MonitoringRules
}

/** The day a year is looked at when nobody says: today, or its last when it is over. Errors: a day of another year (422). */
export function dayAsked(year: number, asked: Day | undefined, now: Instant): Day {
  if (asked !== undefined) {
    if (!asked.startsWith(`${year}-`))
      throw invalid('evaluation.other-year', `截至日${asked}不在${year}年；请选择当年的日期。`)
    return asked
  }
  const today = dayOf(now)
  return today.startsWith(`${year}-`) ? today : `${year}-12-31`
}

/** The warnings of the year, of periods that had ended by the day, by project, the newest first; what was taken back says so. */
async function warningsOf(tx: Tx, { year, until }: MonitoringSight): Promise<Map<string, Monitored['warnings']>> {
  const byProject = new Map<string, Monitored['warnings']>()
  for (const { id, number, state, data } of await recordsOf(tx, 'performance-warning')) {
    if (data.year !== year || String(data.periodEnd) > until) continue
    const [project, kind, periodEnd] = [data.project, data.kind, data.periodEnd].map(String) as [string, string, Day]
    const one = { id, number, kind, periodEnd, withdrawn: state === 'withdrawn' }
    byProject.set(project, [...(byProject.get(project) ?? []), one])
  }
  return byProject
}

const pacedKinds = new Set(['count', 'sum'])
const isPaced = ({ catalog }: ScoreSight, { metric }: Indicator): boolean =>
  metric !== undefined && pacedKinds.has(getMetric(catalog, metric).metric.kind)

interface Read {
  line: Indicator
  value: Value | undefined
  paced: boolean
}
const hasValue = (value: Value | undefined) => value?.actual !== undefined || value?.tier !== undefined
/** A line as the rules see it. */
const standing = ({ line, value = {}, paced }: Read) => ({
  direction: line.direction,
  weight: line.weight,
  paced,
  ...(line.target === undefined ? {} : { target: line.target }),
  ...(line.upTo === undefined ? {} : { upTo: line.upTo }),
  ...(value.actual === undefined ? {} : { actual: value.actual }),
  ...(value.tier === undefined ? {} : { tier: value.tier }),
})

function lineSeen(scheme: Scheme, read: Read, money: Money, passed: Decimal): Line & { value?: string } {
  const { line, value } = read
  const isExecution = line.direction === 'execution'
  const seen = isExecution ? budgetLight(money, passed) : indicatorLight(standing(read), passed)
  const actual = isExecution ? new Decimal(money.paid).div(1_000_000).toString() : value?.actual
  const tier = value?.tier ? scheme.tiers[value.tier].label : ''
  return {
    id: line.id,
    name: line.name,
    targetText: targetText(line),
    actualText: actual === undefined ? tier : `${actual}${line.measure}`,
    ...seen,
    ...(line.metric ? { metric: line.metric, where: { ...line.where } } : {}),
  }
}

/** The points of the year's end if it goes on like this, of those lines that have a value by now. */
function forecast(
  scheme: Scheme,
  { reads, money, deductions }: { reads: readonly Read[]; money: Money; deductions: readonly Deduction[] },
  passed: Decimal,
): Monitored['forecast'] {
  if (!reads.length) return null
  const judged = reads.filter(({ line, value }) => hasValue(value) || line.direction === 'execution')
  const values = Object.fromEntries(
    judged.map(({ line, value = {}, paced }) => [
      line.id,
      value.actual === undefined
        ? value
        : { ...value, actual: forecastOf(new Decimal(value.actual), paced, passed).toString() },
    ]),
  )
  const expected = { ...money, paid: forecastPaid(money, passed) }
  const lines = judged.map(({ line }) => line)
  const { total } = score(scheme, { lines, values, money: expected, deductions })
  const of = lines.reduce((sum, { weight }) => sum.plus(weight), new Decimal(money.full > 0 ? scheme.execution : 0))
  const left = reads.length - judged.length
  const unknown = left ? `另有${left}个指标还没有完成值，没有算进去。` : ''
  return {
    points: total,
    of: text2(of),
    because: passed.lt(1)
      ? `按目前进度，能推算的${text2(of)}分到年末得${total}分：数量和金额按时间折算，比率和手填值按现值，各项不超过分值。${unknown}`
      : `全年已过，${text2(of)}分得${total}分。${unknown}`,
  }
}

/** Below the threshold of the last period that has ended; where there is none, far behind the time that has passed. */
function executionBroken(
  { rules, until }: MonitoringSight,
  tenant: string,
  { money, atPeriodEnd }: { money: Money; atPeriodEnd: Money | undefined },
): Broken[] {
  const rule = thresholdOn(rules.thresholds, tenant, until)
  const told = (periodEnd: Day, rate: string, threshold: Decimal, because: string): Broken[] => [
    { kind: 'execution', periodEnd, rate, threshold: text2(threshold), because },
  ]
  const then = atPeriodEnd ? rateOf(atPeriodEnd.paid, atPeriodEnd.full) : null
  if (rule && then !== null && new Decimal(then).lt(rule.least))
    return told(rule.endedOn, then, new Decimal(rule.least), `截至${rule.endedOn}执行率${then}%，低于${rule.least}%。`)
  const passed = passedBy(until)
  const { light, because } = budgetLight(money, passed)
  const rate = rateOf(money.paid, money.full)
  return light === 'red' && rate !== null ? told(until, rate, passed.times(bounds.red), because) : []
}

function gapBroken({ rules, until }: MonitoringSight, tenant: string, reads: readonly Read[], money: Money): Broken[] {
  const [rule] = rowsFor(rules.gaps, tenant, until)
  const rate = rateOf(money.paid, money.full)
  const progress = targetProgress(reads.filter(({ paced }) => paced).map(standing))
  if (!rule || rate === null || !progress) return []
  const gap = progress.minus(rate).abs()
  if (gap.lte(rule.most)) return []
  const because = `目标进度${text2(progress)}%，执行率${rate}%，相差${text2(gap)}个百分点，超过${rule.most}个百分点。`
  return [{ kind: 'gap', periodEnd: until, rate: text2(gap), threshold: text2(new Decimal(rule.most)), because }]
}

/** The indicators that lag, told together; the one furthest behind gives the number. */
function progressBroken({ until }: MonitoringSight, lines: readonly (Line & { value?: string })[]): Broken[] {
  const lagging = lines
    .flatMap(({ light, value, name, because }) =>
      light === 'red' && value !== undefined ? [{ value, name, because }] : [],
    )
    .sort((a, b) => Number(a.value) - Number(b.value))
  if (!lagging[0]) return []
  const because = lagging.map((line) => `“${line.name}”${line.because}`).join('')
  return [
    { kind: 'progress', periodEnd: until, rate: lagging[0].value, threshold: text2(new Decimal(bounds.red)), because },
  ]
}

interface Project {
  project: string
  lines: readonly Indicator[]
  /** What had been spent when the period of the threshold ended. */
  atPeriodEnd: Money | undefined
}

function monitored(year: MonitoredYear, { project, lines, atPeriodEnd }: Project): Monitored {
  const { sight, evidence, projects, warnings, tenant } = year
  const scheme = schemeOf(year, project)
  const passed = passedBy(sight.until)
  const money = evidence.moneyOf(project)
  const { values, faults } = valuesOf(year, lines)
  const reads = lines.map((line) => ({ line, value: values[line.id], paced: !faults[line.id] && isPaced(sight, line) }))
  const seen = reads.map((read) => lineSeen(scheme, read, money, passed))
  const budget = budgetLight(money, passed)
  const counted = seen.filter((_, i) => lines[i]!.direction !== 'execution')
  return {
    project,
    name: nameOf(project, year.names),
    unit: projects.get(project)?.unit ?? '',
    full: money.full,
    paid: money.paid,
    rate: rateOf(money.paid, money.full),
    light: worstOf([budget.light, ...seen.map(({ light }) => light)]),
    budget,
    indicators: seen,
    forecast: forecast(scheme, { reads, money, deductions: year.deductions.get(project) ?? [] }, passed),
    broken: [
      ...executionBroken(sight, tenant, { money, atPeriodEnd }),
      ...progressBroken(sight, counted),
      ...gapBroken(sight, tenant, reads, money),
    ],
    warnings: warnings.get(project) ?? [],
  }
}

interface MonitoredYear extends Year {
  sight: MonitoringSight
  tenant: string
  projects: ReadonlyMap<string, { name: string; unit: string }>
  warnings: ReadonlyMap<string, Monitored['warnings']>
}

/** What there is to look at: the projects with money or indicators, and the whole where it has indicators. */
function projectsToSee({ evidence }: Year, all: readonly Indicator[], projects: readonly string[], then?: Evidence) {
  return projects.flatMap((project): Project[] => {
    const lines = all.filter((line) => line.project === project)
    const { full, paid } = evidence.moneyOf(project)
    const isSeen = lines.length > 0 || (project !== WHOLE && (full !== 0 || paid !== 0))
    return isSeen ? [{ project, lines, atPeriodEnd: then?.moneyOf(project) }] : []
  })
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** A year as it stood on a day: every project with its lights, what it will come to, and what should be warned of. */
export async function monitoring(tx: Tx, sight: MonitoringSight): Promise<MonitoringAnswer> {
  const rule = thresholdOn(sight.rules.thresholds, tx.tenant, sight.until)
  const known = await projectFacts(tx, sight.catalog, sight)
  const codes = [...[...known.keys()].sort(), WHOLE]
  const lines = await indicatorsOf(tx, sight)
  const year: MonitoredYear = {
    ...(await yearOf(tx, sight, { lines, projects: codes })),
    sight,
    tenant: tx.tenant,
    projects: known,
    warnings: await warningsOf(tx, sight),
  }
  const then = rule && (await evidenceIn(tx, { ...sight, until: rule.endedOn }, { projects: codes }))
  const projects = projectsToSee(year, lines, codes, then).map((project) => monitored(year, project))
  const own = projects.filter(({ project }) => project !== WHOLE)
  const [full, paid] = [sum(own.map((one) => one.full)), sum(own.map((one) => one.paid))]
  return {
    year: sight.year,
    until: sight.until,
    passed: text2(passedBy(sight.until).times(100)),
    rule: rule ? { least: rule.least, endedOn: rule.endedOn, source: rule.source, certainty: rule.certainty } : null,
    projects,
    total: { full, paid, rate: rateOf(paid, full) },
  }
}
