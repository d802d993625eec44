import { choice, date, files, longText, person, ref, unit } from './fields.ts'
import { evaluated } from './groups.ts'
import { firstNot, notPast } from './guards.ts'
import { count, share } from './metrics.ts'
import { by, entrusted, moneyRead } from './reach.ts'
import { rectificationSources } from './rectification-sources.ts'
import { defineLedger, ends, names, on, type Sight, to } from './words.ts'

const leads = by('performance', 'inspector')
const owners = { ...entrusted, ...leads }
const asked = names('source problem measures unit owner dueOn')
const from = names('indicator warning notice case')
const done = names('result evidence')
const toOwner = { person: 'owner' } as const
const back = to('performance')
const until = notPast('dueOn', '整改期限已经过去；请填写今天或以后的日期。')
const named = ({ data }: Pick<Sight, 'data'>) => {
  const { label = '', needs } = rectificationSources.find(({ value }) => value === data.source) ?? {}
  return needs && !data[needs] ? `来源为“${label}”的，请选择来源的那一条记录。` : undefined
}
const longer = firstNot(
  [({ found }) => !found?.by.extend, '整改期限只能延期一次；请按延期后的期限完成。'],
  [({ found, context }) => !found?.dueAt || context.now <= found.dueAt, '整改期限已过，不能再延期；请尽快整改。'],
  [({ data, found }) => String(data.dueOn) > String(found?.data.dueOn), '延期后的期限应晚于原来的期限；请核对日期。'],
)
const extend = { needs: ['dueOn'], clears: ['dueOn'], reason: '延期原因' } as const
const opening = { needs: asked, may: ['year', 'object', ...from], gives: toOwner, main: true } as const
const assign = { needs: names('unit owner'), clears: names('unit owner'), reason: '调整原因', gives: toOwner } as const
const undo = { reason: '撤销原因', undoes: 'open', past: 'withdrawn' } as const
const finish = { needs: done, clears: ['finding'], gives: back, main: true } as const
const verify = { needs: ['finding'], otherThan: ['finish', 'owner'], main: true } as const
const doneInTime = '期内登记的问题中按期整改并核验通过的 ÷ 期内登记的问题'
const again = { needs: ['finding', 'dueOn'], clears: ['dueOn', ...done], otherThan: ['finish', 'owner'] } as const

/** 整改台账: a problem, its measure, who answers for it and until when; proved, and verified by somebody else. */
export const rectifications = defineLedger({
  id: 'rectification',
  title: '整改台账',
  group: '绩效',
  number: 'ZG{year}{seq:4}',
  numberedBy: 'open',
  fields: {
    ...evaluated('整改对象'),
    source: choice('问题来源', rectificationSources, { listed: true }),
    indicator: ref('indicator', '来源指标'),
    warning: ref('performance-warning', '来源预警'),
    notice: ref('notice', '来源通知书'),
    case: ref('case', '来源案件'),
    problem: longText('问题', { searched: true, exported: true }),
    measures: longText('整改措施', { searched: true, exported: true }),
    unit: unit('责任单位', { listed: true }),
    owner: person('责任人', { listed: true }),
    dueOn: date('整改期限', { listed: true }),
    result: longText('整改情况', { exported: true }),
    evidence: files('佐证材料'),
    finding: longText('核验意见', { exported: true }),
  },
  columns: { title: ['source', 'problem'], class: 'source', channel: 'object', unit: 'unit' },
  states: {
    ...on('todo', { open: '待整改' }),
    ...on('doing', { done: '待核验' }),
    ...ends('done', { closed: '已整改' }),
    ...ends('void', { withdrawn: '已撤销' }),
  },
  moves: {
    open: ['登记问题', 'new', 'open', leads, { ...opening, guard: (sight) => until(sight) ?? named(sight) }],
    finish: ['整改完成', 'open', 'done', owners, finish],
    verify: ['核验通过', 'done', 'closed', leads, verify],
    reject: ['核验不通过', 'done', 'open', leads, { ...again, gives: toOwner, guard: until }],
    extend: ['延期', 'open', 'stay', leads, { ...extend, guard: longer }],
    assign: ['调整责任人', 'open', 'stay', leads, assign],
    withdraw: ['撤销', 'open', 'withdrawn', leads, undo],
  },
  deadlines: { finish: ['整改期限', ['open', 'extend', 'reject'], ['finish'], { field: 'dueOn' }] },
  read: { ...entrusted, ...moneyRead, ...leads, 'unit-lead': 'unit' },
  form: {
    问题: ['source', ...from, 'year', 'object', 'problem'],
    措施: ['measures', 'unit', 'owner', 'dueOn'],
    整改与核验: [...done, 'finding'],
  },
  metrics: {
    opened: count('open', '整改问题', '期内登记的问题个数', { unit: '个', excludes: '已撤销的' }),
    done: count('verify', '完成整改', '期内核验通过的问题个数', { unit: '个' }),
    'done-in-time': share('verify', 'open', '按期整改率', doneInTime, { inTime: true, excludes: '已撤销的' }),
  },
})
