import type { Trade } from '../../../catalog/standards/index.ts'
import type { BureauPlan } from '../../../modules/org/index.ts'
import type { Responsibility } from '../cases/life.ts'
import type { Ground } from '../ground.ts'
import type { Finding } from '../notices.ts'
import { random } from '../random.ts'
import { namesFrom } from './names.ts'
import { handlingUnit, inOffice, people, type Wish, withAccounts } from './people.ts'
import { desk, patrol, shifts, weeks } from './shifts.ts'

const units: BureauPlan['units'] = [
  { id: 'u-bureau', name: '零陵区城市管理和综合执法局', parent: null, kind: 'bureau' },
  { id: 'u-office', name: '办公室（财务装备室）', parent: 'u-bureau', kind: 'office' },
  { id: 'u-legal', name: '法制室', parent: 'u-bureau', kind: 'office' },
  { id: 'u-inspection', name: '政工室（督查室）', parent: 'u-bureau', kind: 'office' },
  { id: 'u-centre', name: '数字化城管监督指挥中心', parent: 'u-bureau', kind: 'centre' },
  { id: 'u-nanjindu', name: '南津渡执法大队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-xujiajing', name: '徐家井执法大队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-qilidian', name: '七里店执法大队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-chaoyang', name: '朝阳执法大队', parent: 'u-bureau', kind: 'department' },
  { id: 'u-sanitation', name: '环境卫生和园林绿化服务中心', parent: 'u-bureau', kind: 'department' },
  { id: 'u-cleaning', name: '环卫保洁队', parent: 'u-sanitation', kind: 'team' },
  { id: 'u-garden', name: '园林绿化队', parent: 'u-sanitation', kind: 'team' },
  { id: 'u-river', name: '水域保洁班', parent: 'u-sanitation', kind: 'team' },
  { id: 'u-municipal', name: '市政设施维护站', parent: 'u-bureau', kind: 'department' },
  { id: 'u-lamps', name: '路灯管理所', parent: 'u-bureau', kind: 'department' },
  { id: 'u-gas', name: '燃气热力管理办公室', parent: 'u-bureau', kind: 'department' },
  { id: 'u-waste', name: '废弃物处置和给排水管理办公室', parent: 'u-bureau', kind: 'department' },
  { id: 'u-water', name: '供水单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-wires', name: '电力通信杆线单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-traffic', name: '道路交通设施单位（外单位）', parent: 'u-bureau', kind: 'external' },
  { id: 'u-treasury', name: '区财政局绩效评价股（外单位）', parent: 'u-bureau', kind: 'external' },
]

/** By the first nine digits of a grid. */
const squads: Record<string, string> = {
  '431102001': 'u-nanjindu',
  '431102002': 'u-xujiajing',
  '431102003': 'u-qilidian',
  '431102004': 'u-chaoyang',
}

export const linglingSquads: readonly string[] = Object.values(squads)

const unitByTrade: Partial<Record<Trade, string>> = {
  cleaning: 'u-sanitation',
  garden: 'u-sanitation',
  river: 'u-sanitation',
  road: 'u-municipal',
  drainage: 'u-municipal',
  lamp: 'u-lamps',
  water: 'u-water',
  gas: 'u-gas',
  wires: 'u-wires',
  traffic: 'u-traffic',
  works: 'u-waste',
}
const teamByTrade: Partial<Record<Trade, string>> = { cleaning: 'u-cleaning', garden: 'u-garden', river: 'u-river' }

/** The squads share the streets among them; whatever else there is goes by trade. */
export const linglingResponsible: Responsibility = {
  unitFor: (trade, grid) => unitByTrade[trade] ?? squads[grid.slice(0, 9)]!,
  teamFor: (trade, unit) => (unit === 'u-sanitation' ? (teamByTrade[trade] ?? unit) : unit),
  neighbours: ['u-sanitation', 'u-municipal', 'u-wires', 'u-xujiajing', 'u-chaoyang'],
}

/** What supervision finds. The report states none; these show how the ledger is kept. */
export const linglingFindings: readonly Finding[] = [
  { unit: 'u-sanitation', trade: 'cleaning', problem: '垃圾箱满溢，周边散落', demand: '立即清运，恢复整洁' },
  { unit: 'u-municipal', trade: 'road', problem: '人行道地砖松动，雨天溅水', demand: '更换松动地砖' },
  { unit: 'u-lamps', trade: 'lamp', problem: '连续三盏路灯不亮', demand: '查明线路故障，恢复照明' },
  {
    unit: 'u-xujiajing',
    trade: 'street-order',
    problem: '巡查时段无人在岗，游商占道',
    demand: '按勤务安排到岗，劝离占道摊点',
  },
  { unit: 'u-qilidian', trade: 'street-order', problem: '店外经营反复，劝导没有记录', demand: '逐户劝导并留下记录' },
]

