import { choice, date, longText, point, text } from './fields.ts'
import { maskName, notAhead, once } from './guards.ts'
import { count, share } from './metrics.ts'
import { by, defineLedger, ends, everyone, names, on, options, type Sight, workDays } from './words.ts'

const matters = '户外广告设置 临时占用道路 挖掘道路 建筑垃圾处置核准 燃气经营 排水许可 临时占用绿地 移植树木'
const [under, open] = [names('accepted extended'), names('applied incomplete paused accepted extended')]
const [told, terms] = [names('kind applicant matter place'), names('startsOn endsOn basis')]
const [shown, masks] = [names('kind applicant startsOn endsOn publishedOn'), { applicant: maskName }] as const
const shownSince = notAhead('公开日期', 'publishedOn', 'grant')
const askedOnce = once('ask', '需要补正的内容应一次告知；可以：受理。')
const extendedOnce = once('extend', '只能延长一次；请在期限内作出决定。')
const inOrder = ({ data }: Sight<{ startsOn?: string; endsOn?: string }>) =>
  data.startsOn! > data.endsOn! ? '许可截止日早于起始日；请核对日期。' : undefined
const revoked = { reason: '撤销的理由', clears: ['publishedOn'], undoes: 'deliver' } as const
const granted = { needs: terms, guard: inOrder, gives: { role: 'receiver' }, main: true } as const

/** 行政许可: accepted, decided and delivered within the terms of 行政许可法 32, 42, 44, 45 and 82. */
export const permits = defineLedger({
  id: 'permit',
  title: '行政许可',
  group: '执法和审批',
  number: '{short}城管许字〔{year}〕第{seq}号',
  numberedBy: 'apply',
  fields: {
    kind: choice('许可事项', options('x', matters), { listed: true }),
    applicant: text('申请人', { listed: true, searched: true }),
    contact: text('联系电话', { secret: true }),
    matter: longText('申请内容', { searched: true }),
    place: text('地点', { listed: true }),
    position: point('位置'),
    missing: longText('需要补正的材料'),
    startsOn: date('许可起始日'),
    endsOn: date('许可截止日', { listed: true }),
    basis: longText('决定理由和依据'),
    publishedOn: date('公开日期', { listed: true }),
  },
  columns: { title: ['kind', 'applicant'], class: 'kind' },
  states: {
    ...on('todo', { applied: '待受理' }),
    ...on('soon', { incomplete: '待补正', paused: '听证或评审中' }),
    ...on('doing', { accepted: '审查中', extended: '已延期', granted: '待送达' }),
    ...ends('done', { delivered: '已送达', declined: '不予受理', refused: '不予许可' }),
    ...ends('void', { withdrawn: '已撤回申请', revoked: '许可已撤销' }),
  },
  moves: {
    apply: ['收到申请', 'new', 'applied', by('receiver'), { needs: told, may: ['contact', 'position'] }],
    decline: ['不予受理', 'applied', 'declined', by('receiver'), { reason: '不予受理的理由' }],
    ask: ['一次告知补正', 'applied', 'incomplete', by('receiver'), { needs: ['missing'], guard: askedOnce }],
    complete: ['补正齐全', 'incomplete', 'applied', by('receiver'), { main: true }],
    accept: ['受理', 'applied', 'accepted', by('receiver'), { gives: { role: 'legal' }, main: true }],
    pause: ['听证或专家评审', under, 'paused', by('legal'), { reason: '告知申请人的事由' }],
    resume: ['恢复审查', 'paused', 'accepted', by('legal'), { main: true }],
    extend: ['延长十日', 'accepted', 'extended', by('legal'), { reason: '延长理由', guard: extendedOnce }],
    grant: ['准予许可', under, 'granted', by('legal'), granted],
    refuse: ['不予许可', under, 'refused', by('legal'), { needs: ['basis'] }],
    deliver: ['送达许可证件', 'granted', 'delivered', by('receiver'), { needs: ['publishedOn'], guard: shownSince }],
    revoke: ['撤销许可', 'delivered', 'revoked', by('legal'), revoked],
    withdraw: ['撤回申请', open, 'withdrawn', by('receiver'), { reason: '撤回原因', past: 'withdrawn' }],
  },
  deadlines: {
    decide: ['作出决定', ['accept', 'resume'], ['pause', 'grant', 'refuse'], workDays(20), { extends: { extend: 10 } }],
    check: ['受理或告知补正', ['apply'], ['ask', 'decline', 'accept'], workDays(5)],
    recheck: ['补正后受理', ['complete'], ['decline', 'accept'], workDays(5)],
    deliver: ['送达证件', ['grant'], ['deliver'], workDays(10)],
  },
  publishes: { label: '行政许可公示', since: 'publishedOn', shows: shown, masks, withdraw: 'revoke' },
  read: everyone,
  secretsFor: ['receiver', 'legal'],
  form: {
    申请: [...told, 'contact', 'position'],
    审查和公开: ['missing', ...terms, 'publishedOn'],
  },
  metrics: {
    applied: count('apply', '许可申请', '期内收到的申请件数', { excludes: '办理中撤回的也计' }),
    granted: count('grant', '准予许可', '期内准予许可的件数'),
    published: count('deliver', '许可公开', '期内送达并公开的许可件数'),
    'decided-in-time': share(names('grant refuse'), 'accept', '按期办结率', '按期决定 ÷ 期内受理', { inTime: true }),
  },
})
