import type { BureauFigures } from '../figures.ts'
import { milli } from '../spread.ts'

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
}
