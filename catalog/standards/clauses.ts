import { type Dated, type Day, inForce, type Option } from '../../modules/ledger/index.ts'

export type PartyKind = 'person' | 'organisation'
export const partyKinds: readonly Option[] = [
  { value: 'person', label: '公民' },
  { value: 'organisation', label: '法人或者其他组织' },
]
/** From so much to so much, in 分; of a share, in hundredths of what the works cost. */
type Range = readonly [min: number, max: number]

/** An act that may be fined, with the article that says so and what it allows. Without a range: a warning only. */
export interface Clause extends Dated {
  id: string
  act: string
  article: string
  fine: Partial<Record<PartyKind, Range>>
  /** The fine is a share of what the works cost. */
  ofWorth?: true
}

const yuan = (amount: number) => amount * 100
const range = (min: number, max: number): Range => [yuan(min), yuan(max)]
const both = (min: number, max: number) => ({ person: range(min, max), organisation: range(min, max) })

const planning = '中华人民共和国城乡规划法'
const waste = '中华人民共和国固体废物污染环境防治法'
const noise = '中华人民共和国噪声污染防治法'

/** What urban management fines most often, by national law; a bureau adds the articles of its province and city. */
export const clauses: readonly Clause[] = [
  {
    id: 'planning-64',
    act: '未取得规划许可进行建设，尚可采取改正措施',
    law: planning,
    article: '第六十四条',
    from: '2008-01-01',
    fine: { person: [5, 10], organisation: [5, 10] },
    ofWorth: true,
  },
  {
    id: 'road-42',
    act: '擅自占用、挖掘城市道路',
    law: '城市道路管理条例',
    article: '第四十二条',
    from: '1996-10-01',
    fine: both(0, 20_000),
  },
  {
    id: 'appearance-34',
    act: '随地吐痰、乱扔、乱倒，影响市容环境卫生',
    law: '城市市容和环境卫生管理条例',
    article: '第三十四条',
    from: '1992-08-01',
    fine: {},
  },
  {
    id: 'traffic-93',
    act: '机动车违反规定在人行道停放',
    law: '中华人民共和国道路交通安全法',
    article: '第九十三条',
    from: '2004-05-01',
    fine: both(20, 200),
  },
  {
    id: 'waste-111-litter',
    act: '随意倾倒、抛撒、堆放生活垃圾',
    law: waste,
    article: '第一百一十一条第一款第一项',
    from: '2020-09-01',
    fine: { person: range(100, 500), organisation: range(50_000, 500_000) },
  },
  {
    id: 'waste-111-sort',
    act: '不按规定分类投放生活垃圾',
    law: waste,
    article: '第一百一十一条',
    from: '2020-09-01',
    fine: {},
  },
  {
    id: 'noise-81',
    act: '商业经营活动中使用高音广播喇叭等发出高噪声',
    law: noise,
    article: '第八十一条',
    from: '2022-06-05',
    fine: both(5000, 50_000),
  },
  {
    id: 'noise-82',
    act: '公共场所组织娱乐、健身等活动音响扰民，拒不改正',
    law: noise,
    article: '第八十二条',
    from: '2022-06-05',
    fine: { person: range(200, 1000), organisation: range(2000, 20_000) },
  },
]
const byId = new Map(clauses.map((clause) => [clause.id, clause]))
export const clauseOf = (id: string | undefined): Clause | undefined => byId.get(id ?? '')
export const clauseOptions: readonly Option[] = clauses.map(({ id, act, law, article, from, to }) => ({
  value: id,
  label: act,
  group: `${law.replace('中华人民共和国', '')}${article}`,
  from,
  ...(to ? { to } : {}),
}))

/** The most that may be fined on the spot, in 分 (行政处罚法 51 since 2021-07-15; before that 33). */
const summaryLimits: readonly (Dated & Record<PartyKind, number>)[] = [
  {
    from: '1996-10-01',
    to: '2021-07-14',
    law: '行政处罚法（2017修正）第三十三条',
    person: yuan(50),
    organisation: yuan(1000),
  },
  { from: '2021-07-15', law: '行政处罚法第五十一条', person: yuan(200), organisation: yuan(3000) },
]

const text = (amount: number) => `${(amount / 100).toFixed(2)}元`
const partyText = (kind: PartyKind) => (kind === 'person' ? '公民' : '法人或者其他组织')

interface Fined {
  clause?: string
  partyKind?: string
  kind?: string
  fine?: number
  worth?: number
  /** 32: below the least for a reason the law names. */
  mitigated?: boolean
}
/** From the lightest on, as 行政处罚法 9 has them. */
export const kinds = '警告 罚款 没收违法所得 责令停产停业 暂扣许可证件 吊销许可证件'
const WARNING = 'k1'
const FINE = 'k2'

/** Why a fine is not what the article allows, as a sentence with its source, or undefined. */
export function fineFault({ clause, partyKind, kind = FINE, fine = 0, worth, mitigated }: Fined): string | undefined {
  const found = clauseOf(clause)
  if (!found) return undefined
  const allowed = found.fine[partyKind as PartyKind]
  const source = `《${found.law}》${found.article}`
  if (kind !== WARNING && kind !== FINE) return `${source}没有规定这一处罚种类；可以：警告、罚款。`
  if (kind === WARNING) return fine > 0 ? '警告不并处罚款时，罚款应为零；要罚款请选“罚款”。' : undefined
  if (!allowed)
    return fine > 0
      ? `${source}对${partyText(partyKind as PartyKind)}没有规定这一罚款；可以：警告，或另选违法行为。`
      : undefined
  if (found.ofWorth && !worth) return `${source}按工程造价的${allowed[0]}%至${allowed[1]}%计罚；请填写工程造价。`
  const [min, max] = found.ofWorth ? allowed.map((percent) => Math.round((worth! * percent) / 100)) : allowed
  if (fine > 0 && fine <= max! && (fine >= min! || mitigated)) return undefined
  return `罚款${text(fine)}不在${source}规定的${text(min!)}至${text(max!)}之间；请按裁量基准重新填写，依法减轻的请勾选“依法减轻”。`
}

/** Why it may not be fined on the spot by so much, or undefined. */
export function summaryFault({ partyKind, fine = 0 }: Fined, on: Day): string | undefined {
  const limits = inForce(summaryLimits, on)!
  const most = limits[partyKind as PartyKind]
  if (fine <= most) return undefined
  return `${limits.law}：对${partyText(partyKind as PartyKind)}当场罚款不超过${text(most)}，这里是${text(fine)}；可以：按普通程序立案。`
}

/** What is added to a fine so many days late, in 分: three in a hundred a day, never more than the fine (行政处罚法 72). */
export const surcharge = (fine: number, daysLate: number): number =>
  Math.min(fine, Math.round((fine * 3 * daysLate) / 100))
