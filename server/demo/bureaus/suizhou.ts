import type { BureauPlan } from '../../../modules/org/index.ts'
import type { Ground } from '../ground.ts'
import type { Finding } from '../notices.ts'
import { random } from '../random.ts'
import { namesFrom } from './names.ts'
import { handlingUnit, officePeople, people, type Wish, withAccounts } from './people.ts'
import { shifts } from './shifts.ts'

const units: BureauPlan['units'] = [
  { id: 'u-bureau', name: '随州市城管督察大队', parent: null, kind: 'bureau' },
  { id: 'u-office', name: '办公室', parent: 'u-bureau', kind: 'office' },
  { id: 'u-inspection', name: '督察中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-square', name: '火车站广场管理中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-parking', name: '停车管理中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-cleaning', name: '环卫责任单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-municipal', name: '市政责任单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-order', name: '市容责任单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-waste', name: '渣土责任单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-treasury', name: '市财政局绩效评价科（外单位）', parent: 'u-bureau', kind: 'external' },
]
const outside = ['u-cleaning', 'u-municipal', 'u-order', 'u-waste']

/** What supervision found and who had to set it right. */
export const suizhouFindings: readonly Finding[] = [
  { unit: 'u-cleaning', trade: 'cleaning', problem: '背街小巷垃圾清运不及时', demand: '当日清运，恢复整洁' },
  { unit: 'u-order', trade: 'street-order', problem: '临街商户出店经营反复', demand: '逐户劝离并落实门前三包' },
  { unit: 'u-waste', trade: 'works', problem: '渣土运输车沿途漏撒', demand: '清洗路面，查明车辆来源' },
  { unit: 'u-municipal', trade: 'road', problem: '人行道破损，积水难行', demand: '修复破损路面' },
]

function wishes(): Wish[] {
  const all = [
    ...officePeople(),
    ...handlingUnit('u-inspection', { handlers: { 'u-inspection': 6 }, roles: ['inspector', 'handler'] }),
    ...handlingUnit('u-square', { handlers: { 'u-square': 3 } }),
    ...handlingUnit('u-parking', { handlers: { 'u-parking': 3 } }),
    ...outside.flatMap((unit) => handlingUnit(unit, { handlers: {} })),
  ]
  return withAccounts(all, [
    ['ducha', 'inspector', 'u-inspection'],
    ['zhipai', 'unit-lead', 'u-inspection'],
    ['chuzhi', 'handler', 'u-square'],
    ['zeren', 'unit-lead', 'u-order'],
  ])
}

/** A city's supervision brigade, as it stood through 2022; every person is made up. */
export const suizhouBureau = (ground: Ground): BureauPlan => ({
  title: '随州市城管督察大队',
  short: '随州',
  demo: true,
  fromOn: '2018-01-01',
  units,
  people: people(namesFrom(random('421300 people')), wishes()),
  shifts,
  areas: ground.areas(() => 'u-inspection'),
  years: [2018, 2026],
})
