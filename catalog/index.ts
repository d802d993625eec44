import type { Ledger } from '../modules/ledger/index.ts'
import { accounts } from './ledgers/accounts.ts'
import { adjustments } from './ledgers/adjustments.ts'
import { assets } from './ledgers/assets.ts'
import { basicSpending } from './ledgers/basic-spending.ts'
import { cases } from './ledgers/cases.ts'
import { contracts } from './ledgers/contracts.ts'
import { deductions } from './ledgers/deductions.ts'
import { funds } from './ledgers/funds.ts'
import { indicators } from './ledgers/indicators.ts'
import { lamps } from './ledgers/lamps.ts'
import { notices } from './ledgers/notices.ts'
import { parking } from './ledgers/parking.ts'
import { payments } from './ledgers/payments.ts'
import { penalties } from './ledgers/penalties.ts'
import { performanceWarnings } from './ledgers/performance-warnings.ts'
import { permits } from './ledgers/permits.ts'
import { personnel } from './ledgers/personnel.ts'
import { points } from './ledgers/points.ts'
import { pointsAccounts } from './ledgers/points-accounts.ts'
import { projectShares } from './ledgers/project-shares.ts'
import { projects } from './ledgers/projects.ts'
import { publications } from './ledgers/publications.ts'
import { questionAnswers } from './ledgers/question-answers.ts'
import { rectifications } from './ledgers/rectifications.ts'
import { reportTexts } from './ledgers/report-texts.ts'
import { resultUses } from './ledgers/result-uses.ts'
import { scoringSchemes } from './ledgers/scoring-schemes.ts'
import { selfEvaluations } from './ledgers/self-evaluations.ts'
import { sellingPoints } from './ledgers/selling-points.ts'
import { shops } from './ledgers/shops.ts'
import { standards } from './ledgers/standards.ts'
import { surveyAnswers } from './ledgers/survey-answers.ts'
import { surveys } from './ledgers/surveys.ts'
import { typedValues } from './ledgers/typed-values.ts'
import { works } from './ledgers/work.ts'

/** Every ledger of the bureau, in the order of the menu. */
export const ledgers: readonly Ledger[] = [
  cases,
  standards,
  works,
  notices,
  penalties,
  parking,
  permits,
  points,
  sellingPoints,
  shops,
  lamps,
  pointsAccounts,
  projects,
  contracts,
  projectShares,
  funds,
  adjustments,
  basicSpending,
  payments,
  accounts,
  assets,
  personnel,
  indicators,
  typedValues,
  selfEvaluations,
  performanceWarnings,
  rectifications,
  resultUses,
  questionAnswers,
  deductions,
  scoringSchemes,
  surveys,
  surveyAnswers,
  reportTexts,
  publications,
]
