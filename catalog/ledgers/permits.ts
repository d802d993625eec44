import {
  choice,
  count,
  date,
  defineLedger,
  longText,
  point,
  type Sight,
  share,
  text,
} from '../../modules/ledger/index.ts'
import { everyone } from './reach.ts'

const matters = '户外广告设置 临时占用道路 挖掘道路 建筑垃圾处置核准 燃气经营 排水许可 临时占用绿地 移植树木'.split(' ')
const kinds = matters.map((label, i) => ({ value: `x${i + 1}`, label }))
const desk = { receiver: 'bureau' } as const
const legal = { legal: 'bureau' } as const
const days = (n: number) => ({ n, unit: 'legal-work-day' }) as const
const under = ['accepted', 'extended'] as const
const open = ['applied', 'incomplete', 'paused', ...under] as const
const askedOnce = ({ found }: Sight) => (found?.by.ask ? '需要补正的内容应一次告知；可以：受理。' : undefined)
const extendedOnce = ({ found }: Sight) => (found?.by.extend ? '只能延长一次；请在期限内作出决定。' : undefined)
const told = ['kind', 'applicant', 'matter', 'place'] as const

/** 行政许可: accepted, decided and delivered within the terms of 行政许可法 32, 42, 44, 45 and 82. */
export const permits = defineLedger({
  id: 'permit',
  title: '行政许可',
  group: '行政许可',
  number: '{short}城管许字〔{year}〕第{seq}号',
  numberedBy: 'apply',
  fields: {
    kind: choice('许可事项', kinds, { listed: true }),
    applicant: text('申请人', { listed: true, searched: true }),
    contact: text('联系电话', { secret: true }),
    matter: longText('申请内容', { searched: true }),
    place: text('地点', { listed: true }),
    position: point('位置'),
    missing: longText('需要补正的材料'),
    startsOn: date('许可起始日'),
    endsOn: date('许可截止日', { listed: true }),
    basis: longText('决定理由和依据'),
    publishedOn: date('公开日期'),
  },
  columns: { title: ['kind', 'applicant'], class: 'kind' },
  states: {
    applied: { label: '待受理', tone: 'todo' },
    incomplete: { label: '待补正', tone: 'soon' },
    accepted: { label: '审查中', tone: 'doing' },
    paused: { label: '听证或评审中', tone: 'soon' },
    extended: { label: '已延期', tone: 'doing' },
    granted: { label: '待送达', tone: 'doing' },
    delivered: { label: '已送达', tone: 'done', ended: true },
    declined: { label: '不予受理', tone: 'done', ended: true },
    refused: { label: '不予许可', tone: 'done', ended: true },
    withdrawn: { label: '已撤回申请', tone: 'void', ended: true },
  },
  moves: {
    apply: {
      label: '收到申请',
      past: 'applied',
      from: 'new',
      to: 'applied',
      by: desk,
      needs: told,
      may: ['contact', 'position'],
    },
    decline: { label: '不予受理', from: 'applied', to: 'declined', by: desk, reason: '不予受理的理由' },
    ask: { label: '一次告知补正', from: 'applied', to: 'incomplete', by: desk, needs: ['missing'], guard: askedOnce },
    complete: { label: '补正齐全', from: 'incomplete', to: 'applied', by: desk, main: true },
    accept: { label: '受理', from: 'applied', to: 'accepted', by: desk, gives: { role: 'legal' }, main: true },
    pause: { label: '听证或专家评审', from: under, to: 'paused', by: legal, reason: '告知申请人的事由' },
    resume: { label: '恢复审查', from: 'paused', to: 'accepted', by: legal, main: true },
    extend: { label: '延长十日', from: 'accepted', to: 'extended', by: legal, reason: '延长理由', guard: extendedOnce },
    grant: {
      label: '准予许可',
      from: under,
      to: 'granted',
      by: legal,
      needs: ['startsOn', 'endsOn', 'basis'],
      guard: ({ data }) => (data.startsOn! > data.endsOn! ? '许可截止日早于起始日；请核对日期。' : undefined),
      gives: { role: 'receiver' },
      main: true,
    },
    refuse: { label: '不予许可', from: under, to: 'refused', by: legal, needs: ['basis'] },
    deliver: { label: '送达许可证件', from: 'granted', to: 'delivered', by: desk, needs: ['publishedOn'], main: true },
    withdraw: { label: '撤回申请', past: 'withdrawn', from: open, to: 'withdrawn', by: desk, reason: '撤回原因' },
  },
  deadlines: {
    decide: {
      label: '作出决定',
      starts: ['accept', 'resume'],
      stops: ['pause', 'grant', 'refuse'],
      limit: days(20),
      extends: { extend: 10 },
    },
    check: { label: '受理或告知补正', starts: ['apply'], stops: ['ask', 'decline', 'accept'], limit: days(5) },
    recheck: { label: '补正后受理', starts: ['complete'], stops: ['decline', 'accept'], limit: days(5) },
    deliver: { label: '送达证件', starts: ['grant'], stops: ['deliver'], limit: days(10) },
  },
  read: everyone,
  secretsFor: ['receiver', 'legal'],
  form: {
    申请: ['kind', 'applicant', 'contact', 'matter', 'place', 'position'],
    审查: ['missing', 'basis', 'startsOn', 'endsOn'],
    公开: ['publishedOn'],
  },
  metrics: {
    applied: count('apply', { label: '许可申请', formula: '期内收到的申请件数', excludes: '办理中撤回的也计' }),
    granted: count('grant', { label: '准予许可', formula: '期内准予许可的件数' }),
    published: count('deliver', { label: '许可公开', formula: '期内送达并公开的许可件数' }),
    'decided-in-time': share(['grant', 'refuse'], 'accept', {
      inTime: true,
      label: '按期办结率',
      formula: '期内受理的申请中在法定期限内作出决定的 ÷ 期内受理的申请',
    }),
  },
})
