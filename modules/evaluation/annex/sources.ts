import type { Tx } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { inWan } from '../../budget/index.ts'
import { type Dimension, dimensionNames, readRange } from '../../ledger/index.ts'
import { type FigureQuery, figure, getMetric } from '../../metrics/index.ts'
import type { ScoreAnswer } from '../contract.ts'
import { WHOLE } from '../domain/whole.ts'
import { figuresIn, readFormula } from '../formula.ts'
import { nameOf, type Say, sourceInWords } from '../naming.ts'
import { surveyResults } from '../queries/surveys.ts'
import { type Row, text } from '../rows.ts'
import { inYear, type ScoreSight, seen } from '../sight.ts'

type Line = ScoreAnswer['lines'][number]
export interface AnnexSight extends ScoreSight {
  unitName: (unit: string) => string
}
/** Where a value comes from, in words, and how many entries stand behind it. */
export interface Source {
  source: string
  entries: number | null
}

interface Narrowed {
  metric: string
  where: Readonly<Record<string, string>>
}
const asked = (sight: AnnexSight, metric: string, where: Readonly<Record<string, string>>, back = 0): FigureQuery => ({
  metric,
  ...inYear(sight, back),
  where,
  ...seen(sight),
})

/** Says units and codes of what these figures are narrowed to. */
async function sayerOf(tx: Tx, { catalog, unitName }: AnnexSight, figures: readonly Narrowed[]): Promise<Say> {
  const names = new Map<string, string>()
  for (const { metric, where } of figures)
    for (const [by, code] of Object.entries(where)) {
      const found = await dimensionNames(tx, catalog, getMetric(catalog, metric).ledger, by as Dimension, [code])
      for (const [key, name] of found) names.set(key, name)
    }
  return (dimension, value) => (dimension === 'unit' ? unitName(value) : names.get(value))
}

async function counted(tx: Tx, sight: AnnexSight, { metric = '', where = {} }: Line): Promise<Source> {
  const { ledger, metric: declared } = getMetric(sight.catalog, metric)
  const { entries, formula, excludes } = await figure(tx, sight.catalog, asked(sight, metric, where))
  const without = excludes ? `（不计：${excludes}）` : ''
  const say = await sayerOf(tx, sight, [{ metric, where }])
  const named = sourceInWords(sight.catalog, { metric, where }, say)
  return { source: `${ledger.title}台账的“${named || declared.label}”：${formula}${without}`, entries }
}

async function surveyed(tx: Tx, sight: AnnexSight, line: Line): Promise<Source> {
  const code = line.where?.class
  const { entries } = await figure(tx, sight.catalog, asked(sight, line.metric!, line.where ?? {}))
  if (!code) return { source: `满意度调查，有效答卷${entries}份`, entries }
  const { title, answers, sample, satisfaction: found, few } = await surveyResults(tx, sight.catalog, code)
  const planned = sample === undefined ? '' : `（计划样本${sample}份）`
  // The interval is that of all answers there are; as of an earlier seal there were fewer.
  const isSame = answers === entries
  const interval = isSame && found?.low && found.high ? `，95%置信区间${found.low}%—${found.high}%（Wilson法）` : ''
  const value = isSame && found ? `，满意度${found.value}%${interval}` : ''
  const doubt = few ? '；答卷太少，仅供参考' : ''
  return { source: `满意度调查“${title}”（${code}）：有效答卷${entries}份${planned}${value}${doubt}`, entries }
}

async function computedFrom(tx: Tx, sight: AnnexSight, { formula = '' }: Line): Promise<Source> {
  const figures = figuresIn(readFormula(formula)).map((named) => ({ ...named, where: readRange(named.where), named }))
  const say = await sayerOf(tx, sight, figures)
  const inputs: string[] = []
  let entries = 0
  for (const { metric, where, year, named } of figures) {
    const found = await figure(tx, sight.catalog, asked(sight, metric, where, year))
    inputs.push(`${nameOf(sight.catalog, named, say)}为${found.value}${found.unit}`)
    entries += found.entries
  }
  const words = sourceInWords(sight.catalog, { formula }, say)
  return { source: `按“${words}”计算；其中${[...new Set(inputs)].join('，')}`, entries }
}

function typed(record: Row | undefined): Source {
  if (!record) return { source: '没有完成值', entries: null }
  const sample = typeof record.sample === 'number' ? `，样本${record.sample}人` : ''
  return {
    source: `手填（取值日期${String(record.valueOn)}${sample}）：${text(record.cause) ?? '没有说明'}`,
    entries: 1,
  }
}

/** Of a mistyped figure the sentence that says so. */
export async function sourceOf(tx: Tx, sight: AnnexSight, line: Line, record: Row | undefined): Promise<Source> {
  try {
    if (line.evidence === 'computed') return await computedFrom(tx, sight, line)
    if (line.metric === undefined) return typed(record)
    return await (line.evidence === 'survey' ? surveyed : counted)(tx, sight, line)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { source: error.sentence, entries: null }
  }
}

/** The row of execution: its budget, and the payments behind it. */
export async function executionSource(tx: Tx, sight: AnnexSight, answer: ScoreAnswer): Promise<Source> {
  const { initial, full, paid } = answer.execution
  const isWhole = answer.project === WHOLE
  const ofIt: Record<string, string> = isWhole ? {} : { class: answer.project }
  const metrics = ['fund.initial', 'adjustment.amount', 'payment.amount', ...(isWhole ? ['basic-spending.amount'] : [])]
  let entries = 0
  for (const metric of metrics) entries += (await figure(tx, sight.catalog, asked(sight, metric, ofIt))).entries
  const [change, sum] = [full - initial, `全年预算${inWan(full)}万元`]
  const budget = `年初预算${inWan(initial)}万元 ${change < 0 ? '−' : '+'} 调整${inWan(Math.abs(change))}万元 = ${sum}`
  return { source: `预算和支付台账：${budget}；全年支付${inWan(paid)}万元`, entries }
}
