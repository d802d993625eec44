import { date, integer, text, unit } from './fields.ts'
import { count } from './metrics.ts'
import { projectOrWhole } from './of-project.ts'
import { by, defineLedger, ends, everyone, names, on, type Sight } from './words.ts'

const about = names('title project population sample opensOn closesOn unit question1')
const more = names('people lateDays question2 question3 question4 question5')
const questions = names('question1 question2 question3 question4 question5')
const asked = (n: number) => text(`第${n}题`, n === 1 ? { help: '没有那么多题的，后面的不填' } : {})
type Survey = { code?: string; opensOn?: string; closesOn?: string; people?: number; sample?: number }
const dates = ({ opensOn = '', closesOn = '' }: Survey) =>
  closesOn < opensOn ? '截止日期早于开始日期；请核对日期。' : undefined
const planned = ({ data }: Sight<Survey>) => {
  const { code = '', people = 0, sample = 0 } = data
  if (!/^[A-Za-z0-9-]{2,20}$/.test(code)) return '调查编码用2到20位字母、数字或短横线，例如LD-2026；请改写。'
  if (people && sample > people) return '计划样本不能多于总体人数；请核对人数。'
  return dates(data)
}
const open = ({ data, day }: Sight<Survey>) =>
  dates(data) ?? (data.closesOn! < day ? '截止日期已经过去；请先修改日期再开始调查。' : undefined)
const drafted = { needs: ['code', ...about], may: more, guard: planned } as const
const performance = by('performance')
const withdrawn = { reason: '作废原因', undoes: names('open'), past: 'withdrawn' } as const
const times = { unit: '次' } as const

/** 满意度调查: a questionnaire of up to five questions, open to the public from a day until a day. */
export const surveys = defineLedger({
  id: 'survey',
  title: '满意度调查',
  group: '绩效',
  number: 'MD{year}{seq:3}',
  numberedBy: 'draft',
  fields: {
    code: text('调查编码', {
      listed: true,
      searched: true,
      help: '每次调查一个，不重复，例如LD-2026',
      example: 'LD-2026',
    }),
    title: text('调查名称', { listed: true, searched: true }),
    project: projectOrWhole(),
    population: text('调查对象', { help: '例如 城区常住居民' }),
    people: integer('总体人数', { min: 1, measure: '人', help: '知道的填写，用来修正误差范围' }),
    sample: integer('计划样本', { listed: true, min: 1, measure: '份' }),
    opensOn: date('开始日期', { listed: true }),
    closesOn: date('截止日期', { listed: true }),
    lateDays: integer('补录天数', { min: 0, max: 90, measure: '天', help: '截止后还可以录入纸质和电话答卷的天数' }),
    unit: unit('组织单位', { listed: true }),
    question1: asked(1),
    question2: asked(2),
    question3: asked(3),
    question4: asked(4),
    question5: asked(5),
  },
  one: ['code'],
  oneEver: true,
  keyed: { by: 'code', name: 'title' },
  columns: { title: ['title'], class: 'code', unit: 'unit' },
  states: {
    ...on('todo', { draft: '草稿' }),
    ...on('doing', { open: '进行中' }),
    ...ends('done', { closed: '已结束' }),
    ...ends('void', { withdrawn: '已作废' }),
  },
  moves: {
    draft: ['拟定问卷', 'new', 'draft', performance, { ...drafted, gives: 'me', past: 'drafted' }],
    open: ['开始调查', 'draft', 'open', performance, { guard: open, past: 'opened', main: true }],
    revise: ['修改问卷', 'draft', 'stay', performance, { may: [...about, ...more], guard: planned }],
    close: ['提前结束', 'open', 'closed', performance, { reason: '提前结束的原因' }],
    end: ['到期结束', 'open', 'closed', {}],
    withdraw: ['作废', names('draft open closed'), 'withdrawn', performance, withdrawn],
  },
  deadlines: { last: ['截止', ['open'], ['close', 'withdraw'], { field: 'closesOn' }, { brings: 'end' }] },
  read: everyone,
  publicPage: { under: 'surveys', field: 'code' },
  form: {
    调查: names('code title project population people'),
    安排: names('sample opensOn closesOn lateDays unit'),
    问卷: questions,
  },
  metrics: {
    opened: count('open', '满意度调查', '期内开始的调查次数', { ...times, excludes: '已作废的' }),
    ended: count(names('close end'), '结束的调查', '期内结束的调查次数，后来作废的也计', times),
    withdrawn: count('withdraw', '作废的调查', '期内作废的调查次数', times),
  },
})
