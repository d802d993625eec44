import { inWan } from './domain.ts'
import { type Amount, type Identity, sumIdentity } from './identities.ts'

/** Amounts of 收入支出决算总表 by item, in 分; what was not entered is not there. */
export type Accounts = ReadonlyMap<string, number>

const income = {
  appropriation: '财政拨款收入',
  business: '事业收入',
  operating: '经营收入',
  'from-above': '上级补助收入',
  'from-below': '附属单位上缴收入',
  'other-income': '其他收入',
} as const
const spending = {
  basic: '基本支出',
  projects: '项目支出',
  'to-above': '上缴上级支出',
  'operating-cost': '经营支出',
  'to-below': '对附属单位补助支出',
} as const
const carried = { opening: '年初结转和结余', reserves: '使用非财政拨款结余' } as const
const left = { distributed: '结余分配', closing: '年末结转和结余' } as const

const amountsOf = (accounts: Accounts, labels: Readonly<Record<string, string>>): Amount[] =>
  Object.entries(labels).flatMap(([item, label]) => {
    const fen = accounts.get(item)
    return fen === undefined ? [] : [{ label, fen }]
  })
const sum = (amounts: readonly Amount[]) => amounts.reduce((all, { fen }) => all + fen, 0)
const added = (amounts: readonly Amount[]) =>
  amounts.map(({ label, fen }) => `${label}${inWan(fen)}`).join(' + ') || '0.00'

/** B-01: what came in and was there is what was spent and is left (部门决算 form). */
function balance(accounts: Accounts): Identity {
  const came = [...amountsOf(accounts, income), ...amountsOf(accounts, carried)]
  const went = [...amountsOf(accounts, spending), ...amountsOf(accounts, left)]
  const missing = sum(went) - sum(came)
  const said = `${added(came)} = ${inWan(sum(came))}万元，${added(went)} = ${inWan(sum(went))}万元`
  const guess =
    missing > 0 && !accounts.has('opening')
      ? `是否有年初结转和结余${inWan(missing)}万元没有登记？`
      : missing < 0 && !accounts.has('closing')
        ? `是否有年末结转和结余${inWan(-missing)}万元没有登记？`
        : '请核对是否有漏登或重登。'
  return {
    id: 'B-01',
    label: '收入 + 年初结转 = 支出 + 年末结转',
    left: inWan(sum(came)),
    right: inWan(sum(went)),
    holds: missing === 0,
    sentence: missing === 0 ? `${said}，相符。` : `${said}，相差${inWan(Math.abs(missing))}万元；${guess}`,
  }
}

/** What the final accounts must keep, once any of them were entered. `paid` is what the ledgers of payments give. */
export function accountIdentities(accounts: Accounts, paid: { basic: number; projects: number }): Identity[] {
  const named = [...amountsOf(accounts, income), ...amountsOf(accounts, spending), ...amountsOf(accounts, carried)]
  if (!named.length) return []
  const against = (item: 'basic' | 'projects') => {
    const fen = accounts.get(item)
    // A bureau that enters no single payments has nothing to be held against.
    if (fen === undefined || paid[item] === 0) return []
    const label = spending[item]
    return [
      sumIdentity('B-17', `决算${label} = 支付台账${label}`, { label: `决算${label}`, fen }, [
        { label: '支付台账', fen: paid[item] },
      ]),
    ]
  }
  return [balance(accounts), ...against('basic'), ...against('projects')]
}

/** Money of assets in 分, people in heads; undefined where nothing was entered. */
export interface Belongings {
  assets?: { total: number; current: number; fixed: number; otherFixed: number }
  people?: { posts: number; staff: number; veterans: number; retired: number; temporary: number; total: number }
}

/** B-23 and B-24: assets are the sum of their kinds, people of theirs, and posts are not exceeded. */
export function belongingIdentities({ assets, people }: Belongings): Identity[] {
  const found: Identity[] = []
  if (assets)
    found.push(
      sumIdentity('B-23', '资产总计 = 流动资产 + 非流动资产', { label: '资产总计', fen: assets.total }, [
        { label: '流动资产', fen: assets.current },
        { label: '固定资产', fen: assets.fixed },
        { label: '其他非流动资产', fen: assets.otherFixed },
      ]),
    )
  if (people) {
    const { posts, staff, veterans, retired, temporary, total } = people
    const all = staff + veterans + retired + temporary
    const said = `人员合计${total}人；在职${staff}、离休${veterans}、退休${retired}、临聘${temporary}，共${all}人`
    found.push({
      id: 'B-24',
      label: '人员合计 = 在职 + 离休 + 退休 + 临聘',
      left: String(total),
      right: String(all),
      holds: total === all,
      sentence: total === all ? `${said}，相符。` : `${said}，相差${Math.abs(total - all)}人；请核对。`,
    })
    found.push({
      id: 'B-24',
      label: '在职人员不超过编制',
      left: String(staff),
      right: String(posts),
      holds: staff <= posts,
      sentence: `编制${posts}人，在职${staff}人，${staff <= posts ? '未超编' : `超编${staff - posts}人；请核对`}。`,
    })
  }
  return found
}
