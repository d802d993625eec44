import type { Rule } from '../rule.ts'
import { approxWords } from './approx-words.ts'
import { averageHead } from './average-head.ts'
import { averagePeriod } from './average-period.ts'
import { balance } from './balance.ts'
import { classSum } from './class-sum.ts'
import { conflict } from './conflict.ts'
import { countList } from './count-list.ts'
import { countMarkers } from './count-markers.ts'
import { countNamed } from './count-named.ts'
import { countOfBodies } from './count-of-bodies.ts'
import { countOfProjects } from './count-of-projects.ts'
import { countOfRates } from './count-of-rates.ts'
import { deductionMet } from './deduction-met.ts'
import { deductionOrder } from './deduction-order.ts'
import { deductionProportion } from './deduction-proportion.ts'
import { deductionReasons } from './deduction-reasons.ts'
import { difference } from './difference.ts'
import { executionScore } from './execution-score.ts'
import { growth } from './growth.ts'
import { knownSum } from './known-sum.ts'
import { partBound } from './part-bound.ts'
import { partSum } from './part-sum.ts'
import { rangeShare } from './range-share.ts'
import { rate } from './rate.ts'
import { scoreArithmetic } from './score-arithmetic.ts'
import { scoreAverage } from './score-average.ts'
import { scoreBands } from './score-bands.ts'
import { scoreBasis } from './score-basis.ts'
import { scoreConflict } from './score-conflict.ts'
import { scoreCount } from './score-count.ts'
import { scoreGrade } from './score-grade.ts'
import { scoreLate } from './score-late.ts'
import { scoreListed } from './score-listed.ts'
import { scoreOrder } from './score-order.ts'
import { scoreParts } from './score-parts.ts'
import { scoreRestated } from './score-restated.ts'
import { scoreSaidParts } from './score-said-parts.ts'
import { scoreShare } from './score-share.ts'
import { scoreTotal } from './score-total.ts'
import { scoreUnmet } from './score-unmet.ts'
import { share } from './share.ts'
import { sheetMoney } from './sheet-money.ts'
import { sheetTotal } from './sheet-total.ts'
import { sumAfter } from './sum-after.ts'
import { tableRate } from './table-rate.ts'
import { tableRowSum } from './table-row-sum.ts'
import { tableSum } from './table-sum.ts'
import { targetBudget } from './target-budget.ts'
import { targetDirection } from './target-direction.ts'
import { targetFar } from './target-far.ts'
import { textTable } from './text-table.ts'
import { thousands } from './thousands.ts'
import { unitSlip } from './unit-slip.ts'
import { weightTotal } from './weight-total.ts'

/** Every rule, in no order that matters. To add one: a file beside this, and its name here. */
export const rules: readonly Rule[] = [
  approxWords,
  averageHead,
  averagePeriod,
  balance,
  classSum,
  conflict,
  countList,
  countMarkers,
  countNamed,
  countOfBodies,
  countOfProjects,
  countOfRates,
  deductionMet,
  deductionOrder,
  deductionProportion,
  deductionReasons,
  difference,
  executionScore,
  growth,
  knownSum,
  partBound,
  partSum,
  rangeShare,
  rate,
  scoreArithmetic,
  scoreAverage,
  scoreBands,
  scoreBasis,
  scoreConflict,
  scoreCount,
  scoreGrade,
  scoreLate,
  scoreListed,
  scoreOrder,
  scoreParts,
  scoreRestated,
  scoreSaidParts,
  scoreShare,
  scoreTotal,
  scoreUnmet,
  share,
  sheetMoney,
  sheetTotal,
  sumAfter,
  tableRate,
  tableRowSum,
  tableSum,
  targetBudget,
  targetDirection,
  targetFar,
  textTable,
  thousands,
  unitSlip,
  weightTotal,
]
