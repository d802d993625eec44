import { choice, date, longText, photos, ref, text, unit } from './fields.ts'
import { notPast } from './guards.ts'
import { count, share } from './metrics.ts'
import { by, defineLedger, ends, everyone, on, options } from './words.ts'

const kinds = options('k', '现场督察 重点督察 专项督察 明查 暗查')
const leads = { 'unit-lead': 'unit' } as const
const toUnit = { role: 'unit-lead', of: 'unit' } as const
const back = { who: 'issue', role: 'inspector' } as const
const told = ['kind', 'problem', 'place', 'photos', 'unit', 'demand', 'until'] as const
const done = ['measures', 'afterPhotos'] as const
const open = ['issued', 'replied', 'escalated'] as const
const ahead = notPast('until', '整改期限已经过去；请填写今天或以后的日期。')
const asked = { needs: told, may: ['case'], gives: toUnit, main: true } as const
const replied = { needs: done, clears: ['finding'], gives: back, main: true } as const
const passed = { needs: ['finding'], sameAs: 'issue', main: true } as const
const failed = { needs: ['finding', 'until'], sameAs: 'issue', clears: ['until', ...done], gives: toUnit } as const

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
    ...on('todo', { issued: '待整改' }),
    ...on('doing', { replied: '待复查' }),
    ...on('late', { escalated: '已通报' }),
    ...ends('done', { closed: '已整改' }),
    ...ends('void', { withdrawn: '已撤回' }),
  },
  moves: {
    issue: ['下发通知书', 'new', 'issued', by('inspector'), { ...asked, guard: ahead }],
    reply: ['回复整改', ['issued', 'escalated'], 'replied', leads, replied],
    pass: ['复查通过', 'replied', 'closed', by('inspector'), passed],
    fail: ['复查不通过', 'replied', 'issued', by('inspector'), { ...failed, guard: ahead }],
    escalate: ['通报', 'issued', 'escalated', by('inspector'), { reason: '通报事由' }],
    withdraw: ['撤回', open, 'withdrawn', by('inspector'), { reason: '撤回原因', undoes: 'issue', past: 'withdrawn' }],
  },
  deadlines: { correct: ['整改期限', ['issue', 'fail'], ['reply'], { field: 'until' }] },
  read: { ...everyone, handler: 'unit' },
  form: {
    督察: ['kind', 'place', 'problem', 'photos', 'case'],
    整改要求: ['unit', 'demand', 'until'],
    整改与复查: [...done, 'finding'],
  },
  metrics: {
    issued: count('issue', '整改通知书', '期内下发的份数', { unit: '份', excludes: '已撤回的' }),
    corrected: share('pass', 'issue', '整改率', '期内下发的通知书中复查通过的 ÷ 期内下发的', { excludes: '已撤回的' }),
    escalated: count('escalate', '通报', '期内通报的次数', { unit: '次' }),
  },
})
