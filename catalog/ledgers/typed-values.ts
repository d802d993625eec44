import {
  choice,
  date,
  defineLedger,
  files,
  integer,
  person,
  quantity,
  ref,
  type Sight,
  text,
} from '../../modules/ledger/index.ts'
import { projectOrWhole } from './of-project.ts'
import { byPerformance, moneyRead } from './reach.ts'

type Typed = { indicator?: string; project?: string; value?: number; tier?: string }
function typedFault({ data, refs: { indicator } }: Sight<Typed>): string | undefined {
  if (data.value === undefined && data.tier === undefined) return '请填写完成值；定性指标请选择达成程度。'
  const project = indicator?.data.project
  return project === data.project ? undefined : `所选指标属于项目“${String(project)}”，与所选的项目不同；请核对。`
}

/** A value no ledger can give: typed by a person who says where it comes from and shows it. */
export const typedValues = defineLedger({
  id: 'typed-value',
  title: '手填值',
  group: '绩效',
  one: ['project', 'indicator', 'valueOn'],
  fields: {
    project: projectOrWhole(),
    item: text('指标', { derived: true, searched: true }),
    year: integer('年度', { listed: true, derived: true }),
    value: quantity('完成值', { listed: true, measureIn: 'indicator.measure' }),
    cause: text('来源说明', { listed: true, help: '数值从哪里来；未完成的同时写明偏差原因和改进措施' }),
    files: files('佐证材料', { listed: true }),
    tier: choice(
      '达成程度',
      [
        { value: 'met', label: '达成年度指标' },
        { value: 'partly', label: '部分达成年度指标并具有一定效果' },
        { value: 'unmet', label: '未达成年度指标且效果较差' },
      ],
      { listed: true, help: '定性指标填写' },
    ),
    givenBy: person('填写人', { listed: true, derived: true }),
    valueOn: date('取值日期', { listed: true }),
    points: quantity('评定得分', {
      min: 0,
      max: 100_000,
      measure: '分',
      listed: true,
      help: '定性指标应在所选档次的分值区间内；定量指标由人核减或扣分时填最后得分',
    }),
    overCause: choice(
      '超额完成原因',
      [
        { value: 'target-low', label: '目标偏低' },
        { value: 'policy', label: '政策变化' },
        { value: 'effort', label: '超常努力' },
        { value: 'other', label: '其他' },
      ],
      { listed: true, help: '完成值达到目标值1.2倍及以上时填写' },
    ),
    sample: integer('样本数', { listed: true, min: 1, measure: '人', help: '调查取得的值填写' }),
    indicator: ref('indicator', '绩效指标', { listed: true }),
  },
  states: {
    given: { label: '已填写', tone: 'done', ended: true },
    void: { label: '已作废', tone: 'void', ended: true },
  },
  moves: {
    give: {
      label: '填写完成值',
      past: 'given',
      from: 'new',
      to: 'given',
      by: { ...byPerformance, 'unit-lead': 'bureau' },
      needs: ['indicator', 'project', 'valueOn', 'cause', 'files'],
      may: ['value', 'tier', 'points', 'overCause', 'sample'],
      derive: ({ refs: { indicator }, context }) => ({
        item: indicator?.data.name as string | undefined,
        year: indicator?.data.year as number | undefined,
        givenBy: context.actor.person,
      }),
      guard: typedFault,
      main: true,
    },
    withdraw: {
      label: '作废',
      past: 'withdrawn',
      from: 'given',
      to: 'void',
      by: byPerformance,
      reason: '作废原因',
      undoes: 'give',
    },
  },
  columns: { title: ['item', 'project'], class: 'project', channel: 'tier', on: 'valueOn' },
  read: { ...moneyRead, 'unit-lead': 'bureau' },
  form: {
    取值: ['indicator', 'project', 'value', 'sample', 'valueOn'],
    评定: ['tier', 'points'],
    说明: ['overCause', 'cause', 'files'],
  },
  metrics: {
    given: {
      kind: 'count',
      at: 'give',
      label: '手填完成值',
      unit: '个',
      formula: '取值日期在期内的手填值个数',
      excludes: '已作废的手填值',
    },
  },
})
