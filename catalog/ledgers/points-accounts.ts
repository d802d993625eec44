import { earnings, PAID_PER_HUNDRED, pointsFor } from '../standards/earning.ts'
import { balance, choice, integer, money, ref, text, unit } from './fields.ts'
import { stock, sum } from './metrics.ts'
import { by, defineLedger, ends, everyone, lasts, names, options, type Sight } from './words.ts'

const local = { handler: 'unit', 'unit-lead': 'unit', officer: 'unit' } as const
const anywhere = by('handler', 'unit-lead', 'officer')
const entered = names('kind name area unit')
const adds = { earn: 'points', receive: 'points' }
const [deeds, paid] = [names('deed points'), names('points voucher')]
const takes = { spend: 'points', settle: 'points' }
type Account = { kind?: string; deed?: string; points?: number; rest?: number }
const of = (kind: string, sentence: string) => (sight: Sight<Account>) =>
  sight.data.kind === kind ? undefined : sentence
const household = of('a1', '只有住户的账户能挣积分和兑换；商户的账户收分和结算。')
const shop = of('a2', '只有商户的账户能收分和结算；住户的账户挣分和兑换。')
const earned = ({ data, day }: Sight<Account>) => ({ points: pointsFor(data.deed, day) })
const settled = ({ data }: Sight<Account>) => ({ amount: Math.round((data.points! * PAID_PER_HUNDRED) / 100) })
const empty = ({ data }: Sight<Account>) =>
  data.rest ? `还有${data.rest}分没有用完；可以：兑换或结算后再销户。` : undefined
const earning = { needs: ['deed'], clears: deeds, derive: earned, guard: household, past: 'earned' } as const
const carries = { to: 'shop', move: 'receive', data: ['points'], back: 'household' } as const
const [spent, received] = [names('points shop'), names('points household')]
const spending = { needs: spent, clears: spent, guard: household, carries, past: 'spent' } as const
const receiving = { inside: true, needs: received, clears: received, guard: shop } as const
const settling = { needs: paid, clears: paid, derive: settled, guard: shop } as const

/** 垃圾分类积分: households earn by a dated table and spend, shops take in and are settled; no account falls below zero. */
export const pointsAccounts = defineLedger({
  id: 'points-account',
  title: '垃圾分类积分',
  group: '日常工作',
  number: 'JF{year}{seq:6}',
  numberedBy: 'open',
  fields: {
    kind: choice('账户类别', options('a', '住户 商户'), { listed: true }),
    name: text('户名', { listed: true, searched: true }),
    area: text('小区或地址', { listed: true, searched: true }),
    phone: text('联系电话', { secret: true }),
    unit: unit('管理单位', { listed: true }),
    rest: balance('积分余额', adds, takes, { listed: true, measure: '分' }),
    deed: choice('积分事由', earnings),
    points: integer('本次积分', { min: 1, measure: '分' }),
    shop: ref('points-account', '兑换商户'),
    household: ref('points-account', '付分住户'),
    amount: money('结算金额', { derived: true }),
    voucher: text('付款凭证'),
  },
  columns: { title: ['kind', 'name'], class: 'kind', unit: 'unit' },
  states: {
    ...lasts('done', { open: '正常' }),
    ...lasts('soon', { frozen: '已冻结' }),
    ...ends('void', { closed: '已销户' }),
  },
  moves: {
    open: ['开户', 'new', 'open', local, { needs: entered, may: ['phone'], past: 'opened' }],
    earn: ['挣积分', 'open', 'stay', local, earning],
    spend: ['兑换', 'open', 'stay', local, spending],
    receive: ['商户收分', 'open', 'stay', anywhere, receiving],
    settle: ['商户结算', 'open', 'stay', by('finance'), settling],
    freeze: ['冻结', 'open', 'frozen', local, { reason: '冻结原因', past: 'frozen' }],
    thaw: ['解冻', 'frozen', 'open', local, { reason: '解冻原因' }],
    close: ['销户', names('open frozen'), 'closed', local, { reason: '销户原因', guard: empty }],
  },
  read: { ...everyone, handler: 'unit' },
  secretsFor: ['unit-lead', 'officer'],
  form: { 账户: [...entered, 'phone'], 收支: names('deed points shop household voucher') },
  metrics: {
    accounts: stock({ enters: ['open'], leaves: ['close'] }, '积分账户', '期末未销户的账户数', { unit: '户' }),
    earned: sum('earn', 'points', '发放积分', '期内住户挣得的积分之和', { unit: '分' }),
    spent: sum('spend', 'points', '兑换积分', '期内住户兑换的积分之和', { unit: '分' }),
    settled: sum('settle', 'amount', '商户结算', '期内与商户结算的金额之和', { unit: '元' }),
  },
})
