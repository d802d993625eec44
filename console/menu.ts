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

/** The five of a phone; what the menu does not open is left out, and what else it opens takes the room. */
export function tabEntries(menu: readonly string[], mayReport: boolean): Entry[] {
  const tabs: (Entry & { when: boolean })[] = [
    { ids: [], label: '待办', icon: 'task', to: '/', when: menu.includes('home') },
    { ids: [], label: '上报', icon: 'camera', to: '/report', when: mayReport },
    { ids: [], label: '台账', icon: 'ledger', to: '/ledgers', when: menu.includes('ledgers') },
    { ids: [], label: '地图', icon: 'map', to: `/ledgers/${caseLedger}/map`, when: menu.includes('cases.map') },
  ]
  const shown: Entry[] = tabs.filter(({ when }) => when)
  const taken = new Set(['/', `/ledgers/${caseLedger}`, ...shown.map(({ to }) => to)])
  const others = sideEntries(menu).filter(({ to }) => !taken.has(to))
  const me: Entry = { ids: [], label: '我的', icon: 'person', to: '/me' }
  return [...shown, ...others.slice(0, MOST_TABS - 1 - shown.length), me]
}

/** The entry a path belongs to: the one whose address is the longest beginning of it. */
export function entryAt(shown: readonly Entry[], path: string): Entry | undefined {
  const fits = ({ to, under = to }: Entry) =>
    to === '/' ? path === '/' : path === under || path.startsWith(`${under}/`)
  return shown.filter(fits).sort((a, b) => b.to.length - a.to.length)[0]
}
