import type { BureauFigures } from '../figures.ts'
import { milli, wan } from '../spread.ts'

/** 东湖区 2021: what was handed out to the shops. Its points and shops are counted apart. */
export const donghu: BureauFigures = {
  tenant: '360102',
  year: 2021,
  roads: [],
  projects: [],
  basic: [],
  works: [
    {
      kind: 'shop-paper',
      campaign: 'street-order',
      total: milli(8044),
      records: 96,
      office: 'enforcement',
      from: '2021-03-01',
    },
  ],
  indicators: [],
  // Income as budgeted and spending as paid: 32.14 万元 lie between them, and the report does not say where they came from.
  accounts: { appropriation: wan(1464.48), basic: wan(179.93), projects: wan(1316.69), closing: 0 },
  assets: { total: wan(7.23), current: wan(0.83), fixed: wan(6.4), otherFixed: 0, inUse: wan(6.4) },
  people: { posts: 0, staff: 0, veterans: 0, retired: 0, temporary: 10, total: 10 },
}
