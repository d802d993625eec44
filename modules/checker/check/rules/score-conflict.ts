import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import { type Sheet, type StatedTotal, scoresOf } from '../../understand/scores.ts'
import { equalPoints, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** One total, wherever it is printed. */
export const scoreConflict: Rule = {
  id: 'score-total.conflict',
  kind: 'score-total',
  title: '前后所写的自评总分应一致，并与自评表总分一致',
  source: '前后一致',
  fails: '部门整体支出绩效自评得分96.5分。\n综上，2023年度部门整体支出绩效自评得分95.6分。',
  holds: [
    '部门整体支出绩效自评得分96.5分。\n综上，2023年度部门整体支出绩效自评得分96.5分。',
    '部门整体支出绩效自评总分100分，其中投入15分、过程25分、产出40分、效益20分。经逐项打分，自评得分93.4分，等级为优。',
    '部门整体绩效评价指标体系由3个一级指标构成，满分100分，经自评得94.2分。\n其中管理指标20分由预算管理10分和资产管理10分组成，资产管理因盘点滞后扣1.5分，得8.5分，管理指标共得18.5分。',
    '2.1 项目概况\n整治小区。\n2.2 评分\n总得分94.5分。\n3.1 项目概况\n为老服务。\n3.2 评分\n总得分97.3分。',
  ],
  *check(doc) {
    const { totals, sheets } = scoresOf(doc)
    const stated = totals.filter(
      ({ whole, label, quantity }) => whole && ofThisYear(doc, label) && !isWeighed(doc, quantity),
    )
    const [first] = stated
    if (!first || ofSeveral(doc, stated)) return
    for (const other of stated.slice(1)) yield compared(doc, first, other)
    const own = sheets.filter(({ hasTotal, root }) => hasTotal && root.got)
    const [sheet] = own
    if (own.length === 1 && sheet && sheets.length === 1) yield* againstSheet(doc, first, sheet)
  },
}

/** 二、甲项目 … 四、评分, 三、乙项目 … 四、评分: each project has a total of its own. */
function ofSeveral({ headings }: Understanding, stated: readonly StatedTotal[]): boolean {
  const heads = stated.flatMap(({ quantity }) => headings.findLast(({ line }) => line <= quantity.line) ?? [])
  const lines = new Set(heads.map(({ line }) => line))
  const texts = new Set(heads.map(({ text }) => text))
  return texts.size < lines.size || [...texts].filter((text) => /项目/.test(text)).length > 1
}

/** 部门整体占60%、专项平均占40%，综合得分93.41分: made of several scores, and none of them. */
function isWeighed({ folded: { text } }: Understanding, { start }: Span): boolean {
  const words = text.slice(Math.max(0, start - 50), start).replace(/^.*[。\n]/s, '')
  return /占(?:比|权重)?\d+%|加权|权重/.test(words)
}

function ofThisYear({ profile }: Understanding, label: string): boolean {
  const year = /((?:19|20)\d{2})年/.exec(label)?.[1]
  return !/上年|去年|上一年|预计|目标/.test(label) && (!year || !profile.year || Number(year) === profile.year)
}

function compared(doc: Understanding, first: StatedTotal, other: StatedTotal): Outcome {
  const [a, b] = [printed(doc, first.quantity), printed(doc, other.quantity)]
  const places = [other.quantity, first.quantity]
  if (equalPoints(first.quantity.value, other.quantity.value))
    return { verdict: 'consistent', formula: `${a} = ${b}`, places }
  const sure = [first, other].every(({ label }) => /整体|总分|总得分|综合/.test(label))
  return {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.9 : 0.65,
    message: `自评总分前面写${a}分，这里写${b}分，两处不一致。`,
    formula: `${b} ≠ ${a}`,
    claimed: b,
    computed: a,
    places,
  }
}

function* againstSheet(
  doc: Understanding,
  { quantity, label }: StatedTotal,
  { root, caption }: Sheet,
): Generator<Outcome> {
  const total = root.got
  if (!total) return
  const [a, b] = [printed(doc, quantity), printed(doc, total)]
  const places = [quantity, total]
  if (equalPoints(quantity.value, total.value)) return yield { verdict: 'consistent', formula: `${a} = ${b}`, places }
  const more = root.parts.some(({ name }) => /加分|附加/.test(name))
  const sure = !more && /整体|部门/.test(caption) === /整体|部门/.test(label)
  yield {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.88 : 0.6,
    message: `正文写自评总分${a}分，自评表总分为${b}分，两处不一致。`,
    formula: `${a} ≠ ${b}`,
    claimed: a,
    computed: b,
    places,
  }
}
