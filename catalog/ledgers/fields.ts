import {
  choice,
  limit,
  type Option,
  person,
  point,
  type Sight,
  signature,
  text,
  yes,
} from '../../modules/ledger/index.ts'

/** The kinds of field a ledger is made of. */
export {
  balance,
  batchNumber,
  choice,
  date,
  integer,
  limit,
  longText,
  money,
  paperNumber,
  person,
  photos,
  point,
  quantity,
  ref,
  signature,
  text,
  unit,
  yes,
} from '../../modules/ledger/index.ts'

/** Who somebody is beyond their name: for whoever must know it, and erasable. */
export const who = {
  idNumber: text('证件号码', { secret: true }),
  phone: text('联系电话', { secret: true }),
  address: text('住址', { secret: true }),
}
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
