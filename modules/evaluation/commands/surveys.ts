import { type LedgerRuntime, recordPublic } from '../../ledger/index.ts'
import { keyOf } from '../queries/surveys.ts'

export interface PublicAnswer {
  survey: string
  /** By the names of the fields. */
  answers: Readonly<Record<string, string>>
  remark?: string
  /** Which sheet was filled in: sent twice, it is the same answer. */
  sheet: string
  /** The hash of what the device was given: of each there is one answer. */
  device: string
  /** The same for all answers from one network; no address. */
  network: string
}

/** Enters what somebody answered on the public page. `again`: this device has answered before, on another sheet. */
export function answerSurvey(
  runtime: LedgerRuntime,
  tenant: string,
  { survey, answers, remark, sheet, device, network }: PublicAnswer,
): Promise<'taken' | 'again'> {
  const data = { ...answers, survey, sheet, network, ...(remark ? { remark } : {}) }
  return recordPublic(
    runtime,
    tenant,
    'survey-answer',
    { move: 'answer', data, key: keyOf(survey, device) },
    { needs: [], tell: ({ after }) => (after.data.sheet === sheet ? 'taken' : 'again') },
  )
}
