import type { Span } from '../../read/reading.ts'
import type { Quantity } from '../quantities.ts'

/** What an indicator was to reach. */
export interface Target {
  quantity: Quantity
  /** Absent where the text gives only a number. */
  sign?: '≥' | '≤' | '='
}

/** Something that is scored: an indicator, a group of them, a goal, or all. Points are those printed; what is not printed is absent. */
export interface ScoreNode {
  name: string
  place: Span
  line: number
  from: 'prose' | 'table'
  weight?: Quantity
  deducted?: Quantity
  got?: Quantity
  /** 得分率, 得分系数: what was got of the points. */
  share?: Quantity
  target?: Target
  actual?: Quantity
  parts: ScoreNode[]
  /** The words or the table say that these parts are all; otherwise they were only found below it. */
  closed: boolean
  /** The highest level a row of a table stands under, 产出指标, where that has no points of its own. */
  under?: string
  /** Beside these parts stand others whose figures say neither what they may get nor what they got. */
  partial?: boolean
  /** Where the same thing is named again with figures of its own. */
  again: ScoreNode[]
  /** The words of a table row beside the figures. */
  cells?: { target?: string; actual?: string; reason?: string; actualPlace?: Span }
}

/** A score for the whole of what the document evaluates. */
export interface StatedTotal {
  quantity: Quantity
  /** The words before it. */
  label: string
  /** What is said after 其中 to make it up; figures that only stand there, 47.75分, are their weight. */
  parts: ScoreNode[]
  /** 部门整体, 整体支出, 总分: surely the total and not that of one project. */
  whole: boolean
}

/** One score table: its total row, if it has one, with groups or items below. */
export interface Sheet {
  table: number
  root: ScoreNode
  /** The rows of money that carry a score for execution. */
  funds: FundRow[]
  hasTotal: boolean
  caption: string
}

export interface FundRow {
  name: string
  place: Span
  /** 年初预算数, where another column has the budget of the year. */
  initial?: Quantity
  budget?: Quantity
  spent?: Quantity
  rate?: Quantity
  weight?: Quantity
  got?: Quantity
  /** Of a larger sum: 其中. */
  part: boolean
}

/** Projects or units with a score each, and a grade perhaps. */
export interface ScoreList {
  rows: { name: string; score: Quantity; grade?: { label: string; place: Span }; place: Span }[]
  place: Span
  from: 'prose' | 'table'
  /** Words above or before it. */
  caption: string
}

export interface Scores {
  /** Of paragraphs: what no other contains. */
  tops: ScoreNode[]
  sheets: Sheet[]
  totals: StatedTotal[]
  lists: ScoreList[]
}

/** A node and all below it, itself first. */
export function* within(node: ScoreNode): Generator<ScoreNode> {
  yield node
  for (const part of node.parts) yield* within(part)
}

/** Everything that is scored, in paragraphs and in tables. */
export function* everyNode({ tops, sheets }: Scores): Generator<ScoreNode> {
  for (const top of tops) yield* within(top)
  for (const { root } of sheets) yield* within(root)
}

/** Every time something is scored, also where a thing is named again. */
export function* everyMention(scores: Scores): Generator<ScoreNode> {
  for (const node of everyNode(scores)) {
    yield node
    yield* node.again
  }
}

/** What a node got, as printed or as its parts say. */
export const gotOf = (node: ScoreNode): number | undefined => pointsOf(node, 'got')

/** What a node may get, as printed or as its parts say. */
export const weightOf = (node: ScoreNode): number | undefined => pointsOf(node, 'weight')

function pointsOf(node: ScoreNode, which: 'got' | 'weight'): number | undefined {
  const printed = node[which]
  if (printed) return printed.value
  if (!node.parts.length) return undefined
  let sum = 0
  for (const part of node.parts) {
    const points = pointsOf(part, which)
    if (points === undefined) return undefined
    sum += points
  }
  return sum
}
