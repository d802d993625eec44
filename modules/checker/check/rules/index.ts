import type { Rule } from '../rule.ts'
import { approxWords } from './approx-words.ts'
import { averageHead } from './average-head.ts'
import { averagePeriod } from './average-period.ts'
import { balance } from './balance.ts'
import { classSum } from './class-sum.ts'
import { conflict } from './conflict.ts'
import { contradictionAll } from './contradiction-all.ts'
import { contradictionCause } from './contradiction-cause.ts'
import { contradictionFinished } from './contradiction-finished.ts'
import { contradictionNoProject } from './contradiction-no-project.ts'
import { contradictionSaving } from './contradiction-saving.ts'
import { contradictionSchedule } from './contradiction-schedule.ts'
import { countList } from './count-list.ts'
import { countMarkers } from './count-markers.ts'
import { countOfBodies } from './count-of-bodies.ts'
import { countOfProjects } from './count-of-projects.ts'
import { countOfRates } from './count-of-rates.ts'
import { dateCalendar } from './date-calendar.ts'
import { dateCollection } from './date-collection.ts'
import { dateOrder } from './date-order.ts'
import { dateSignature } from './date-signature.ts'
import { difference } from './difference.ts'
import { evidenceSurvey } from './evidence-survey.ts'
import { formatDigits } from './format-digits.ts'
import { formatDocumentNumber } from './format-document-number.ts'
import { formatPairs } from './format-pairs.ts'
import { formatPunctuation } from './format-punctuation.ts'
import { formatUnit } from './format-unit.ts'
import { growth } from './growth.ts'
import { knownSum } from './known-sum.ts'
import { missingBudget } from './missing-budget.ts'
import { missingChapterText } from './missing-chapter-text.ts'
import { missingFigure } from './missing-figure.ts'
import { missingMeasure } from './missing-measure.ts'
import { missingParts } from './missing-parts.ts'
import { missingReceptions } from './missing-receptions.ts'
import { missingShortfall } from './missing-shortfall.ts'
import { missingTitle } from './missing-title.ts'
import { nameBureau } from './name-bureau.ts'
import { numberingHeadings } from './numbering-headings.ts'
import { numberingRuns } from './numbering-runs.ts'
import { numberingUnnumbered } from './numbering-unnumbered.ts'
import { partBound } from './part-bound.ts'
import { partSum } from './part-sum.ts'
import { periodHalf } from './period-half.ts'
import { qualitativeFull } from './qualitative-full.ts'
import { rate } from './rate.ts'
import { scopeSpending } from './scope-spending.ts'
import { share } from './share.ts'
import { structureInversion } from './structure-inversion.ts'
import { sumAfter } from './sum-after.ts'
import { tableRate } from './table-rate.ts'
import { tableRowSum } from './table-row-sum.ts'
import { tableSum } from './table-sum.ts'
import { targetMissing } from './target-missing.ts'
import { taxonomyTable } from './taxonomy-table.ts'
import { taxonomyText } from './taxonomy-text.ts'
import { templateResidue } from './template-residue.ts'
import { termLegal } from './term-legal.ts'
import { textTable } from './text-table.ts'
import { thousands } from './thousands.ts'
import { typoCut } from './typo-cut.ts'
import { typoRepeated } from './typo-repeated.ts'
import { typoTerms } from './typo-terms.ts'
import { typoWords } from './typo-words.ts'
import { unitSlip } from './unit-slip.ts'
import { yearOther } from './year-other.ts'

/** Every rule, in no order that matters. To add one: a file beside this, and its name here. */
export const rules: readonly Rule[] = [
  approxWords,
  averageHead,
  averagePeriod,
  balance,
  classSum,
  conflict,
  contradictionAll,
  contradictionCause,
  contradictionFinished,
  contradictionNoProject,
  contradictionSaving,
  contradictionSchedule,
  countList,
  countMarkers,
  countOfBodies,
  countOfProjects,
  countOfRates,
  dateCalendar,
  dateCollection,
  dateOrder,
  dateSignature,
  difference,
  evidenceSurvey,
  formatDigits,
  formatDocumentNumber,
  formatPairs,
  formatPunctuation,
  formatUnit,
  growth,
  knownSum,
  missingBudget,
  missingChapterText,
  missingFigure,
  missingMeasure,
  missingParts,
  missingReceptions,
  missingShortfall,
  missingTitle,
  nameBureau,
  numberingHeadings,
  numberingRuns,
  numberingUnnumbered,
  partBound,
  partSum,
  periodHalf,
  qualitativeFull,
  rate,
  scopeSpending,
  share,
  structureInversion,
  sumAfter,
  tableRate,
  tableRowSum,
  tableSum,
  targetMissing,
  taxonomyTable,
  taxonomyText,
  templateResidue,
  termLegal,
  textTable,
  thousands,
  typoCut,
  typoRepeated,
  typoTerms,
  typoWords,
  unitSlip,
  yearOther,
]
