import { earnings, paidFor, pointsFor } from '../standards/earning.ts'
import { balance, batchNumber, choice, integer, money, ref, text, unit } from './fields.ts'
import { stock, sum } from './metrics.ts'
import { by, defineLedger, ends, everyone, lasts, names, options, type Sight } from './words.ts'

const local = { handler: 'unit', 'unit-lead': 'unit', officer: 'unit' } as const
const anywhere = by('handler', 'unit-lead', 'officer')
const [entered, handed] = [names('kind name area unit'), names('name area claimed')]
const adds = { earn: 'points', receive: 'points' }
const deeds = names('deed points')
const takes = { spend: 'points', settle: 'claimed' }
type Account = { kind?: string; deed?: string; points?: number; rest?: number; claimed?: number }
const of = (kind: string, sentence: string) => (sight: Sight<Account>) =>
  sight.data.kind === kind ? undefined : sentence
const household = of('a1', '只有住户的账户能挣积分和兑换；商户的账户收分和结算。')
const shop = of('a2', '只有商户的账户能收分和结算；住户的账户挣分和兑换。')
const earned = ({ data, day }: Sight<Account>) => ({ points: pointsFor(data.deed, day) })
const claim = ({ data }: Sight<Account>) => ({ claimed: data.rest })
const settled = ({ data: { claimed = 0 } }: Sight<Account>) => ({ claimed, amount: paidFor(claimed) })
const claimable = (sight: Sight<Account>) => shop(sight) ?? (sight.data.rest ? undefined : '没有可以结算的积分。')
const empty = ({ data }: Sight<Account>) =>
  data.rest ? `还有${data.rest}分没有用完；可以：兑换或结算后再销户。` : undefined
const earning = { needs: ['deed'], clears: deeds, derive: earned, guard: household, past: 'earned' } as const
const carries = { to: 'shop', move: 'receive', data: ['points'], back: 'household' } as const
const [spent, received] = [names('points shop'), names('points household')]
const spending = { needs: spent, clears: spent, guard: household, carries, past: 'spent' } as const
const receiving = { inside: true, needs: received, clears: received, guard: shop } as const
const claiming = { together: true, derive: claim, guard: claimable, past: 'claimed' } as const

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
    claimed: integer('结算积分', { derived: true, measure: '分' }),
    amount: money('结算金额', { derived: true }),
    batch: batchNumber('结算批次', '{short}城管积结〔{year}〕第{seq}号', 'claim'),
  },
  columns: { title: ['kind', 'name'], class: 'kind', unit: 'unit' },
  states: {
    ...lasts('done', { open: '正常' }),
    ...lasts('soon', { frozen: '已冻结', claimed: '结算中' }),
    ...ends('void', { closed: '已销户' }),
  },
  moves: {
    open: ['开户', 'new', 'open', local, { needs: entered, may: ['phone'], past: 'opened' }],
    earn: ['挣积分', 'open', 'stay', local, earning],
    spend: ['兑换', 'open', 'stay', local, spending],
    receive: ['商户收分', names('open claimed'), 'stay', anywhere, receiving],
    claim: ['申请结算', 'open', 'claimed', local, claiming],
    settle: ['结算', 'claimed', 'open', by('finance'), { derive: settled }],
    deny: ['退回结算', 'claimed', 'open', by('finance'), { reason: '退回原因', past: 'denied' }],
    freeze: ['冻结', 'open', 'frozen', local, { reason: '冻结原因', past: 'frozen' }],
    thaw: ['解冻', 'frozen', 'open', local, { reason: '解冻原因' }],
    close: ['销户', names('open frozen'), 'closed', local, { reason: '销户原因', guard: empty }],
  },
  handover: { to: '局财务部门', batch: 'batch', move: 'claim', accept: 'settle', refuse: 'deny', rows: handed },
  read: { ...everyone, handler: 'unit' },
  secretsFor: ['unit-lead', 'officer'],
  form: { 账户: [...entered, 'phone'], 收支: names('deed points shop household') },
  metrics: {
    accounts: stock({ enters: ['open'], leaves: ['close'] }, '积分账户', '期末未销户的账户数', { unit: '户' }),
    earned: sum('earn', 'points', '发放积分', '期内住户挣得的积分之和', { unit: '分' }),
    spent: sum('spend', 'points', '兑换积分', '期内住户兑换的积分之和', { unit: '分' }),
    settled: sum('settle', 'amount', '商户结算', '期内与商户结算的金额之和', { unit: '元' }),
  },
})
