import { figuresIn, readFormula } from '../../modules/evaluation/index.ts'
import {
  choice,
  date,
  defineLedger,
  formula,
  integer,
  longText,
  metric,
  type Option,
  quantity,
  range,
  ref,
  type Sight,
  text,
} from '../../modules/ledger/index.ts'
import { projectOrWhole } from './of-project.ts'
import { byPerformance, moneyRead } from './reach.ts'

/** 财预〔2020〕10号 and, for cost as a first level, 财预〔2021〕101号. */
const level2: readonly Option[] = [
  { value: 'number', label: '数量指标', parent: 'output' },
  { value: 'quality', label: '质量指标', parent: 'output' },
  { value: 'time', label: '时效指标', parent: 'output' },
  { value: 'cost', label: '成本指标', parent: 'output' },
  { value: 'economic-cost', label: '经济成本指标', parent: 'cost' },
  { value: 'social-cost', label: '社会成本指标', parent: 'cost' },
  { value: 'ecological-cost', label: '生态环境成本指标', parent: 'cost' },
  { value: 'economic', label: '经济效益指标', parent: 'benefit' },
  { value: 'social', label: '社会效益指标', parent: 'benefit' },
  { value: 'ecological', label: '生态效益指标', parent: 'benefit' },
  { value: 'lasting', label: '可持续影响指标', parent: 'benefit' },
  { value: 'satisfaction', label: '服务对象满意度指标', parent: 'satisfaction' },
]

interface Bound {
  year?: number
  project?: string
  direction?: string
  target?: number
  upTo?: number
  targetText?: string
  measure?: string
  evidence?: string
  metric?: string
  formula?: string
  where?: string
}
const isSurveyed = ({ direction, metric, where = '' }: Bound) =>
  direction !== 'qualitative' && metric === 'survey-answer.satisfaction' && /class=[^;；\s]/.test(where)
/** A filter nobody knows would count the whole ledger. */
const filters = /^(unit|grid|class|channel)\s*=\s*[^=;；]+$/
const rangeFault = (where = '') =>
  where.split(/[;；]/).every((part) => !part.trim() || filters.test(part.trim()))
    ? undefined
    : '取值的范围写不对；例如 class=lamp-repair，可用 unit、grid、class、channel，多项用分号隔开。'
function formulaFault(formula: string | undefined): string | undefined {
  if (!formula) return '由计算取值的指标应写明计算式。'
  try {
    const strange = figuresIn(readFormula(formula)).find(({ where }) => rangeFault(where))
    return strange && rangeFault(strange.where)
  } catch (error) {
    return (error as Error).message
  }
}
/** A target has number, unit and direction, and says where its value will come from (财预〔2015〕88号：细化量化). */
function bindingFault({ data }: Sight<Bound>): string | undefined {
  if (data.evidence === 'survey' && !isSurveyed(data))
    return '取自调查的是定量指标，统计指标选满意度，取值的范围选调查；没有调查就不能评分。'
  if (data.direction === 'qualitative')
    return data.targetText ? undefined : '定性指标应写明目标描述，否则无法判断是否达成。'
  if (data.target === undefined) return '定量指标应有目标值；没有数值的请选“定性”。'
  if (!data.measure) return '目标值应有计量单位，例如 盏、%、万元。'
  if (data.direction === 'within' && !(data.upTo !== undefined && data.upTo > data.target))
    return '区间指标应有大于目标值的上限，例如 20 至 40 万元。'
  if (data.direction !== 'within' && data.upTo !== undefined) return '只有区间指标填写目标值上限。'
  const wrong = rangeFault(data.where) ?? (data.evidence === 'computed' ? formulaFault(data.formula) : undefined)
  if (wrong) return wrong
  if ((data.evidence === 'ledger' || data.evidence === 'payment') && !data.metric)
    return '取自台账或支付的指标应写明统计指标；暂时没有台账的请选“手填”。'
  return undefined
}

/** What is cited is of the year before and of the same project. */
function citationFault({ data: { year, project }, refs: { lastLine, use } }: Sight<Bound>): string | undefined {
  const before = Number(year) - 1
  if (lastLine && (lastLine.data.year !== before || lastLine.data.project !== project))
    return `所选的上年指标应是“${project}”${before}年的指标；请重新选择，没有的不填。`
  return use && (use.data.year !== before || use.data.object !== project)
    ? `所选的结果应用应是“${project}”${before}年结果的应用；请重新选择，没有的不填。`
    : undefined
}
const setFault = (sight: Sight<Bound>) => bindingFault(sight) ?? citationFault(sight)

