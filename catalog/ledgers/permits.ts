import * as law from '../standards/permit-law.ts'
import { choice, date, longText, point, ref, text } from './fields.ts'
import { maskName } from './guards.ts'
import { count, share } from './metrics.ts'
import { by, defineLedger, ends, everyone, names, on, options, workDays } from './words.ts'

const [under, open] = [names('accepted extended'), names('applied incomplete paused accepted extended granted')]
const [told, more] = [names('kind applicant matter place'), names('contact position earlier')]
const terms = names('startsOn endsOn basis')
const [shown, masks] = [names('kind applicant startsOn endsOn publishedOn'), { applicant: maskName }] as const
const revoked = { reason: '撤销的理由', clears: ['publishedOn'], undoes: names('deliver replace') } as const
const replaces = { to: 'earlier', move: 'supersede', data: [], back: 'later' } as const
const shows = { needs: ['publishedOn'], guard: law.replaces } as const
const granted = { needs: terms, guard: law.inOrder, gives: { role: 'receiver' }, main: true } as const

/** 行政许可: accepted, decided and delivered within the terms of 行政许可法 32, 42, 44, 45 and 82; renewed (50). */
export const permits = defineLedger({
  id: 'permit',
  title: '行政许可',
  group: '执法和审批',
  number: '{short}城管许字〔{year}〕第{seq}号',
  numberedBy: 'apply',
  fields: {
    kind: choice('许可事项', options('x', law.matters), { listed: true }),
    applicant: text('申请人', { listed: true, searched: true }),
    contact: text('联系电话', { secret: true }),
    matter: longText('申请内容', { searched: true }),
    place: text('地点', { listed: true }),
    position: point('位置'),
    earlier: ref('permit', '延续的许可', { help: '延续的证件送达以前，原许可照常有效' }),
    later: ref('permit', '延续为'),
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
    ...ends('done', { delivered: '已送达', superseded: '已延续', declined: '不予受理', refused: '不予许可' }),
    ...ends('void', { withdrawn: '已撤回申请', revoked: '许可已撤销' }),
  },
  moves: {
    apply: ['收到申请', 'new', 'applied', by('receiver'), { needs: told, may: more, guard: law.renewable }],
    decline: ['不予受理', 'applied', 'declined', by('receiver'), { reason: '不予受理的理由' }],
    ask: ['一次告知补正', 'applied', 'incomplete', by('receiver'), { needs: ['missing'], guard: law.askedOnce }],
    complete: ['补正齐全', 'incomplete', 'applied', by('receiver'), { main: true }],
    accept: ['受理', 'applied', 'accepted', by('receiver'), { gives: { role: 'legal' }, main: true }],
    pause: ['听证或专家评审', under, 'paused', by('legal'), { reason: '告知申请人的事由' }],
    resume: ['恢复审查', 'paused', 'accepted', by('legal'), { main: true }],
    extend: ['延长十日', 'accepted', 'extended', by('legal'), { reason: '延长理由', guard: law.extendedOnce }],
    grant: ['准予许可', under, 'granted', by('legal'), granted],
    refuse: ['不予许可', under, 'refused', by('legal'), { needs: ['basis'] }],
    deliver: ['送达许可证件', 'granted', 'delivered', by('receiver'), { needs: ['publishedOn'], guard: law.delivers }],
    replace: ['送达延续的证件', 'granted', 'delivered', by('receiver'), { ...shows, carries: replaces }],
    supersede: ['由延续的许可接替', 'delivered', 'superseded', by('receiver'), { needs: ['later'], inside: true }],
    annul: ['撤销未送达的许可', 'granted', 'revoked', by('legal'), { reason: '撤销的理由' }],
    revoke: ['撤销许可', 'delivered', 'revoked', by('legal'), revoked],
    withdraw: ['撤回申请', open, 'withdrawn', by('receiver'), { reason: '撤回原因', past: 'withdrawn' }],
  },
  deadlines: {
    decide: ['作出决定', ['accept', 'resume'], ['pause', 'grant', 'refuse'], workDays(20), { extends: { extend: 10 } }],
    check: ['受理或告知补正', ['apply'], ['ask', 'decline', 'accept'], workDays(5)],
    recheck: ['补正后受理', ['complete'], ['decline', 'accept'], workDays(5)],
    deliver: ['送达证件', ['grant'], names('deliver replace'), workDays(10)],
  },
  publishes: { label: '行政许可公示', since: 'publishedOn', shows: shown, masks, withdraw: 'revoke' },
  read: everyone,
  secretsFor: ['receiver', 'legal'],
  form: { 申请: [...told, ...more], 审查和公开: ['missing', ...terms, 'publishedOn', 'later'] },
  metrics: {
    applied: count('apply', '许可申请', '期内收到的申请件数，办理中撤回的也计'),
    granted: count('grant', '准予许可', '期内准予许可的件数'),
    published: count(names('deliver replace'), '许可公开', '期内送达并公开的许可件数'),
    'decided-in-time': share(names('grant refuse'), 'accept', '按期办结率', '按期决定 ÷ 期内受理', { inTime: true }),
  },
})
