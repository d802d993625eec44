import type { Rule } from '../rule.ts'
import { accountBalance } from './account-balance.ts'
import { accountCodes } from './account-codes.ts'
import { accountEmpty } from './account-empty.ts'
import { accountTables } from './account-tables.ts'
import { accountText } from './account-text.ts'
import { accountThree } from './account-three.ts'
import { approxWords } from './approx-words.ts'
import { averageBare } from './average-bare.ts'
import { averageEach } from './average-each.ts'
import { averageFar } from './average-far.ts'
import { averageHead } from './average-head.ts'
import { averageListed } from './average-listed.ts'
import { averagePeriod } from './average-period.ts'
import { balance } from './balance.ts'
import { balanceBudget } from './balance-budget.ts'
import { balanceOpening } from './balance-opening.ts'
import { balanceStock } from './balance-stock.ts'
import { budgetWord } from './budget-word.ts'
import { classSum } from './class-sum.ts'
import { conflict } from './conflict.ts'
import { contradictionAim } from './contradiction-aim.ts'
import { contradictionAll } from './contradiction-all.ts'
import { contradictionBothSaid } from './contradiction-both-said.ts'
import { contradictionCarried } from './contradiction-carried.ts'
import { contradictionCause } from './contradiction-cause.ts'
import { contradictionDeducted } from './contradiction-deducted.ts'
import { contradictionFinished } from './contradiction-finished.ts'
import { contradictionLimit } from './contradiction-limit.ts'
import { contradictionListed } from './contradiction-listed.ts'
import { contradictionLow } from './contradiction-low.ts'
import { contradictionMissed } from './contradiction-missed.ts'
import { contradictionNoMoney } from './contradiction-no-money.ts'
import { contradictionNoProject } from './contradiction-no-project.ts'
import { contradictionNone } from './contradiction-none.ts'
import { contradictionNoneTold } from './contradiction-none-told.ts'
import { contradictionRank } from './contradiction-rank.ts'
import { contradictionSaving } from './contradiction-saving.ts'
import { contradictionSchedule } from './contradiction-schedule.ts'
import { contradictionTarget } from './contradiction-target.ts'
import { contradictionTargetBefore } from './contradiction-target-before.ts'
import { contradictionWorks } from './contradiction-works.ts'
import { contradictionZero } from './contradiction-zero.ts'
import { countAbove } from './count-above.ts'
import { countBelow } from './count-below.ts'
import { countConflict } from './count-conflict.ts'
import { countList } from './count-list.ts'
import { countMarkers } from './count-markers.ts'
import { countNamed } from './count-named.ts'
import { countOfBodies } from './count-of-bodies.ts'
import { countOfGrades } from './count-of-grades.ts'
import { countOfPlaces } from './count-of-places.ts'
import { countOfProjects } from './count-of-projects.ts'
import { countOfRates } from './count-of-rates.ts'
import { countSeries } from './count-series.ts'
import { countTitles } from './count-titles.ts'
import { crossCompanion } from './cross-companion.ts'
import { crossTotalRow } from './cross-total-row.ts'
import { crossWhole } from './cross-whole.ts'
import { dateAfterSignature } from './date-after-signature.ts'
import { dateBefore } from './date-before.ts'
import { dateCalendar } from './date-calendar.ts'
import { dateChain } from './date-chain.ts'
import { dateCollection } from './date-collection.ts'
import { dateDocument } from './date-document.ts'
import { dateFormed } from './date-formed.ts'
import { dateNotice } from './date-notice.ts'
import { dateNumberLater } from './date-number-later.ts'
import { dateOrder } from './date-order.ts'
import { dateSignature } from './date-signature.ts'
import { dateStages } from './date-stages.ts'
import { deductionFormula } from './deduction-formula.ts'
import { deductionListed } from './deduction-listed.ts'
import { deductionMet } from './deduction-met.ts'
import { deductionOrder } from './deduction-order.ts'
import { deductionProportion } from './deduction-proportion.ts'
import { deductionReasons } from './deduction-reasons.ts'
import { deductionRemark } from './deduction-remark.ts'
import { deductionRow } from './deduction-row.ts'
import { deductionSum } from './deduction-sum.ts'
import { deductionTotal } from './deduction-total.ts'
import { difference } from './difference.ts'
import { differenceFar } from './difference-far.ts'
import { differenceLeft } from './difference-left.ts'
import { differenceRest } from './difference-rest.ts'
import { differenceTotal } from './difference-total.ts'
import { directionChange } from './direction-change.ts'
import { directionFromTo } from './direction-from-to.ts'
import { directionRank } from './direction-rank.ts'
import { evidenceSurvey } from './evidence-survey.ts'
import { executionScore } from './execution-score.ts'
import { executionStated } from './execution-stated.ts'
import { formatDigits } from './format-digits.ts'
import { formatDocumentNumber } from './format-document-number.ts'
import { formatPairs } from './format-pairs.ts'
import { formatPunctuation } from './format-punctuation.ts'
import { formatSeries } from './format-series.ts'
import { formatSign } from './format-sign.ts'
import { formatUnit } from './format-unit.ts'
import { growth } from './growth.ts'
import { knownSum } from './known-sum.ts'
import { missingActual } from './missing-actual.ts'
import { missingAnnex } from './missing-annex.ts'
import { missingBudget } from './missing-budget.ts'
import { missingChapterText } from './missing-chapter-text.ts'
import { missingFigure } from './missing-figure.ts'
import { missingListedTable } from './missing-listed-table.ts'
import { missingMeasure } from './missing-measure.ts'
import { missingParts } from './missing-parts.ts'
import { missingReached } from './missing-reached.ts'
import { missingReceptions } from './missing-receptions.ts'
import { missingReference } from './missing-reference.ts'
import { missingRest } from './missing-rest.ts'
import { missingShortfall } from './missing-shortfall.ts'
import { missingSibling } from './missing-sibling.ts'
import { missingTitle } from './missing-title.ts'
import { nameBureau } from './name-bureau.ts'
import { nameExchanged } from './name-exchanged.ts'
import { nameOther } from './name-other.ts'
import { nameSlip } from './name-slip.ts'
import { nameVariant } from './name-variant.ts'
import { nameVoice } from './name-voice.ts'
import { numberingAnnex } from './numbering-annex.ts'
import { numberingDecimal } from './numbering-decimal.ts'
import { numberingHeadings } from './numbering-headings.ts'
import { numberingRuns } from './numbering-runs.ts'
import { numberingTables } from './numbering-tables.ts'
import { numberingUnnumbered } from './numbering-unnumbered.ts'
import { partBound } from './part-bound.ts'
import { partBoundDone } from './part-bound-done.ts'
import { partBoundNamed } from './part-bound-named.ts'
import { partBoundNoun } from './part-bound-noun.ts'
import { partSum } from './part-sum.ts'
import { partSumChanges } from './part-sum-changes.ts'
import { partSumCounted } from './part-sum-counted.ts'
import { partSumItems } from './part-sum-items.ts'
import { partSumPercent } from './part-sum-percent.ts'
import { partSumRest } from './part-sum-rest.ts'
import { partSumStock } from './part-sum-stock.ts'
import { periodHalf } from './period-half.ts'
import { periodLength } from './period-length.ts'
import { periodYears } from './period-years.ts'
import { qualitativeFull } from './qualitative-full.ts'
import { rangeShare } from './range-share.ts'
import { rate } from './rate.ts'
import { rateAdjusted } from './rate-adjusted.ts'
import { rateCommon } from './rate-common.ts'
import { rateComplement } from './rate-complement.ts'
import { rateTask } from './rate-task.ts'
import { scopeSpending } from './scope-spending.ts'
import { scoreArithmetic } from './score-arithmetic.ts'
import { scoreAverage } from './score-average.ts'
import { scoreBands } from './score-bands.ts'
import { scoreBasis } from './score-basis.ts'
import { scoreConflict } from './score-conflict.ts'
import { scoreCount } from './score-count.ts'
import { scoreGrade } from './score-grade.ts'
import { scoreIncluding } from './score-including.ts'
import { scoreLate } from './score-late.ts'
import { scoreListed } from './score-listed.ts'
import { scoreOrder } from './score-order.ts'
import { scoreParts } from './score-parts.ts'
import { scoreProportion } from './score-proportion.ts'
import { scoreReached } from './score-reached.ts'
import { scoreRestated } from './score-restated.ts'
import { scoreSaidParts } from './score-said-parts.ts'
import { scoreScaled } from './score-scaled.ts'
import { scoreShare } from './score-share.ts'
import { scoreSheet } from './score-sheet.ts'
import { scoreSumAfter } from './score-sum-after.ts'
import { scoreTotal } from './score-total.ts'
import { scoreUnmet } from './score-unmet.ts'
import { share } from './share.ts'
import { shareHundred } from './share-hundred.ts'
import { shareNamed } from './share-named.ts'
import { shareSole } from './share-sole.ts'
import { shareTogether } from './share-together.ts'
import { sheetHundred } from './sheet-hundred.ts'
import { sheetMoney } from './sheet-money.ts'
import { sheetTold } from './sheet-told.ts'
import { sheetTotal } from './sheet-total.ts'
import { structureInversion } from './structure-inversion.ts'
import { structureItemTwice } from './structure-item-twice.ts'
import { structureRepeated } from './structure-repeated.ts'
import { sumAfter } from './sum-after.ts'
import { sumMixed } from './sum-mixed.ts'
import { swapped } from './swapped.ts'
import { swappedLoose } from './swapped-loose.ts'
import { tableColumns } from './table-columns.ts'
import { tableGrowth } from './table-growth.ts'
import { tableRate } from './table-rate.ts'
import { tableRowSum } from './table-row-sum.ts'
import { tableShare } from './table-share.ts'
import { tableStaff } from './table-staff.ts'
import { tableSum } from './table-sum.ts'
import { targetBudget } from './target-budget.ts'
import { targetCeiling } from './target-ceiling.ts'
import { targetClass } from './target-class.ts'
import { targetDirection } from './target-direction.ts'
import { targetFar } from './target-far.ts'
import { targetMissing } from './target-missing.ts'
import { targetMissingRow } from './target-missing-row.ts'
import { taxonomyExpenses } from './taxonomy-expenses.ts'
import { taxonomyItem } from './taxonomy-item.ts'
import { taxonomyPlanned } from './taxonomy-planned.ts'
import { taxonomyTable } from './taxonomy-table.ts'
import { taxonomyText } from './taxonomy-text.ts'
import { taxonomyTold } from './taxonomy-told.ts'
import { templateResidue } from './template-residue.ts'
import { termLegal } from './term-legal.ts'
import { textTable } from './text-table.ts'
import { textTableCount } from './text-table-count.ts'
import { thousands } from './thousands.ts'
import { thresholdBand } from './threshold-band.ts'
import { toldTwice } from './told-twice.ts'
import { typoCut } from './typo-cut.ts'
import { typoOwn } from './typo-own.ts'
import { typoRepeated } from './typo-repeated.ts'
import { typoTerms } from './typo-terms.ts'
import { typoWords } from './typo-words.ts'
import { unitArithmetic } from './unit-arithmetic.ts'
import { unitConversion } from './unit-conversion.ts'
import { unitPower } from './unit-power.ts'
import { unitPrice } from './unit-price.ts'
import { unitPriceSlip } from './unit-price-slip.ts'
import { unitRatio } from './unit-ratio.ts'
import { unitSlip } from './unit-slip.ts'
import { unitSmall } from './unit-small.ts'
import { unitStandard } from './unit-standard.ts'
import { unitTarget } from './unit-target.ts'
import { weightListed } from './weight-listed.ts'
import { weightTotal } from './weight-total.ts'
import { yearAim } from './year-aim.ts'
import { yearAudited } from './year-audited.ts'
import { yearCutoff } from './year-cutoff.ts'
import { yearEvaluation } from './year-evaluation.ts'
import { yearEvent } from './year-event.ts'
import { yearOther } from './year-other.ts'