const centre = (): Wish[] => {
  const at = (role: Wish['roles'][number], shifts: readonly string[], account?: string): Wish => ({
    unit: 'u-centre',
    roles: [role],
    shifts,
    ...(account ? { account } : {}),
  })
  const halves = ['early', 'late'] as const
  const each = halves.flatMap((half) => (['a', 'b', 'c'] as const).map((week) => ({ half, week })))
  return [
    ...each.map(({ half, week }) => at('receiver', desk(half, week))),
    at('shift-lead', ['desk-early-a'], 'zhiban'),
    at('shift-lead', ['desk-late-a']),
    at('shift-lead', ['desk-weekend']),
    ...each.filter(({ week }) => week !== 'a').map(({ half, week }) => at('dispatcher', desk(half, week))),
    ...halves.map((half) => at('dispatcher', desk(half, 'a'))),
    ...Object.keys(squads).flatMap(() => each.map(({ half, week }) => at('collector', patrol(half, week)))),
  ]
}

const squadRoles = ['handler', 'officer'] as const
const wishes = (): Wish[] => {
  const all = [
    inOffice('u-bureau', 'director', 'juzhang'),
    inOffice('u-bureau', 'director'),
    inOffice('u-office', 'finance', 'caiwu'),
    inOffice('u-office', 'finance'),
    inOffice('u-office', 'performance', 'jixiao'),
    inOffice('u-office', 'performance'),
    inOffice('u-office', 'admin', 'guanli'),
    inOffice('u-legal', 'auditor', 'shenji'),
    inOffice('u-legal', 'legal', 'fazhi'),
    inOffice('u-inspection', 'inspector', 'ducha'),
    inOffice('u-inspection', 'inspector'),
    { unit: 'u-inspection', roles: ['inspector'], shifts: ['watch-odd'] } satisfies Wish,
    { unit: 'u-inspection', roles: ['inspector'], shifts: ['watch-even'] } satisfies Wish,
    inOffice('u-treasury', 'reviewer', 'pingshen'),
    ...centre(),
    ...Object.values(squads).flatMap((unit) => handlingUnit(unit, { handlers: { [unit]: 9 }, roles: squadRoles })),
    ...handlingUnit('u-sanitation', { handlers: { 'u-cleaning': 9, 'u-garden': 6, 'u-river': 3 } }),
    ...handlingUnit('u-municipal', { handlers: { 'u-municipal': 9 } }),
    ...handlingUnit('u-lamps', { handlers: { 'u-lamps': 6 } }),
    ...['u-gas', 'u-waste', 'u-water', 'u-wires', 'u-traffic'].flatMap((unit) =>
      handlingUnit(unit, { handlers: { [unit]: 3 } }),
    ),
  ]
  return withAccounts(all, [
    ['shouli', 'receiver', 'u-centre'],
    ['paiqian', 'dispatcher', 'u-centre'],
    ['caiji', 'collector', 'u-centre'],
    ['zhipai', 'unit-lead', 'u-xujiajing'],
    ['chuzhi', 'handler', 'u-xujiajing'],
    ['zhifa', 'officer', 'u-nanjindu'],
  ])
}

/** 零陵区, as it stood through 2022. Units after the published report; every person is made up. */
export function linglingBureau(ground: Ground): BureauPlan {
  const staff = people(namesFrom(random('431102 people')), wishes())
  const collectors = staff.filter(({ roles }) => roles!.some(({ role }) => role === 'collector'))
  const halves = Object.keys(weeks).length
  const keepers = Object.keys(squads).flatMap((area, a) => {
    const own = collectors.slice(a * 2 * halves, (a + 1) * 2 * halves)
    const grids = ground.grids.filter(({ code }) => code.startsWith(area))
    return grids.flatMap(({ code }, i) =>
      [own[i % halves]!, own[halves + (i % halves)]!].map(({ id }) => ({ area: code, role: 'collector', person: id })),
    )
  })
  return {
    title: '零陵区城市管理和综合执法局',
    short: '零陵',
    demo: true,
    fromOn: '2018-01-01',
    units,
    people: staff,
    shifts,
    areas: ground.areas((code) => squads[code] ?? null),
    keepers,
    years: [2018, 2026],
  }
}
