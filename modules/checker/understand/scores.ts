import type { Understanding } from './index.ts'
import { scoreLists } from './scores/lists.ts'
import type { Scores } from './scores/model.ts'
import { sheetsOf } from './scores/sheets.ts'
import { proseTree } from './scores/tree.ts'

const known = new WeakMap<Understanding, Scores>()

/** What a document says of points, in paragraphs and in tables: read once, asked by many rules. */
export function scoresOf(doc: Understanding): Scores {
  const found = known.get(doc)
  if (found) return found
  const scores: Scores = { ...proseTree(doc), sheets: sheetsOf(doc), lists: scoreLists(doc) }
  known.set(doc, scores)
  return scores
}

export type { FundRow, ScoreList, ScoreNode, Scores, Sheet, StatedTotal, Target } from './scores/model.ts'
export { everyMention, everyNode, gotOf, within } from './scores/model.ts'
export { type Reached, reached } from './scores/targets.ts'
