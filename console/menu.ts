import type { IconName } from '../kit/icon.tsx'

export interface Entry {
  /** The words of the catalog's menu of which any opens this entry. */
  ids: readonly string[]
  label: string
  icon: IconName
  to: string
  /** Where it reaches, when that is more than its own address. */
  under?: string
}

/** The ledger of the command centre: the only one with an entry of its own. */
export const caseLedger = 'case'
/** What the picture on the workbench shows. */
export const yearPicture = ['case.received', 'case.closed'] as const

const entries: readonly Entry[] = [
  { ids: ['home'], label: '工作台', icon: 'home', to: '/' },
  { ids: ['cases.desk', 'cases.list', 'cases.map'], label: '案件', icon: 'case', to: `/ledgers/${caseLedger}` },
  { ids: ['ledgers'], label: '台账', icon: 'ledger', to: '/ledgers' },
  { ids: ['budget'], label: '预算与项目', icon: 'money', to: '/budget' },
  {
    ids: [
      'evaluation.targets',
      'evaluation.monitoring',
      'evaluation.self',
      'evaluation.warnings',
      'evaluation.rectification',
      'evaluation.result-use',
    ],
    label: '绩效',
    icon: 'target',
    to: '/evaluation',
  },
  {
    ids: ['reporting.documents', 'reporting.public'],
    label: '报告',
    icon: 'document',
    to: '/reports',
  },
  { ids: ['reporting.checker'], label: '报告审校', icon: 'proof', to: '/checks' },
  { ids: ['metrics'], label: '统计', icon: 'chart', to: '/figures' },
  { ids: ['admin.people', 'admin.areas'], label: '管理', icon: 'gear', to: '/manage/units', under: '/manage' },
  { ids: ['admin.audit'], label: '操作记录', icon: 'seal', to: '/manage/log' },
]

/** The entries of the left bar this person's menu opens. */
export function sideEntries(menu: readonly string[]): Entry[] {
  return entries.filter(({ ids }) => ids.some((id) => menu.includes(id)))
}

const MOST_TABS = 5

/** Who answers for the papers does so on the road too; what happens in the street is reported by the others. */
const writesPapers = (menu: readonly string[]) => menu.includes('reporting.public')

/** The five of a phone: the work that waits, and then what the person's menu names first. */
export function tabEntries(menu: readonly string[], mayReport: boolean): Entry[] {
  const home: Entry = { ids: ['home'], label: '待办', icon: 'task', to: '/' }
  const report: Entry = { ids: [], label: '上报', icon: 'camera', to: '/report' }
  const map: Entry = { ids: ['cases.map'], label: '地图', icon: 'map', to: `/ledgers/${caseLedger}/map` }
  const me: Entry = { ids: [], label: '我的', icon: 'person', to: '/me' }
  const others = [map, ...entries.filter(({ to }) => to !== '/' && to !== `/ledgers/${caseLedger}`)]
  const named = menu.flatMap((word) => others.filter(({ ids }) => ids.includes(word)))
  const first = [...(menu.includes('home') ? [home] : []), ...(mayReport && !writesPapers(menu) ? [report] : [])]
  return [...[...new Set([...first, ...named])].slice(0, MOST_TABS - 1), me]
}

/** The entry a path belongs to: the one whose address is the longest beginning of it. */
export function entryAt(shown: readonly Entry[], path: string): Entry | undefined {
  const fits = ({ to, under = to }: Entry) =>
    to === '/' ? path === '/' : path === under || path.startsWith(`${under}/`)
  return shown.filter(fits).sort((a, b) => b.to.length - a.to.length)[0]
}