/** An indicator with its target and weight. A later change of the target is an entry with its reason. */
export const indicators = defineLedger({
  id: 'indicator',
  title: '绩效指标',
  group: '绩效',
  fields: {
    year: integer('年度', { listed: true, min: 2000, max: 2100, example: '2022' }),
    project: projectOrWhole(),
    code: text('指标编码', { listed: true, searched: true, help: '同一项目内不重复，例如 03' }),
    level1: choice(
      '一级指标',
      [
        { value: 'output', label: '产出指标' },
        { value: 'cost', label: '成本指标' },
        { value: 'benefit', label: '效益指标' },
        { value: 'satisfaction', label: '满意度指标' },
      ],
      { listed: true },
    ),
    level2: choice('二级指标', level2, { listed: true, within: 'level1' }),
    name: text('三级指标', { listed: true, searched: true }),
    direction: choice(
      '指标性质',
      [
        { value: 'at-least', label: '≥' },
        { value: 'equal', label: '=' },
        { value: 'at-most', label: '≤' },
        { value: 'more', label: '>' },
        { value: 'less', label: '<' },
        { value: 'within', label: '区间' },
        { value: 'qualitative', label: '定性' },
        { value: 'execution', label: '按预算执行率' },
      ],
      { listed: true },
    ),
    target: quantity('目标值', { listed: true, measureIn: 'measure' }),
    upTo: quantity('目标值上限', { listed: true, measureIn: 'measure', help: '区间指标填写，目标值为下限' }),
    targetText: text('目标描述', { listed: true, help: '定性指标填写' }),
    measure: text('计量单位', { listed: true }),
    weight: quantity('分值', { listed: true, min: 0, max: 100_000, measure: '分' }),
    evidence: choice(
      '取值方式',
      [
        { value: 'ledger', label: '台账' },
        { value: 'payment', label: '支付' },
        { value: 'survey', label: '调查' },
        { value: 'computed', label: '计算' },
        { value: 'typed', label: '手填' },
      ],
      { listed: true },
    ),
    metric: metric('取值的统计指标', { listed: true, help: '取自台账、支付或调查时选择' }),
    where: range('取值的范围', 'metric', { listed: true, help: '不选就是全部' }),
    formula: formula('计算式', {
      listed: true,
      help: '取值方式为计算时填写：用下面的选择框插入统计指标，再写 + - * / 和数；上年的数在指标后面加 @-1',
    }),
    setOn: date('设定日期', { listed: true }),
    basis: longText('指标值设定依据'),
    lastLine: ref('indicator', '上年指标', { listed: true, help: '引用上年的完成值；同名同单位的不填也会带出' }),
    use: ref('result-use', '依据的结果应用', { listed: true, help: '上年结果应用要求改目标的，选那一条' }),
    party: text('会签部门', { help: '跨部门的任务由有关部门会签' }),
    opinion: longText('会签意见'),
    revisedOn: date('调整日期', { listed: true }),
    approval: text('调整的批准人和文号', { listed: true }),
  },
  states: {
    set: { label: '已设定', tone: 'doing' },
    void: { label: '已作废', tone: 'void', ended: true },
  },
  moves: {
    set: {
      label: '设定指标',
      past: 'set',
      from: 'new',
      to: 'set',
      by: byPerformance,
      needs: ['year', 'project', 'code', 'level1', 'level2', 'name', 'direction', 'weight', 'evidence', 'setOn'],
      may: ['target', 'upTo', 'targetText', 'measure', 'metric', 'where', 'formula', 'basis', 'lastLine', 'use'],
      guard: setFault,
      main: true,
    },
    countersign: {
      label: '会签',
      past: 'countersigned',
      from: 'set',
      by: { 'unit-lead': 'bureau', finance: 'bureau', director: 'bureau' },
      needs: ['party', 'opinion'],
      clears: ['party', 'opinion'],
      otherThan: ['set'],
    },
    revise: {
      label: '调整目标',
      past: 'revised',
      from: 'set',
      by: byPerformance,
      needs: ['revisedOn', 'approval'],
      may: ['target', 'upTo', 'targetText', 'weight', 'basis', 'lastLine', 'use'],
      clears: ['revisedOn', 'approval'],
      guard: setFault,
      reason: '调整原因',
    },
    withdraw: {
      label: '作废',
      past: 'withdrawn',
      from: 'set',
      to: 'void',
      by: byPerformance,
      reason: '作废原因',
      undoes: 'set',
    },
  },
  columns: { title: ['name', 'project'], class: 'project', channel: 'evidence', on: 'setOn' },
  read: { ...moneyRead, 'unit-lead': 'bureau' },
  evaluates: { object: 'project', year: 'year', name: 'name', measure: 'measure' },
  form: {
    指标: ['year', 'project', 'code', 'level1', 'level2', 'name'],
    目标: ['direction', 'target', 'upTo', 'targetText', 'measure', 'weight', 'setOn', 'basis'],
    上年: ['lastLine', 'use'],
    会签和调整: ['party', 'opinion', 'revisedOn', 'approval'],
    取值: ['evidence', 'metric', 'where', 'formula'],
  },
  metrics: {
    set: {
      kind: 'count',
      at: 'set',
      label: '绩效指标',
      unit: '个',
      formula: '设定日期在期内的绩效指标数',
      excludes: '已作废的指标',
    },
  },
})
