import type { Tx } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { projectNames } from '../budget/index.ts'
import type { LedgerCatalog } from '../ledger/index.ts'
import type { ScoreAnswer } from './contract.ts'
import { subjectOf } from './domain/whole.ts'
import type { Deduction, Scheme, Value } from './domain.ts'
import { type Evidence, evidenceIn, isBound, WHOLE } from './evidence.ts'
import { deductionsOf, type Indicator, indicatorsOf, typedValues } from './rows.ts'
import { refuseElsewhere, type Schemes, schemesIn } from './schemes.ts'
import { score, targetText } from './scoring.ts'
import type { ScoreSight } from './sight.ts'

/** What all projects of a year are scored with. */
export interface Year {
  sight: ScoreSight
  schemes: Schemes
  evidence: Evidence
  typed: ReadonlyMap<string, Value>
  deductions: ReadonlyMap<string, readonly Deduction[]>
  names: ReadonlyMap<string, string>
}
/** Reads what these indicators and projects are scored with; `only` when it is one project alone. */
export async function yearOf(
  tx: Tx,
  sight: ScoreSight,
  { lines, projects, only }: { lines: readonly Indicator[]; projects: readonly string[]; only?: string },
): Promise<Year> {
  const [schemes, typed, deductions, names] = await Promise.all([
    schemesIn(tx, sight),
    typedValues(tx, sight, only),
    deductionsOf(tx, sight, only),
    projectNames(tx, sight.catalog, sight, only),
  ])
  const evidence = await evidenceIn(tx, sight, { lines, projects })
  return { sight, schemes, evidence, typed, deductions, names }
}

/** What applies to a project or to the whole. Errors: nothing does (404). */
export const schemeOf = ({ schemes }: Year, project: string): Scheme => schemes.of(subjectOf(project))[0]!

export function valuesOf({ evidence, typed }: Year, lines: readonly Indicator[]) {
  const values: Record<string, Value> = {}
  const faults: Record<string, string> = {}
  for (const line of lines) {
    const said = typed.get(line.id)
    const bound = isBound(line)
    // What a ledger counts nobody types over: the typed record only explains it.
    // Nobody was asked where no survey is bound.
    const typedActual = line.evidence === 'survey' ? undefined : said?.actual
    const { actual, fault, survey } = bound ? evidence.of(line) : { actual: typedActual }
    if (fault) faults[line.id] = fault
    const { actual: _, ...explained } = said ?? {}
    const value: Value = { ...explained, ...(actual === undefined ? {} : { actual }), ...(survey ? { survey } : {}) }
    if (value.actual !== undefined || value.tier || survey) values[line.id] = value
  }
  return { values, faults }
}

const optionLabel = (catalog: LedgerCatalog, field: string, value: string) =>
  catalog.get('indicator')?.fields[field]?.options?.find((option) => option.value === value)?.label ?? value

function scored(year: Year, project: string, lines: readonly Indicator[]): ScoreAnswer {
  const { sight, evidence, names } = year
  const scheme = schemeOf(year, project)
  const { values, faults } = valuesOf(year, lines)
  const money = evidence.moneyOf(project)
  const deductions = year.deductions.get(project) ?? []
  const result = score(scheme, { lines, values, money, deductions }, sight.asOf ?? null)
  const { document, certainty, note } = scheme.source
  const { id, version, title, issuer } = scheme
  return {
    project,
    name: nameOf(project, names),
    year: sight.year,
    scheme: { id, version, title, issuer, document, certainty, note, rules: scheme },
    asOf: result.asOf,
    execution: result.execution,
    lines: result.lines.map((line) => ({
      ...line,
      ...(faults[line.id] ? { question: faults[line.id] } : {}),
      targetText: targetText(line),
      level1Label: optionLabel(sight.catalog, 'level1', line.level1),
      level2Label: optionLabel(sight.catalog, 'level2', line.level2),
      ...(line.where ? { where: { ...line.where } } : { where: undefined }),
    })),
    deductions: [...deductions],
    coverage: result.coverage,
    total: result.total,
    ...(result.capped ? { capped: result.capped } : {}),
    grade: result.grade,
    faults: [...result.faults, ...Object.values(faults)],
    inputs: values,
  }
}

/** The score of one project with the reason for every line. 404 when no indicator was set for it in that year. */
export async function projectScore(tx: Tx, sight: ScoreSight, project: string): Promise<ScoreAnswer> {
  const lines = await indicatorsOf(tx, sight, project)
  if (!lines.length)
    throw notFound('evaluation.no-indicators', `“${project}”在${sight.year}年没有绩效指标；请先设定指标。`)
  const year = await yearOf(tx, sight, { lines, projects: [project], only: project })
  refuseElsewhere(year.schemes, subjectOf(project))
  return scored(year, project, lines)
}

export const nameOf = (project: string, names: ReadonlyMap<string, string>) =>
  project === WHOLE ? '部门整体支出' : (names.get(project) ?? project)

/** Every project that has indicators in the year, scored; by the scheme that is asked for what that scores. */
export async function projectScores(tx: Tx, sight: ScoreSight): Promise<ScoreAnswer[]> {
  const all = await indicatorsOf(tx, sight)
  if (!all.length) return []
  const projects = [...new Set(all.map((line) => line.project))].sort()
  const year = await yearOf(tx, sight, { lines: all, projects })
  return projects.map((project) =>
    scored(
      year,
      project,
      all.filter((line) => line.project === project),
    ),
  )
}
