import type { BureauPlan } from '../../../modules/org/index.ts'
import type { Ground } from '../ground.ts'
import { random } from '../random.ts'
import { namesFrom } from './names.ts'
import { handlingUnit, inOffice, officePeople, people, type Wish, withAccounts } from './people.ts'
import { shifts } from './shifts.ts'

/** By the first nine digits of a grid; the three communities of a street by its first twelve. */
const streets: Record<string, { unit: string; name: string; communities: readonly string[] }> = {
  '360102001': { unit: 'u-dongjiayao', name: '董家窑街道', communities: ['董家窑', '沿江', '光明'] },
  '360102002': { unit: 'u-gongyuan', name: '公园街道', communities: ['贤士花园', '青山湖西', '省府北'] },
  '360102003': { unit: 'u-dunzitang', name: '墩子塘街道', communities: ['墩子塘', '叠山路', '三道桥'] },
  '360102004': { unit: 'u-baihuazhou', name: '百花洲街道', communities: ['百花洲', '苏圃路', '中山路'] },
}
export const donghuCommunities: readonly string[] = Object.values(streets).flatMap(({ unit, communities }) =>
  communities.map((_, i) => `${unit}-${i + 1}`),
)

/** The street and the community a grid lies in, as units. */
export function donghuUnitsOf(grid: string): { street: string; community: string } {
  const { unit } = streets[grid.slice(0, 9)]!
  return { street: unit, community: `${unit}-${Number(grid.slice(9, 12))}` }
}

const units: BureauPlan['units'] = [
  { id: 'u-bureau', name: '东湖区城市综合管理协调领导小组办公室', parent: null, kind: 'bureau' },
  { id: 'u-office', name: '综合组', parent: 'u-bureau', kind: 'office' },
  { id: 'u-inspection', name: '督查组', parent: 'u-bureau', kind: 'office' },
  ...Object.values(streets).flatMap(({ unit, name, communities }): BureauPlan['units'] => [
    { id: unit, name: `${name}办事处`, parent: 'u-bureau', kind: 'department' },
    ...communities.map((community, i) => ({
      id: `${unit}-${i + 1}`,
      name: `${community}社区`,
      parent: unit,
      kind: 'team' as const,
    })),
  ]),
  { id: 'u-treasury', name: '区财政局绩效评价股（外单位）', parent: 'u-bureau', kind: 'external' },
]

function wishes(): Wish[] {
  const all = [
    ...officePeople(),
    ...Array.from({ length: 5 }, () => inOffice('u-inspection', 'inspector')),
    ...Object.values(streets).flatMap(({ unit, communities }) => [
      ...handlingUnit(unit, { handlers: {} }),
      ...communities.flatMap((_, i) =>
        handlingUnit(`${unit}-${i + 1}`, {
          handlers: { [`${unit}-${i + 1}`]: 2 },
          roles: ['handler', 'officer'],
        }),
      ),
    ]),
  ]
  return withAccounts(all, [
    ['ducha', 'inspector'],
    ['zhipai', 'unit-lead'],
    ['chuzhi', 'handler'],
  ])
}

/** The ten people of 东湖区's office and the streets it calls upon, as they stood through 2021; every person is made up. */
export const donghuBureau = (ground: Ground): BureauPlan => ({
  title: '东湖区城市综合管理协调领导小组办公室',
  short: '东湖',
  demo: true,
  fromOn: '2018-01-01',
  units,
  people: people(namesFrom(random('360102 people')), wishes()),
  shifts,
  areas: ground.areas((code) => streets[code]?.unit ?? null),
  years: [2018, 2026],
})
