import { type Data, type Day, dayOf, maskPerson, type Sight } from '../../modules/ledger/index.ts'
import { notAhead } from '../ledgers/guards.ts'
import { clauseOf, fineFault, summaryFault, surcharge } from './clauses.ts'

// What 行政处罚法 (2021) asks of each step, as guards and derivations: a sentence says what stands against a move, and where.

type Penalty = {
  happenedOn?: Day
  kind?: string
  mitigated?: boolean
  paid?: number
  publishedOn?: Day
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
/** 36, 37: by the law of the day of the act, and not for ever. */
const ofItsDay: Guard = ({ data, day }) => {
  const on = data.happenedOn!
  if (on > day) return '违法行为发生日晚于今天；请核对日期。'
  const { from, law } = clauseOf(data.clause) ?? {}
  if (from && on < from)
    return `行为发生在${on}，《${law}》的这一条自${from}起施行，不能适用（行政处罚法第三十七条）；请另选违法行为。`
  const twoYearsOn = `${Number(on.slice(0, 4)) + 2}${on.slice(4)}`
  return day > twoYearsOn
    ? '违法行为已过二年，不再给予处罚（行政处罚法第三十六条）；行为有连续或者继续状态的，请填写终了之日。'
    : undefined
}
/** 42 */
export const twoOfficers: Guard = ({ data }) => {
  if (data.lead === data.second) return '执法人员不得少于两人（行政处罚法第四十二条）；请另选一名协办人员。'
  const licences = new Set(data.licences?.split(/[、，,\s]+/).filter(Boolean))
  return licences.size === 2
    ? undefined
    : '请填写两名执法人员各自的执法证号，用顿号分开（行政处罚法第四十二条、第五十五条）。'
}
/** 36, 37, 42 */
export const begun: Guard = (sight) => twoOfficers(sight) ?? ofItsDay(sight)
/** 42, 51 */
export const finedOnTheSpot: Guard = (sight) =>
  begun(sight) ?? summaryFault(sight.data, sight.day) ?? fineFault(sight.data)
/** 44, 45: what nobody was told of is not decided, and a defence does not make it worse. */
export const decided: Guard = ({ data, found }) => {
  const told = found?.data as Penalty
  return data.fine! > told.fine! || data.kind! > told.kind!
    ? '处罚不能重于事先告知的种类和数额（行政处罚法第四十四条、第四十五条）；可以：维持或减轻，或退回后重新告知。'
    : fineFault(data)
}

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
export const sevenDaysBefore: Guard = ({ data, context, day }) => {
  const first = context.calendar.addWorkingDays(day, 7)
  return data.hearingOn! < first
    ? `应在举行听证的七日前通知（行政处罚法第六十四条，七日为工作日）；最早可以定在${first}。`
    : undefined
}
export const onItsDay: Guard = ({ data, day }) =>
  day < data.hearingOn!
    ? `听证定在${data.hearingOn}，还没有到；提前举行请重新通知（行政处罚法第六十四条）。`
    : undefined

const DAY_MS = 86_400_000
const daysFrom = (from: Day, to: Day) => Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS)
/** 72, 73: three in a hundred a day, until the fine itself is paid; days on which an appeal stopped the term do not count. */
export const addedFor = ({ data, found, context }: Sight<Penalty>): { added: number } => {
  const { added = 0, paidSum = 0 } = (found?.data ?? {}) as Penalty
  const clock = found?.clocks.pay
  const fine = data.fine ?? 0
  if (!clock || paidSum >= fine) return { added }
  const aDay = context.calendar.minutesOf({ n: 1, unit: 'legal-day' })
  const before = Math.max(0, Math.floor(clock.spent / aDay) - clock.limit.n)
  return { added: Math.max(added, surcharge(fine, before + daysFrom(dayOf(clock.dueAt), data.paidOn!))) }
}
/** 66, 67: not more than is owed, on a day that has been, none before the last. */
export const payable: Guard = ({ data: { fine = 0, added = 0, paidSum = 0, paidOn }, found, day }) => {
  const { paidOn: last } = (found?.data ?? {}) as Penalty
  if (paidOn! > day || (last && paidOn! < last)) return '缴款日期不能晚于今天，也不能早于上一笔；请核对凭证。'
  const over = paidSum - fine - added
  return over > 0 ? `这一笔比应缴的多${(over / 100).toFixed(2)}元；请核对金额。` : undefined
}
/** 66, 72 */
export const paidUp: Guard = ({ data: { fine = 0, added = 0, paidSum = 0 } }) => {
  const left = fine + added - paidSum
  return left > 0
    ? `罚款${added ? '和加处罚款' : ''}还有${(left / 100).toFixed(2)}元没有缴清；可以：缴款、催告。`
    : undefined
}
const onADayThatHasBeen = notAhead('公示日期', 'publishedOn', 'decide', 'fine', 'warn')
/** 48: a day that has been, once. */
export const published: Guard = (sight) =>
  sight.found?.data.publishedOn ? '已经公示；决定变更或撤销时请先“撤销决定”。' : onADayThatHasBeen(sight)
/** 72: pressed for in writing once it is late. */
export const late: Guard = ({ found, context }) =>
  context.now > (found?.clocks.pay?.dueAt ?? '')
    ? undefined
    : '缴款的十五日还没有满，不能催告（行政处罚法第六十七条）。'

export const notScored = '行政处罚法第七十四条：罚款不得与行政机关的考核、考评挂钩'
/** The public reads who was fined when it was an organisation. */
export const masked = (name: string, { partyKind }: Data): string => (partyKind === 'person' ? maskPerson(name) : name)
