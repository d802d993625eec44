import type { Paper } from '../../../modules/papers/index.ts'
import { recheckOpinion, supervisionNotice } from './notices.ts'
import { penaltyDecision, penaltyDropped, penaltyOnTheSpot } from './penalty-decisions.ts'
import { penaltyClosing, penaltyFiling, penaltyReview, penaltyService } from './penalty-forms.ts'
import { penaltyHearing, penaltyNotice, penaltyUrged } from './penalty-notices.ts'
import { permitAsked, permitGranted, permitRefused } from './permits.ts'

/** Every paper a record can have, ledger by ledger. */
export const papers: readonly Paper[] = [
  ...[supervisionNotice, recheckOpinion],
  ...[permitAsked, permitGranted, permitRefused],
  ...[penaltyOnTheSpot, penaltyFiling, penaltyNotice, penaltyHearing, penaltyReview, penaltyDecision],
  ...[penaltyDropped, penaltyService, penaltyUrged, penaltyClosing],
]
