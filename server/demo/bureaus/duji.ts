import type { BureauPlan } from '../../../modules/org/index.ts'
import type { Ground } from '../ground.ts'
import { random } from '../random.ts'
import { namesFrom } from './names.ts'
import { handlingUnit, inOffice, officePeople, people, type Wish, withAccounts } from './people.ts'
import { shifts } from './shifts.ts'

const units: BureauPlan['units'] = [
  { id: 'u-bureau', name: '杜集区城市管理局', parent: null, kind: 'bureau' },
  { id: 'u-office', name: '办公室', parent: 'u-bureau', kind: 'office' },
  { id: 'u-gaoyue', name: '高岳执法中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-shuoli', name: '朔里执法中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-kuangshanji', name: '矿山集执法中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-shitai', name: '石台执法中队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-sanitation', name: '环境卫生管理所', parent: 'u-bureau', kind: 'department' },
  { id: 'u-treasury', name: '区财政局绩效评价中心（外单位）', parent: 'u-bureau', kind: 'external' },
]
const squads: Record<string, string> = {
  '340602001': 'u-gaoyue',
  '340602002': 'u-shuoli',
  '340602003': 'u-kuangshanji',
  '340602004': 'u-shitai',
}
export const dujiSquads: readonly string[] = Object.values(squads)

function wishes(): Wish[] {
  const all = [
    ...officePeople(),
    ...dujiSquads.flatMap((unit) => handlingUnit(unit, { handlers: { [unit]: 3 }, roles: ['handler', 'officer'] })),
    ...handlingUnit('u-sanitation', { handlers: { 'u-sanitation': 3 } }),
    inOffice('u-office', 'unit-lead'),
  ]
  return withAccounts(all, [
    ['zhipai', 'unit-lead'],
    ['chuzhi', 'handler'],
  ])
}

/** 杜集区, small, as it stood through 2024; every person is made up. */
export const dujiBureau = (ground: Ground): BureauPlan => ({
  title: '杜集区城市管理局',
  short: '杜集',
  demo: true,
  fromOn: '2018-01-01',
  units,
  people: people(namesFrom(random('340602 people')), wishes()),
  shifts,
  areas: ground.areas((code) => squads[code] ?? null),
  years: [2018, 2026],
})
