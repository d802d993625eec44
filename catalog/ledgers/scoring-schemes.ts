import { schemes } from '../schemes/index.ts'
import { choice, date, integer, longText, quantity, text } from './fields.ts'
import { count } from './metrics.ts'
import { byPerformance, moneyRead } from './reach.ts'
import { bands, fault, weights } from './scoring-rules.ts'
import { defineLedger, ends, names, on } from './words.ts'

const named = names('code title issuer document base since registeredOn')
const rules = names('scores reverse over explainBelow capBelow capMost note')
const percent = { listed: true, min: 0, max: 100_000, measure: '%' } as const
const points = { listed: true, min: 0, max: 100_000, measure: '分' } as const

/** 评分办法: what the bureau's own finance bureau laid down, where it differs from a known scheme. */
export const scoringSchemes = defineLedger({
  id: 'scoring-scheme',
  title: '评分办法',
  group: '绩效',
  fields: {
    code: text('办法编码', { listed: true, searched: true, example: 'LL-2023' }),
    title: text('名称', { listed: true, searched: true }),
    issuer: text('发文机关', { listed: true }),
    document: text('文号和文件名称', { listed: true, searched: true }),
    base: choice(
      '基础办法',
      schemes.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
      { listed: true },
    ),
    since: integer('自何年起', { listed: true, min: 2000, max: 2100, example: '2023' }),
    registeredOn: date('登记日期', { listed: true }),
    scores: choice(
      '评分对象',
      [
        { value: 'project', label: '只评项目支出' },
        { value: 'whole', label: '只评部门整体支出' },
        { value: 'both', label: '项目支出和部门整体支出' },
      ],
      { listed: true },
    ),
    execution: quantity('预算执行率分值', points),
    output: quantity('产出指标分值', points),
    cost: quantity('成本指标分值', points),
    benefit: quantity('效益指标分值', points),
    satisfaction: quantity('满意度指标分值', points),
    reverse: choice(
      '反向指标未完成',
      [
        { value: 'linear', label: '按超出比例扣减' },
        { value: 'ratio', label: '按目标值与完成值之比' },
      ],
      { listed: true },
    ),
    over: quantity('超额需说明的倍数', { listed: true, min: 1000, max: 10_000, measure: '倍' }),
    explainBelow: quantity('执行率低于多少应说明', percent),
    capBelow: quantity('执行率低于多少限制总分', percent),
    capMost: quantity('限制后的最高分', points),
    best: quantity('最高等级下限', points),
    good: quantity('第二等级下限', points),
    fair: quantity('第三等级下限', points),
    note: longText('说明'),
  },
  columns: { title: ['code', 'title'], class: 'base', on: 'registeredOn' },
  states: { ...on('doing', { kept: '使用中' }), ...ends('void', { withdrawn: '已停用' }) },
  moves: {
    register: [
      '登记',
      'new',
      'kept',
      byPerformance,
      { needs: named, may: [...weights, ...bands, ...rules], guard: fault },
    ],
    withdraw: [
      '停用',
      'kept',
      'withdrawn',
      byPerformance,
      { reason: '停用原因', undoes: 'register', past: 'withdrawn' },
    ],
  },
  deadlines: {},
  read: moneyRead,
  form: { 办法: named, 分值: weights, 等级: bands, 规则: rules },
  metrics: {
    registered: count('register', '评分办法', '登记日期在期内的评分办法数', { unit: '个', excludes: '已停用的' }),
  },
})