/** Every rule, in no order that matters. To add one: a file beside this, and its name here. */
export const rules: readonly Rule[] = [
  accountBalance,
  accountCodes,
  accountEmpty,
  accountTables,
  accountText,
  accountThree,
  approxWords,
  averageBare,
  averageEach,
  averageFar,
  averageHead,
  averageListed,
  averagePeriod,
  balanceStock,
  balanceBudget,
  balanceOpening,
  balance,
  budgetWord,
  classSum,
  conflict,
  contradictionAim,
  contradictionAll,
  contradictionBothSaid,
  contradictionCarried,
  contradictionCause,
  contradictionDeducted,
  contradictionFinished,
  contradictionLimit,
  contradictionListed,
  contradictionLow,
  contradictionMissed,
  contradictionNoMoney,
  contradictionNoProject,
  contradictionNone,
  contradictionNoneTold,
  contradictionRank,
  contradictionSaving,
  contradictionSchedule,
  contradictionTarget,
  contradictionTargetBefore,
  contradictionWorks,
  contradictionZero,
  countAbove,
  countBelow,
  countConflict,
  countList,
  countMarkers,
  countNamed,
  countOfBodies,
  countOfGrades,
  countOfPlaces,
  countOfProjects,
  countOfRates,
  countSeries,
  countTitles,
  crossCompanion,
  crossTotalRow,
  crossWhole,
  dateAfterSignature,
  dateBefore,
  dateCalendar,
  dateChain,
  dateCollection,
  dateDocument,
  dateFormed,
  dateNotice,
  dateNumberLater,
  dateOrder,
  dateSignature,
  dateStages,
  deductionFormula,
  deductionListed,
  deductionMet,
  deductionOrder,
  deductionProportion,
  deductionReasons,
  deductionRemark,
  deductionRow,
  deductionSum,
  deductionTotal,
  differenceLeft,
  differenceRest,
  differenceTotal,
  difference,
  differenceFar,
  directionChange,
  directionFromTo,
  directionRank,
  evidenceSurvey,
  executionScore,
  executionStated,
  formatDigits,
  formatDocumentNumber,
  formatPairs,
  formatPunctuation,
  formatSign,
  formatSeries,
  formatUnit,
  growth,
  knownSum,
  missingAnnex,
  missingActual,
  missingBudget,
  missingChapterText,
  missingFigure,
  missingListedTable,
  missingMeasure,
  missingParts,
  missingReached,
  missingReceptions,
  missingReference,
  missingRest,
  missingShortfall,
  missingSibling,
  missingTitle,
  nameBureau,
  nameExchanged,
  nameOther,
  nameSlip,
  nameVariant,
  nameVoice,
  numberingAnnex,
  numberingDecimal,
  numberingHeadings,
  numberingRuns,
  numberingTables,
  numberingUnnumbered,
  partBoundDone,
  partBound,
  partBoundNamed,
  partBoundNoun,
  partSum,
  partSumItems,
  partSumChanges,
  partSumCounted,
  partSumPercent,
  partSumRest,
  partSumStock,
  periodHalf,
  periodLength,
  periodYears,
  qualitativeFull,
  rangeShare,
  rateAdjusted,
  rateCommon,
  rate,
  rateTask,
  rateComplement,
  scopeSpending,
  scoreArithmetic,
  scoreAverage,
  scoreBands,
  scoreBasis,
  scoreConflict,
  scoreCount,
  scoreGrade,
  scoreIncluding,
  scoreLate,
  scoreListed,
  scoreOrder,
  scoreParts,
  scoreProportion,
  scoreReached,
  scoreRestated,
  scoreSaidParts,
  scoreScaled,
  scoreShare,
  scoreSheet,
  scoreSumAfter,
  scoreTotal,
  scoreUnmet,
  share,
  shareHundred,
  shareNamed,
  shareSole,
  shareTogether,
  sheetHundred,
  sheetMoney,
  sheetTold,
  sheetTotal,
  structureInversion,
  structureItemTwice,
  structureRepeated,
  sumAfter,
  sumMixed,
  swapped,
  swappedLoose,
  tableColumns,
  tableGrowth,
  tableRate,
  tableRowSum,
  tableShare,
  tableStaff,
  tableSum,
  targetBudget,
  targetCeiling,
  targetClass,
  targetDirection,
  targetFar,
  targetMissingRow,
  targetMissing,
  taxonomyExpenses,
  taxonomyItem,
  taxonomyPlanned,
  taxonomyTable,
  taxonomyText,
  taxonomyTold,
  templateResidue,
  termLegal,
  textTable,
  textTableCount,
  thousands,
  thresholdBand,
  toldTwice,
  typoCut,
  typoOwn,
  typoRepeated,
  typoTerms,
  typoWords,
  unitArithmetic,
  unitConversion,
  unitPower,
  unitPrice,
  unitPriceSlip,
  unitRatio,
  unitSlip,
  unitSmall,
  unitStandard,
  unitTarget,
  weightListed,
  weightTotal,
  yearAim,
  yearAudited,
  yearCutoff,
  yearEvaluation,
  yearEvent,
  yearOther,
]
