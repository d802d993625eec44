import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/errors.ts'
import { type ProjectFacts, projectFacts, sourcedLines } from '../../budget/index.ts'
import { recordsOf } from '../../ledger/index.ts'
import type { FormId, ScoreAnswer } from '../contract.ts'
import { WHOLE } from '../domain/whole.ts'
import { lastYears } from '../queries/last-year.ts'
import { projectScore, projectScores } from '../queries.ts'
import type { ScoreSight } from '../sight.ts'
import { formKinds, type NamedForm, writeForms } from './forms.ts'
import type { Answered, FormSubject } from './subject.ts'

/** What forms need besides scores: names. */
export interface FormSight extends Omit<ScoreSight, 'until' | 'scheme'> {
  bureau: string
  unitName: (unit: string) => string
  /** The last month of the monitoring. */
  months: number
}

const nobody: ProjectFacts = { name: '', unit: '', kind: '', startOn: '', goal: '' }
/** With the kind in words and the unit by its name; the department is its own unit. */
function factsIn(sight: FormSight, project: string, found = nobody): ProjectFacts {
  const kinds = sight.catalog.get('project')?.fields.kind?.options ?? []
  const kind = kinds.find(({ value }) => value === found.kind)?.label ?? ''
  const unit = project === WHOLE ? sight.bureau : found.unit && sight.unitName(found.unit)
  return { ...found, kind, unit }
}

interface AnsweredOf extends Answered {
  project: string
}
/** What was answered to the warnings of the year, in the order of their periods; what was taken back says nothing. */
async function answersOf(tx: Tx, { year }: FormSight): Promise<AnsweredOf[]> {
  const said = (await recordsOf(tx, 'performance-warning')).flatMap(({ number, state, data }) => {
    const { project, periodEnd, cause, measures } = data as Record<string, string | undefined>
    if (data.year !== year || state === 'withdrawn' || !cause) return []
    return [{ project: project!, number: number ?? '未编号', periodEnd: periodEnd!, cause, measures: measures ?? '' }]
  })
  return said.toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd))
}

const monthEnd = (year: number, month: number): Day => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** The projects with what is scored and spent until a day. */
async function subjectsOf(tx: Tx, sight: FormSight, project: string | undefined, until?: Day): Promise<FormSubject[]> {
  const scored: ScoreSight = { ...sight, until }
  const answers = project ? [await projectScore(tx, scored, project)] : await projectScores(tx, scored)
  const facts = await projectFacts(tx, sight.catalog, sight)
  const lines = await sourcedLines(tx, sight.catalog, { year: sight.year, asOf: sight.asOf, until })
  const answered = await answersOf(tx, sight)
  // What was set right and used since is told as things stand.
  const last = sight.asOf === undefined ? await lastYears(tx, scored) : undefined
  return answers.map(
    (answer: ScoreAnswer): FormSubject => ({
      answer,
      rule: answer.scheme.rules,
      bureau: sight.bureau,
      facts: factsIn(sight, answer.project, facts.get(answer.project)),
      funds: answer.project === WHOLE ? lines : lines.filter(({ code }) => code === answer.project),
      months: sight.months,
      answered: answered.filter(({ project }) => project === answer.project),
      ...(last ? { last: last(answer.project) } : {}),
    }),
  )
}

/** Nothing of the kind asked for: says what there is. */
function absent({ year }: FormSight, ids: readonly FormId[], project: string | undefined) {
  if (!project && ids.every((id) => formKinds[id].ofWhole))
    return notFound('evaluation.no-form', `${year}年没有部门整体支出的绩效指标；请先以“${WHOLE}”为项目编码设定指标。`)
  if (!project) return notFound('evaluation.no-form', `${year}年还没有项目设定绩效指标；请先设定指标。`)
  const titles = Object.values(formKinds)
    .filter(({ ofWhole }) => ofWhole === (project === WHOLE))
    .map(({ title }) => title)
  return notFound('evaluation.no-form', `“${project}”没有这种表；可以下载：${titles.join('、')}。`)
}

/** The forms asked for, of one project or of all that have indicators. 404 when there is none. */
export async function formsOf(
  tx: Tx,
  sight: FormSight,
  ids: readonly FormId[],
  project: string | undefined,
): Promise<NamedForm[]> {
  const year = await subjectsOf(tx, sight, project)
  const inMonths = ids.some((id) => formKinds[id].inMonths)
  const months = inMonths ? await subjectsOf(tx, sight, project, monthEnd(sight.year, sight.months)) : []
  const forms = writeForms(ids, { year, months })
  if (!forms.length) throw absent(sight, ids, project)
  return forms
}
