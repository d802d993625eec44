import { type Day, dayOf, type Sight } from '../../modules/ledger/index.ts'
import { fineFault, summaryFault, surcharge } from './clauses.ts'

// What 行政处罚法 (2021) asks of each step, as guards and derivations: a sentence says what stands against a move, and where.

interface Penalty {
  clause?: string
  partyKind?: string
  fine?: number
  worth?: number
  lead?: string
  second?: string
  licences?: string
  waived?: boolean
  hearingOn?: Day
  paidOn?: Day
  paidSum?: number
  added?: number
}
type Guard = (sight: Sight<Penalty>) => string | undefined

export const simple = () => ({ procedure: 'p1' })
export const ordinary = () => ({ procedure: 'p2' })

export const inRange: Guard = ({ data }) => fineFault(data)
/** 42 */
export const twoOfficers: Guard = ({ data }) => {
  if (data.lead === data.second) return '执法人员不得少于两人（行政处罚法第四十二条）；请另选一名协办人员。'
  const licences = new Set(data.licences?.split(/[、，,\s]+/).filter(Boolean))
  return licences.size === 2
    ? undefined
    : '请填写两名执法人员各自的执法证号，用顿号分开（行政处罚法第四十二条、第五十五条）。'
}
/** 42, 51 */
export const finedOnTheSpot: Guard = (sight) =>
  twoOfficers(sight) ?? summaryFault(sight.data, dayOf(sight.context.now)) ?? fineFault(sight.data)
/** 45: a defence does not make it worse. */
export const decided: Guard = ({ data, found }) =>
  data.fine! > (found?.data.fine as number)
    ? '罚款不能高于事先告知的数额（行政处罚法第四十五条）；可以：维持或减轻，或重新告知。'
    : fineFault(data)

const answersUntil = ({ found }: Pick<Sight, 'found'>) => found?.clocks.answer?.dueAt ?? ''
/** 44, 45, 62, 64 */
export const heardOut: Guard = ({ data, found, context }) =>
  data.waived || found?.state === 'heard' || context.now > answersUntil({ found })
    ? undefined
    : '当事人陈述申辩和要求听证的五日还没有满，也没有放弃（行政处罚法第六十二条、第六十四条）；请期满后再送审。'
/** 64 (1) */
export const askedInTime: Guard = (sight) =>
  sight.context.now > answersUntil(sight) ? '要求听证的五日已过（行政处罚法第六十四条）；可以：送法制审核。' : undefined
/** 64 (2), 85: seven working days. */
export const sevenDaysBefore: Guard = ({ data, context }) => {
  const first = context.calendar.addWorkingDays(dayOf(context.now), 7)
  return data.hearingOn! < first
    ? `应在举行听证的七日前通知（行政处罚法第六十四条，七日为工作日）；最早可以定在${first}。`
    : undefined
}

/** 72: what is added to a fine paid after its day. */
export const addedFor = ({ data, found }: Sight<Penalty>) => {
  const due = found?.clocks.pay?.dueAt
  return { added: surcharge(data.fine ?? 0, due && dayOf(due), data.paidOn) }
}
/** 66, 72 */
export const paidUp: Guard = ({ data: { fine = 0, added = 0, paidSum = 0 } }) => {
  const left = fine + added - paidSum
  return left > 0
    ? `罚款${added ? '和加处罚款' : ''}还有${(left / 100).toFixed(2)}元没有缴清；可以：缴款、催告。`
    : undefined
}
/** 72: pressed for in writing once it is late. */
export const late: Guard = ({ found, context }) =>
  context.now > (found?.clocks.pay?.dueAt ?? '')
    ? undefined
    : '缴款的十五日还没有满，不能催告（行政处罚法第六十七条）。'

export const notScored = '行政处罚法第七十四条：罚款不得与行政机关的考核、考评挂钩'
