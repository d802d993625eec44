import { kinds, partyKinds } from '../standards/clauses.ts'
import { choice, date, integer, limit, longText, money, person, point, signature, text, yes } from './fields.ts'
import { projectOrWhole } from './of-project.ts'
import { type Option, options, type Sight } from './words.ts'

// Fields that belong together, for ledgers that need them all.

/** Who somebody is beyond their name: for whoever must know it, and erasable. */
export const who = {
  idNumber: text('证件号码', { secret: true }),
  phone: text('联系电话', { secret: true }),
  address: text('住址', { secret: true }),
}
/** Whom a decision is about. */
export const party = (label: string) => ({
  partyKind: choice(`${label}类别`, partyKinds),
  party: text(label, { searched: true, listed: true }),
  ...who,
})
/** Where it is: in words, and on the map. */
export const spot = (label = '地点') => ({
  place: text(label, { listed: true, searched: true }),
  position: point('位置'),
})
/** The two who enforce, that they said who they are, and what the party signs (行政处罚法 42, 52, 55). */
export const squad = {
  lead: person('主办人员', { role: 'officer' }),
  second: person('协办人员', { role: 'officer' }),
  licences: text('执法证号', { help: '两名执法人员的执法证号，用顿号分开' }),
  shown: yes('已出示执法证件并告知权利'),
  signature: signature('当事人签字'),
}

/** What is evaluated: a project or the whole, and of which year. */
export const evaluated = (label: string) => ({
  year: integer('年度', { listed: true, min: 2000, max: 2100 }),
  object: projectOrWhole(label),
})

/** What is counted once a year, at a day of it: a second entry of the year is refused (`one: ['year']`), or it would double the
 *  figure. */
export const countedYearly = {
  countedOn: date('统计日期', { listed: true, help: '一年登记一次，一般填12月31日；登记错了的先作废，再登记' }),
  year: integer('年度', { derived: true, listed: true }),
}
export const yearCounted = ({ data: { countedOn } }: Sight<{ countedOn?: string }>) => ({
  year: Number(countedOn?.slice(0, 4)),
})

const roundLengths: readonly Option[] = [
  { value: '1', label: '每日' },
  { value: '7', label: '每周' },
  { value: '30', label: '每月' },
  { value: '90', label: '每季' },
]
/** How often it is gone to, in days; `planned` works out the limit after which a round calls by itself. */
export const rounds = {
  every: choice('巡检周期', roundLengths, { listed: true }),
  round: limit('巡检间隔', { derived: true }),
}
export const planned = ({ data: { every } }: Sight<{ every?: string }>) =>
  every ? { round: { n: Number(every), unit: 'natural-day' as const } } : {}
/** What is imposed, how much, and why. */
export const sanction = {
  kind: choice('处罚种类', options('k', kinds)),
  worth: money('工程造价', { min: 0 }),
  fine: money('罚款', { min: 0 }),
  mitigated: yes('依法减轻（行政处罚法第三十二条）'),
  basis: longText('处罚理由和依据'),
}
/** What the party said, at a hearing or without one, and what the legal review says of it all. */
export const answered = {
  defence: longText('陈述申辩意见'),
  waived: yes('放弃陈述申辩和听证'),
  hearingOn: date('听证日期'),
  hearing: longText('听证情况'),
  opinion: longText('法制审核意见'),
}
/** What is paid by and by, and paid back: what has been paid is the sum of it. */
export const instalments = (pay: string, refund: string) => ({
  paid: money('本次缴款', { min: 1 }),
  paidOn: date('缴款日期'),
  refunded: money('退还金额', { min: 1 }),
  paidSum: money('已缴款', { derived: true, account: { adds: { [pay]: 'paid' }, takes: { [refund]: 'refunded' } } }),
})
