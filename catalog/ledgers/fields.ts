import { person, point, text, yes } from '../../modules/ledger/index.ts'

/** The kinds of field a ledger is made of. */
export {
  balance,
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
/** The two who enforce, and that they said who they are (行政处罚法 42, 55). */
export const officers = {
  lead: person('主办人员', { role: 'officer' }),
  second: person('协办人员', { role: 'officer' }),
  licences: text('执法证号', { help: '两名执法人员的执法证号，用顿号分开' }),
  shown: yes('已出示执法证件并告知权利'),
}
