import { Decimal } from 'decimal.js'
import type { Tx } from '../../../platform/db.ts'
import { getLedger, type LedgerCatalog, type LedgerRecord, recordsOf } from '../../ledger/index.ts'
import type { ScoreAnswer } from '../contract.ts'
import type { LastLine, LastYear } from '../domain/last-year.ts'
import { projectScores } from '../queries.ts'
import type { ScoreSight } from '../sight.ts'

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
const stateOf = (catalog: LedgerCatalog, { ledger, state }: LedgerRecord) => {
  const { label = state, tone = 'doing' } = getLedger(catalog, ledger).states[state] ?? {}
  return { state: label, tone }
}
const optionOf = (catalog: LedgerCatalog, ledger: string, field: string, value: unknown) =>
  getLedger(catalog, ledger).fields[field]?.options?.find((one) => one.value === value)?.label ?? String(value)
/** Taken back, it is nobody's result. */
const stands = (catalog: LedgerCatalog) => (record: LedgerRecord) => stateOf(catalog, record).tone !== 'void'

const lineOf = (line: ScoreAnswer['lines'][number]): LastLine => ({
  ...{ id: line.id, code: line.code, name: line.name, direction: line.direction, target: line.target },
  ...{ targetText: line.targetText, measure: line.measure, actual: line.actual, actualText: line.actualText },
  ...{ weight: line.weight, points: line.points, lost: line.lost },
})

function evaluationOf(catalog: LedgerCatalog, found: LedgerRecord | undefined): LastYear['evaluation'] {
  if (!found) return null
  const { score } = found.data
  return {
    id: found.id,
    number: found.number,
    ...stateOf(catalog, found),
    ...(typeof score === 'number' ? { score: new Decimal(score).div(1000).toFixed(2) } : {}),
    ...(text(found.data.grade) ? { grade: String(found.data.grade) } : {}),
  }
}

/** Everything the ledgers hold of results, read once for all projects. */
interface Kept {
  evaluations: LedgerRecord[]
  rectifications: LedgerRecord[]
  uses: LedgerRecord[]
  warnings: LedgerRecord[]
  scores: ScoreAnswer[]
}
async function keptOf(tx: Tx, { catalog, ...sight }: ScoreSight): Promise<Kept> {
  const all = async (ledger: string) => (await recordsOf(tx, ledger)).filter(stands(catalog))
  const { until: _, scheme: __, ...rest } = sight
  return {
    evaluations: await all('self-evaluation'),
    rectifications: await all('rectification'),
    uses: await all('result-use'),
    warnings: await all('performance-warning'),
    scores: await projectScores(tx, { ...rest, catalog }),
  }
}

/** What was opened from a result: of its object and year, of one of its indicators, or of one of its warnings. */
function rectifiedFrom({ rectifications, warnings }: Kept, year: number, project: string, lines: readonly LastLine[]) {
  const warned = warnings.filter(({ data }) => data.year === year && data.project === project).map(({ id }) => id)
  const from = new Set([...warned, ...lines.map(({ id }) => id)])
  return rectifications.filter(
    ({ data }) =>
      (data.year === year && data.object === project) ||
      from.has(String(data.indicator)) ||
      from.has(String(data.warning)),
  )
}

function lastYearOf(catalog: LedgerCatalog, kept: Kept, year: number, project: string): LastYear {
  const isOf = ({ data }: LedgerRecord) => data.year === year && data.object === project
  const evaluation = kept.evaluations.find(isOf)
  const score = kept.scores.find((one) => one.project === project)
  const lines = (score?.lines ?? []).map(lineOf)
  const uses = kept.uses.filter((use) => isOf(use) || (evaluation && use.data.evaluation === evaluation.id))
  const rectifications = rectifiedFrom(kept, year, project, lines)
  const sum = (field: string) => uses.reduce((all, { data }) => all + Number(data[field] ?? 0), 0)
  return {
    year,
    unknown: !evaluation && !score && !uses.length && !rectifications.length,
    evaluation: evaluationOf(catalog, evaluation),
    computed: score ? { total: score.total, grade: score.grade } : null,
    lines,
    differences: [text(evaluation?.data.difference) ?? []].flat(),
    rectifications: rectifications.map((one) => ({
      ...{ id: one.id, number: one.number, problem: String(one.data.problem), dueOn: String(one.data.dueOn) },
      ...stateOf(catalog, one),
    })),
    uses: uses.map(({ id, number, data }) => ({
      ...{ id, number, form: optionOf(catalog, 'result-use', 'form', data.form), demands: data.form === 'target' },
      ...{ usedOn: String(data.usedOn), said: String(data.said) },
      ...(typeof data.amount === 'number' ? { amount: data.amount } : {}),
      ...(text(data.paper) ? { paper: String(data.paper) } : {}),
    })),
    more: sum('more'),
    less: sum('less'),
  }
}

/** What came of the year before `sight.year`, by project: what nobody types, since the ledgers hold it. */
export async function lastYears(tx: Tx, sight: ScoreSight): Promise<(project: string) => LastYear> {
  const year = sight.year - 1
  const kept = await keptOf(tx, { ...sight, year })
  return (project) => lastYearOf(sight.catalog, kept, year, project)
}
