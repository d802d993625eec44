import { type Dated, type Day, inForce, type Option } from '../../modules/ledger/index.ts'

/** What a household earns for sorting its waste, in points, since when, and by which notice. A bureau writes its own. */
const rates: Readonly<Record<string, { label: string; rows: readonly (Dated & { points: number })[] }>> = {
  kitchen: {
    label: '厨余垃圾分类准确',
    rows: [
      { from: '2020-01-01', to: '2021-12-31', points: 5, law: '垃圾分类积分办法（试行）' },
      { from: '2022-01-01', points: 10, law: '垃圾分类积分办法' },
    ],
  },
  recyclable: { label: '可回收物投放', rows: [{ from: '2020-01-01', points: 20, law: '垃圾分类积分办法（试行）' }] },
  hazardous: { label: '有害垃圾投放', rows: [{ from: '2020-01-01', points: 30, law: '垃圾分类积分办法（试行）' }] },
  volunteer: { label: '参加分类志愿服务', rows: [{ from: '2020-01-01', points: 50, law: '垃圾分类积分办法（试行）' }] },
}
export const earnings: readonly Option[] = Object.entries(rates).map(([value, { label, rows }]) => ({
  value,
  label,
  from: rows[0]!.from,
}))
/** The points of one deed on a day; undefined where no rate holds. */
export const pointsFor = (deed: string | undefined, on: Day): number | undefined =>
  inForce(rates[deed ?? '']?.rows ?? [], on)?.points
const PAID_PER_HUNDRED = 100
/** What a shop is paid for so many points, in 分. */
export const paidFor = (points: number): number => Math.round((points * PAID_PER_HUNDRED) / 100)
