import { answerTermFor, firstReminder, nextReminder } from '../standards/monitoring.ts'
import { choice, date, integer, limit, longText, quantity, unit } from './fields.ts'
import { count, share } from './metrics.ts'
import { projectOrWhole } from './of-project.ts'
import { byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names, type Option, on, options, type Sight, to } from './words.ts'

/** 双监控 (中发〔2018〕34号): the execution of the budget, the progress towards the target, and that they do not part. */
const kinds: readonly Option[] = [
  { value: 'execution', label: '执行率偏低' },
  { value: 'progress', label: '目标进度偏低' },
  { value: 'gap', label: '偏差超十个百分点' },
]
const choices = options('d', '继续实施 调剂 取消')
const raised = names('year project periodEnd kind rate threshold unit said')
const answered = names('choice cause measures')
const leads = { 'unit-lead': 'unit' } as const
const toUnit = { role: 'unit-lead', of: 'unit' } as const
const reply = { needs: answered, gives: to('performance'), main: true } as const
const again = { reason: '退回原因', clears: answered, gives: toUnit } as const
const settle = { needs: names('finding'), otherThan: names('answer make-up'), main: true } as const
const undo = { reason: '撤回原因', undoes: 'raise', past: 'withdrawn' } as const
const open = names('raised reminded paused answered')
const raise = { needs: raised, gives: toUnit, main: true, finds: 'lagging' } as const
type Termed = { term?: { n: number }; periodEnd?: string }
const remindedAfter = (term: { n: number } | undefined) => (term ? { reminder: firstReminder(term.n) } : {})
function termOf({ day, context }: Sight<Termed>) {
  const term = answerTermFor(context.actor.tenant, day)
  return term ? { term, ...remindedAfter(term) } : {}
}
const afresh = ({ data }: Sight<Termed>) => remindedAfter(data.term)
const nextTime = () => ({ reminder: nextReminder })
const [waits, sent] = [names('raised reminded'), names('raise return')]
const reminding = { brings: 'remind', aside: true } as const
const ended = ({ data, day }: Sight<Termed>) =>
  data.periodEnd! > day ? '监控期间还没有结束；监控截止日不能晚于今天。' : undefined
const inTime = '期内发出的预警中按期答复的 ÷ 期内发出的预警'

/** 绩效预警: given by itself when a period has ended, or by a person; the unit says within its term what becomes of a project that lags; unanswered, its payments are held. */
export const performanceWarnings = defineLedger({
  id: 'performance-warning',
  title: '绩效预警',
  group: '绩效',
  number: 'YJ{year}{seq:4}',
  numberedBy: 'raise',
  one: ['project', 'periodEnd', 'kind'],
  fields: {
    year: integer('年度', { listed: true, min: 2000, max: 2100 }),
    project: projectOrWhole(),
    periodEnd: date('监控截止日', { listed: true }),
    kind: choice('预警类型', kinds, { listed: true }),
    rate: quantity('监控值', { listed: true, measure: '%', help: '执行率、目标进度，或两者相差的百分点' }),
    threshold: quantity('预警线', { listed: true, measure: '%' }),
    said: longText('预警说明'),
    unit: unit('责任单位', { listed: true }),
    term: limit('答复时限', { derived: true }),
    reminder: limit('催办间隔', { derived: true }),
    choice: choice('处理意见', choices, { listed: true }),
    cause: longText('偏差原因'),
    measures: longText('改进措施'),
    finding: longText('核实意见'),
  },
  columns: { title: ['project', 'kind'], class: 'project', channel: 'kind', unit: 'unit' },
  states: {
    ...on('todo', { raised: '待答复' }),
    ...on('soon', { reminded: '待答复，已催办' }),
    ...on('late', { paused: '暂停拨付待答复' }),
    ...on('doing', { answered: '待核实' }),
    ...ends('done', { settled: '已核实' }),
    ...ends('void', { withdrawn: '已撤回' }),
  },
  moves: {
    raise: ['发出预警', 'new', 'raised', byPerformance, { ...raise, derive: termOf, guard: ended }],
    answer: ['答复', waits, 'answered', leads, reply],
    remind: ['催办', waits, 'reminded', {}, { derive: nextTime, past: 'reminded' }],
    pause: ['暂停拨付', waits, 'paused', {}],
    'make-up': ['逾期答复', 'paused', 'answered', leads, { ...reply, past: 'made-up' }],
    settle: ['核实', 'answered', 'settled', byPerformance, settle],
    return: ['退回重答', 'answered', 'raised', byPerformance, { ...again, derive: afresh }],
    withdraw: ['撤回', open, 'withdrawn', byPerformance, undo],
  },
  deadlines: {
    answer: ['答复时限', sent, ['answer'], { field: 'term' }, { brings: 'pause' }],
    remind: ['催办', names('raise return remind'), names('answer pause'), { field: 'reminder' }, reminding],
  },
  read: { ...moneyRead, 'unit-lead': 'unit', inspector: 'bureau' },
  form: {
    预警: raised,
    答复: answered,
    核实: ['finding'],
  },
  metrics: {
    raised: count('raise', '绩效预警', '期内发出的预警条数', { unit: '条', excludes: '已撤回的' }),
    'answered-in-time': share('answer', 'raise', '按期答复率', inTime, { inTime: true, excludes: '已撤回的' }),
    paused: count('pause', '暂停拨付', '期内逾期未答复、暂停拨付的次数', { unit: '次' }),
  },
})
