import { date, integer, longText, text } from './fields.ts'
import { count, share } from './metrics.ts'
import { by, defineLedger, ends, everyone, names, on, type Sight, to } from './words.ts'

const frozen = names('snapshot document name period seal hash formedOn')
const answered = names('unproven unprovenReason findings findingsReason')

/** 政府信息公开条例 (2019) 26: what is disclosed of one's own accord is disclosed within twenty working days of being formed. */
const DAYS = 20
type Formed = { formedOn?: string; until?: string }
const untilOf = ({ data, context }: Sight<Formed>) => ({ until: context.calendar.addWorkingDays(data.formedOn!, DAYS) })
const formed = ({ data, day }: Sight<Formed>) =>
  data.formedOn! > day ? '报告形成日期不能晚于今天；请核对。' : undefined
const submitted = {
  inside: true,
  needs: frozen,
  may: answered,
  derive: untilOf,
  guard: formed,
  gives: to('director'),
  past: 'submitted',
} as const
const decided = { inside: true, otherThan: ['submit'] } as const

/** 公开: a report that one person submits, frozen, and another has published or sends back; its hash is that of the page. */
export const publications = defineLedger({
  id: 'publication',
  title: '公开记录',
  group: '报告',
  fields: {
    snapshot: text('公开编号', { listed: true, searched: true }),
    document: text('文档'),
    name: text('报告名称', { listed: true, searched: true }),
    period: text('期间', { listed: true }),
    seal: integer('封账编号', { listed: true }),
    hash: text('校验值', { help: '公开页正文和全部清单的SHA-256' }),
    formedOn: date('报告形成日期', { listed: true }),
    until: date('公开期限', { derived: true, help: '形成之日起20个工作日内公开（政府信息公开条例第二十六条）' }),
    unproven: integer('未证实的数字', { measure: '处', min: 0 }),
    unprovenReason: longText('数字没有来源的理由'),
    findings: integer('审校发现的错误', { measure: '处', min: 0 }),
    findingsReason: longText('不改正错误的理由'),
  },
  columns: { title: ['name'] },
  states: {
    ...on('todo', { submitted: '待审批' }),
    ...ends('done', { published: '已公开' }),
    ...ends('void', { returned: '已退回', withdrawn: '已撤回' }),
  },
  moves: {
    submit: ['送审', 'new', 'submitted', by('performance'), submitted],
    publish: ['同意公开', 'submitted', 'published', by('director'), { ...decided, past: 'published' }],
    return: ['退回', 'submitted', 'returned', by('director'), { ...decided, reason: '退回原因' }],
    withdraw: [
      '撤回',
      'published',
      'withdrawn',
      by('performance', 'director'),
      { inside: true, reason: '撤回原因', past: 'withdrawn' },
    ],
  },
  deadlines: { disclose: ['公开时限', ['submit'], ['publish', 'return'], { field: 'until' }] },
  read: everyone,
  form: { 公开的报告: frozen, 送审说明: ['until', ...answered] },
  metrics: {
    published: count('publish', '公开报告数', '期内公开的报告份数，后来撤回的也计', {
      unit: '份',
    }),
    'published-in-time': share('publish', 'publish', '按期公开率', '期内公开的报告中按期公开的 ÷ 期内公开的', {
      inTime: true,
      excludes: '退回的',
    }),
  },
})
