import { choice, date, limit, longText, ref, text } from './fields.ts'
import { count } from './metrics.ts'
import { codeOf, successorFault } from './standard-row.ts'
import { by, defineLedger, ends, everyone, lasts, names } from './words.ts'

const kinds = Object.entries({ component: '部件', event: '事件' }).map(([value, label]) => ({ value, label }))
const keepers = by('shift-lead')
const row = names('kind class subclass filing closing limit')
const beside = names('classCode subclassCode handling department fromOn basis')

/** 立案结案标准: what a city has set for its subclasses, one filing condition a record (GB/T 30428.8). */
export const standards = defineLedger({
  id: 'standard',
  title: '立案结案标准',
  group: '数字城管',
  fields: {
    kind: choice('部件或事件', kinds, { listed: true, alsoCalled: ['类别', '类型'] }),
    classCode: text('大类代码', { alsoCalled: ['大类编码'], example: '01' }),
    class: text('大类', { listed: true, alsoCalled: ['大类名称'], example: '公用设施' }),
    subclassCode: text('小类代码', { alsoCalled: ['小类编码'], example: '03' }),
    subclass: text('小类', { listed: true, alsoCalled: ['小类名称'], example: '雨水井盖' }),
    code: text('代码', { derived: true, listed: true }),
    handling: text('处置单位', {
      searched: true,
      alsoCalled: ['责任单位', '处置责任单位'],
      example: '排水所、各产权单位',
    }),
    department: text('主管部门', { alsoCalled: ['主管单位', '行业主管部门'], example: '城市管理局' }),
    filing: longText('立案条件', { alsoCalled: ['立案标准'], example: '井盖缺失' }),
    closing: longText('结案条件', { alsoCalled: ['结案标准'], example: '补齐' }),
    limit: limit('处置时限', { listed: true, alsoCalled: ['时限', '处理时限', '办理时限'] }),
    fromOn: date('施行日期', { listed: true, alsoCalled: ['实施日期', '生效日期'], help: '不填则自登记当日起施行' }),
    basis: text('依据文号', { searched: true, alsoCalled: ['文号', '依据'], example: '城管发〔2022〕8号' }),
    successor: ref('standard', '替换为'),
  },
  columns: { title: ['code', 'subclass', 'filing'], class: 'class' },
  states: {
    ...lasts('done', { 'in-force': '有效' }),
    ...ends('void', { replaced: '已被替换', withdrawn: '已废止' }),
  },
  moves: {
    enter: {
      label: '登记标准',
      from: 'new',
      to: 'in-force',
      by: keepers,
      needs: row,
      may: beside,
      derive: ({ data, day }) => ({ ...codeOf(data), fromOn: data.fromOn ?? day }),
      main: true,
    },
    replace: {
      label: '标记为已替换',
      from: 'in-force',
      to: 'replaced',
      by: keepers,
      may: ['successor'],
      reason: '替换原因',
      guard: successorFault,
    },
    withdraw: ['废止', 'in-force', 'withdrawn', keepers, { past: 'withdrawn', reason: '废止原因' }],
  },
  read: { ...everyone, handler: 'bureau', collector: 'bureau' },
  form: {
    分类: ['kind', 'classCode', 'class', 'subclassCode', 'subclass'],
    标准: ['filing', 'closing', 'limit'],
    单位和依据: ['handling', 'department', 'fromOn', 'basis', 'successor'],
  },
  metrics: {
    entered: count('enter', '登记标准', '期内登记的立案结案标准条数，后来被替换或废止的也计', {
      unit: '条',
    }),
  },
})
