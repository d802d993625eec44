import { once } from './once.ts'
import { scoreLists } from './scores/lists.ts'
import type { Scores } from './scores/model.ts'
import { sheetsOf } from './scores/sheets.ts'
import { proseTree } from './scores/tree.ts'

/** What a document says of points, in paragraphs and in tables. */
export const scoresOf = once((doc): Scores => ({ ...proseTree(doc), sheets: sheetsOf(doc), lists: scoreLists(doc) }))

export type { FundRow, ScoreList, ScoreNode, Scores, Sheet, StatedTotal, Target } from './scores/model.ts'
export { everyMention, everyNode, gotOf, weightOf, within } from './scores/model.ts'
export { type Reached, reached } from './scores/targets.ts'
