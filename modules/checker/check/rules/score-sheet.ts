import type { Understanding } from '../../understand/index.ts'
import { type ScoreNode, type Sheet, scoresOf, within } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, stretch } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const sheet =
  '一级指标 | 二级指标 | 分值 | 得分\n产出指标 | 数量指标 | 30 | 29\n | 质量指标 | 20 | 20\n效益指标 | 社会效益 | 30 | 28\n | 可持续影响 | 20 | 20\n合计 | | 100 | 97'

/** 产出指标（50分，得49分） in the text, and the rows below 产出指标 in the table: the same points. */
export const scoreSheet: Rule = {
  id: 'score-sum.sheet',
  kind: 'score-sum',
  title: '正文所写一级指标的分值、得分应等于评分表中其下各项之和',
  source: '前后一致：正文与绩效自评表',
  fails: [
    `（一）产出指标完成情况（50分，得48分）\n${sheet}`,
    `（一）产出指标完成情况（60分）\n（二）效益指标完成情况（50分）\n${sheet}`,
  ],
  holds: [
    `（一）产出指标完成情况（50分，得49分）\n${sheet}`,
    `（一）产出指标完成情况（50分）\n（二）效益指标完成情况（50分）\n${sheet}`,
  ],
  *check(doc) {
    const { tops, sheets } = scoresOf(doc)
    const [sheet, more] = sheets
    if (!sheet || more || !sheet.hasTotal) return
    const groups = groupsOf(sheet)
    const said = tops.flatMap((top) => [...within(top)]).filter(({ weight }) => weight)
    const pairs = [...groups].flatMap(([name, rows]) => {
      const same = said.filter((node) => key(node.name) === name)
      const [node] = same
      // Named twice with points, it may be of two projects or goals.
      return node && same.length === 1 ? [{ node, rows }] : []
    })
    // Where no other group has the points of the table, the table is of something else.
    const alike = pairs.filter(({ node, rows }) => equalPoints(sumOf(rows, 'weight') ?? -1, node.weight?.value ?? 0))
    for (const pair of pairs) {
      const others = alike.filter((other) => other !== pair).length
      if (takesIn(pair, groups, said)) continue
      if (others || alike.includes(pair)) yield* compared(doc, pair.node, pair.rows, others > 1)
    }
  },
}

const key = (name: string): string => name.replace(/^项目|(?:完成)?情况(?:分析)?$|指标|类$|[“”"\s]/g, '')

/** 成本指标 of the table may be told in the text below 产出指标: a group the text does not name has just the difference. */
function takesIn(
  { node, rows }: { node: ScoreNode; rows: readonly ScoreNode[] },
  groups: ReadonlyMap<string, ScoreNode[]>,
  said: readonly ScoreNode[],
): boolean {
  const more = (node.weight?.value ?? 0) - (sumOf(rows, 'weight') ?? 0)
  const named = new Set(said.map(({ name }) => key(name)))
  return (
    more > 0 && [...groups].some(([name, own]) => !named.has(name) && equalPoints(sumOf(own, 'weight') ?? -1, more))
  )
}

/** Where a form leaves out the first level: 财预〔2020〕10号 says under which the second stands. */
function levelOf(name: string): string {
  if (/^(?:产出)?(?:数量|质量|时效|成本)(?:指标)?$/.test(name)) return '产出'
  return /^(?:经济效益|社会效益|生态效益|环境效益|可持续影响)(?:指标)?$/.test(name) ? '效益' : name
}

/** The rows of a table by the highest level they stand under. */
function groupsOf({ root }: Sheet): Map<string, ScoreNode[]> {
  const groups = new Map<string, ScoreNode[]>()
  for (const row of root.parts) {
    const name = key(row.parts.length ? row.name : (row.under ?? levelOf(row.name)))
    if (name) groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return groups
}

function* compared(doc: Understanding, node: ScoreNode, rows: readonly ScoreNode[], sure: boolean): Generator<Outcome> {
  const [weight, got] = [sumOf(rows, 'weight'), sumOf(rows, 'got')]
  const same = node.weight && weight !== undefined && equalPoints(weight, node.weight.value)
  if (weight !== undefined) yield* judged(doc, node, rows, 'weight', weight, sure)
  if (got !== undefined && node.got && (same || weight === undefined))
    yield* judged(doc, node, rows, 'got', got, Boolean(same))
}

function sumOf(rows: readonly ScoreNode[], slot: 'weight' | 'got'): number | undefined {
  let sum = 0
  for (const row of rows) {
    const own = row[slot]?.value ?? (row.parts.length ? sumOf(row.parts, slot) : undefined)
    if (own === undefined) return undefined
    sum += own
  }
  return Number(sum.toFixed(6))
}

function* judged(
  doc: Understanding,
  node: ScoreNode,
  rows: readonly ScoreNode[],
  slot: 'weight' | 'got',
  sum: number,
  sure: boolean,
): Generator<Outcome> {
  const quantity = node[slot]
  if (!quantity || quantity.unit.dimension === 'percent') return
  const kind = slot === 'weight' ? 'weight-sum' : 'score-sum'
  const words = slot === 'weight' ? '分值' : '得分'
  const terms = rows.map((row) => points(row[slot]?.value ?? sumOf(row.parts, slot) ?? 0))
  const formula = `${terms.join(' + ')} = ${points(sum)}`
  const places = [quantity, ...stretch([...rows])]
  if (equalPoints(sum, quantity.value)) return yield { verdict: 'consistent', kind, formula, places }
  yield {
    verdict: 'wrong',
    kind,
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.88 : 0.65,
    message: `正文写“${nameOf(node)}”${words}${printed(doc, quantity)}分，评分表中其下${rows.length}项${words}相加为${points(sum)}分。`,
    formula: `${formula} ≠ ${points(quantity.value)}`,
    claimed: printed(doc, quantity),
    computed: points(sum),
    places,
  }
}
