import {
  choice,
  count,
  date,
  defineLedger,
  longText,
  photos,
  ref,
  type Sight,
  share,
  text,
  unit,
} from '../../modules/ledger/index.ts'
import { everyone } from './reach.ts'

const kinds = ['现场督办', '重点督察', '专项督察', '明查', '暗查'].map((label, i) => ({ value: `k${i + 1}`, label }))
const inspector = { inspector: 'bureau' } as const
const leads = { 'unit-lead': 'unit' } as const
const toUnit = { role: 'unit-lead', of: 'unit' } as const
const back = { who: 'issue', role: 'inspector' } as const
const again = { from: 'replied', by: inspector, sameAs: 'issue' } as const
const told = ['kind', 'problem', 'place', 'photos', 'unit', 'demand', 'until'] as const
const notPast = ({ data, context }: Sight<{ until?: string }>) =>
  data.until && `${data.until}T16:00:00.000Z` <= context.now ? '整改期限已经过去；请填写今天或以后的日期。' : undefined
const done = ['measures', 'afterPhotos'] as const

/** 督察整改通知书: what supervision finds is set right by a day, proved, and checked again by the one who issued it. */
export const notices = defineLedger({
  id: 'notice',
  title: '督察整改通知书',
  group: '督察',
  number: '{short}城管督通字〔{year}〕第{seq}号',
  numberedBy: 'issue',
  fields: {
    kind: choice('督察方式', kinds, { listed: true }),
    problem: longText('发现的问题', { searched: true }),
    place: text('地点', { listed: true, searched: true }),
    case: ref('case', '来源案件'),
    photos: photos('现场照片'),
    unit: unit('责任单位', { listed: true }),
    demand: longText('整改要求'),
    until: date('整改期限', { listed: true }),
    measures: longText('整改情况'),
    afterPhotos: photos('整改后照片'),
    finding: longText('复查意见'),
  },
  columns: { title: ['kind', 'place'], class: 'kind', unit: 'unit' },
  states: {
    issued: { label: '待整改', tone: 'todo' },
    replied: { label: '待复查', tone: 'doing' },
    escalated: { label: '已通报', tone: 'late' },
    closed: { label: '已整改', tone: 'done', ended: true },
    withdrawn: { label: '已撤回', tone: 'void', ended: true },
  },
  moves: {
    issue: {
      label: '下发通知书',
      from: 'new',
      to: 'issued',
      by: inspector,
      needs: told,
      guard: notPast,
      may: ['case'],
      gives: toUnit,
      main: true,
    },
    reply: {
      label: '回复整改',
      from: ['issued', 'escalated'],
      to: 'replied',
      by: leads,
      needs: done,
      clears: ['finding'],
      gives: back,
      main: true,
    },
    pass: { ...again, label: '复查通过', to: 'closed', needs: ['finding'], main: true },
    fail: {
      ...again,
      label: '复查不通过',
      to: 'issued',
      needs: ['finding', 'until'],
      guard: notPast,
      clears: ['until', ...done],
      gives: toUnit,
    },
    escalate: { label: '通报', from: 'issued', to: 'escalated', by: inspector, reason: '通报事由' },
    withdraw: {
      label: '撤回',
      past: 'withdrawn',
      from: ['issued', 'replied', 'escalated'],
      to: 'withdrawn',
      by: inspector,
      reason: '撤回原因',
      undoes: 'issue',
    },
  },
  deadlines: { correct: { label: '整改期限', starts: ['issue', 'fail'], stops: ['reply'], limit: { field: 'until' } } },
  read: { ...everyone, handler: 'unit' },
  form: {
    督察: ['kind', 'place', 'problem', 'photos', 'case'],
    整改要求: ['unit', 'demand', 'until'],
    整改与复查: [...done, 'finding'],
  },
  metrics: {
    issued: count('issue', { label: '整改通知书', unit: '份', formula: '期内下发的份数', excludes: '已撤回的' }),
    corrected: share('pass', 'issue', {
      label: '整改率',
      formula: '期内下发的通知书中复查通过的 ÷ 期内下发的',
      excludes: '已撤回的',
    }),
    escalated: count('escalate', { label: '通报', unit: '次', formula: '期内通报的次数' }),
  },
})
