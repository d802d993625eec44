import type { Paper } from '../../../modules/papers/index.ts'
import { recheckOpinion, supervisionNotice } from './notices.ts'
import { permitAsked, permitGranted, permitRefused } from './permits.ts'

/** Every paper a record can have, ledger by ledger. */
export const papers: readonly Paper[] = [supervisionNotice, recheckOpinion, permitAsked, permitGranted, permitRefused]
