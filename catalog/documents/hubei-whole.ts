import type { Binding, Block, ReportDocument, SumRule } from '../../modules/reporting/index.ts'
import { money } from './bindings.ts'
import { pointsOfWhole, texts, WHOLE } from './whole.ts'

/** A goal of the year: its digit in the codes of its indicators, and what its outputs came to. */
export interface Goal {
  code: string
  name: string
  outputs: string
  opinion: string
}
/** What one body puts into the form of 湖北 for the whole of its spending. */
export interface HubeiWhole {
  id: string
  tenant: string
  year: number
  done: readonly string[]
  undone: readonly string[]
  problems: readonly string[]
  measures: readonly string[]
  budgeting: readonly string[]
  goal: readonly string[]
  goals: readonly Goal[]
  use: readonly string[]
  notes: readonly string[]
  figures: readonly Binding[]
}

const pointsOf = (id: string, label: string, of: string): Binding => ({
  id,
  label,
  scale: '分2',
  unit: '分',
  from: { points: WHOLE, of },
})

/** What an indicator reached, where a person typed it. */
export const reached = (id: string, label: string, of: string): Binding => ({
  id,
  label,
  scale: '数',
  unit: '',
  from: { reached: WHOLE, of },
})

const full = [{ metric: 'fund.initial' }, { metric: 'adjustment.amount' }]
const paid = [{ metric: 'basic-spending.amount' }, { metric: 'payment.amount' }]
const budgetFigures: readonly Binding[] = [
  money('full', '全年预算数', ...full),
  money('paid', '全年执行数', ...paid),
  money('basic', '基本支出', paid[0]!),
  money('projects', '项目支出', paid[1]!),
  { id: 'rate', label: '预算执行率', scale: '%2', unit: '', from: { rate: paid, among: full } },
]

function scoreOf(goals: readonly Goal[]): { figures: Binding[]; sums: SumRule[] } {
  return {
    figures: [
      { id: 'score', label: '部门整体自评得分', scale: '分2', unit: '分', from: { score: WHOLE } },
      { id: 'grade', label: '部门整体自评等级', scale: '词', unit: '', from: { grade: WHOLE } },
      pointsOf('execution', '预算执行得分', 'execution'),
      ...goals.flatMap(({ code, name }) => [
        pointsOf(`goal-${code}`, `${name}得分`, code),
        pointsOf(`output-${code}`, `${name}产出指标得分`, `${code}-1`),
        pointsOf(`opinion-${code}`, `${name}满意度指标得分`, `${code}-2`),
      ]),
    ],
    sums: [
      { whole: 'score', parts: ['execution', ...goals.map(({ code }) => `goal-${code}`)] },
      ...goals.map(({ code }) => ({ whole: `goal-${code}`, parts: [`output-${code}`, `opinion-${code}`] })),
    ],
  }
}

/** The two parts 湖北 asks for, the conclusion and the evidence, in its order. */
export function hubeiWhole(body: HubeiWhole): ReportDocument {
  const { figures, sums } = scoreOf(body.goals)
  return {
    id: body.id,
    form: 'hubei-whole',
    layout: '湖北省部门整体格式',
    title: '{bureau}{year}年度部门整体绩效自评结果',
    slug: 'zpjg',
    tenant: body.tenant,
    year: body.year,
    figures: [...budgetFigures, ...figures, ...body.figures],
    sums: [{ whole: 'paid', parts: ['basic', 'projects'] }, ...sums],
    sections: [
      {
        heading: '一、自评结论',
        blocks: [
          { sub: '（一）自评得分' },
          { text: '{year}年度部门整体绩效自评得分{score}，等级{grade}。' },
          {
            table: {
              caption: '自评得分的构成',
              head: ['内容', '得分'],
              rows: [
                ['预算执行', '{execution}'],
                ...body.goals.map(({ code, name }) => [name, `{goal-${code}}`]),
                ['合计', '{score}'],
              ],
            },
          },
          { sub: '（二）绩效目标完成情况' },
          { text: '预算数{full}，执行数{paid}，执行率{rate}。' },
          ...texts(body.done),
          ...texts(body.undone),
          { sub: '（三）存在的问题和原因' },
          ...texts(body.problems),
          { sub: '（四）下一步拟改进措施' },
          ...texts(body.measures),
          ...texts(body.budgeting),
        ],
      },
      {
        heading: '二、佐证材料',
        blocks: [
          { sub: '（一）基本情况' },
          { text: '部门整体支出预算数{full}，执行数{paid}，其中基本支出{basic}。' },
          { text: '项目支出{projects}。', unless: { zero: 'projects', say: '本年度没有项目支出。' } },
          ...texts(body.goal),
          { sub: '（二）自评工作开展情况' },
          { text: '台账能数出来的完成值由台账取数，其余的由填报人写明来源，公开清单中标注取值方式，便于核对。' },
          { sub: '（三）绩效目标完成情况分析' },
          ...body.goals.flatMap(({ name, code, outputs, opinion }): Block[] => [
            { text: `${name}：产出指标得{output-${code}}。${outputs}` },
            { text: `满意度指标得{opinion-${code}}。${opinion}` },
          ]),
          pointsOfWhole('各项指标自评得分', '没有设定绩效指标。'),
          { sub: '（四）上年度自评结果应用情况' },
          ...texts(body.use),
          { sub: '（五）数据说明' },
          ...texts(body.notes),
        ],
      },
    ],
  }
}
