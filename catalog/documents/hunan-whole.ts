import type { Binding, Block, ReportDocument, Section, SumRule } from '../../modules/reporting/index.ts'
import { type Line, lineId, money, ofProject, paidFor } from './bindings.ts'
import { budgetFigures as yearFigures } from './whole.ts'

/** What one bureau puts into the form of 湖南 for the whole of its spending (部门整体支出). */
export interface HunanWhole {
  id: string
  tenant?: string
  year?: number
  duties: readonly string[]
  goals: readonly string[]
  projectGoals: readonly string[]
  /** Paid by the bureau itself, and by the units below it. The lists are closed: they must add up to the whole. */
  general: { own: readonly Line[]; below: readonly Line[] }
  fund: { own: readonly Line[]; below: readonly Line[] }
  achievements: readonly { sub: string; texts: readonly string[] }[]
  /** Below the achievements: tables of scores. */
  scores?: readonly Block[]
  /** Before what the bureau says of its problems. */
  short?: readonly Block[]
  figures: readonly Binding[]
  /** What must add up beside the budget. */
  sums?: readonly SumRule[]
  problems: readonly string[]
  measures: readonly string[]
  use: readonly string[]
}

const texts = (lines: readonly string[]): Block[] => lines.map((text) => ({ text }))
const cell = (part: string, line: Line) => `{${lineId(part, line)}}`

const spendingTable = (caption: string, lines: readonly Line[]): Block => ({
  table: {
    caption,
    head: ['项目', '支出（万元）'],
    rows: lines.map((line) => [line.name, cell('paid', line)]),
  },
})

const general = { channel: 'general' }
const fund = { channel: 'government-fund' }

const basicFigures: Binding[] = [
  money('basic', '基本支出', { metric: 'basic-spending.amount' }),
  money('people', '人员经费', { metric: 'basic-spending.amount', where: { class: 'people' } }),
  money('public', '公用经费', { metric: 'basic-spending.amount', where: { class: 'public' } }),
  money('reception', '公务接待费', { metric: 'basic-spending.amount', where: { channel: 'reception' } }),
  money('abroad', '因公出国（境）费', { metric: 'basic-spending.amount', where: { channel: 'abroad' } }),
  money('vehicle-purchase', '公务用车购置费', {
    metric: 'basic-spending.amount',
    where: { channel: 'vehicle-purchase' },
  }),
  money('vehicle-running', '公务用车运行维护费', {
    metric: 'basic-spending.amount',
    where: { channel: 'vehicle-running' },
  }),
]
/** All budgets together. */
const yearText: Block = {
  text: '全年各项预算{full}（年初{initial}），支出{paid}，预算执行率{rate}。',
  unless: { zero: 'full', say: '年初预算和预算调整没有登记，不能计算预算执行率。' },
}
const budgetFigures: Binding[] = [
  money(
    'general',
    '一般公共预算支出',
    { metric: 'basic-spending.amount' },
    { metric: 'payment.amount', where: general },
  ),
  money('projects', '一般公共预算项目支出', { metric: 'payment.amount', where: general }),
  money('fund', '政府性基金预算支出', { metric: 'payment.amount', where: fund }),
  money('state-capital', '国有资本经营预算支出', { metric: 'payment.amount', where: { channel: 'state-capital' } }),
  money('social-insurance', '社会保险基金预算支出', {
    metric: 'payment.amount',
    where: { channel: 'social-insurance' },
  }),
]

/** The sum of listed lines: of one budget, by the codes in the list. */
const listed = (id: string, label: string, lines: readonly Line[]): Binding =>
  money(id, label, ...lines.map((line) => ofProject('payment.amount', line)))

interface Share {
  whole: string
  label: string
  own: readonly Line[]
  below: readonly Line[]
}
/** `whole` is counted by the kind of budget, its parts by the projects in the lists: a project left out shows. */
function shareOut({ whole, label, own, below }: Share): { figures: Binding[]; sums: SumRule[]; blocks: Block[] } {
  const parts = [
    { id: `${whole}-own`, name: '局本级', lines: own },
    { id: `${whole}-below`, name: '所属单位', lines: below },
  ].filter(({ lines }) => lines.length > 0)
  if (!parts.length) return { figures: [], sums: [], blocks: [] }
  return {
    figures: [
      ...parts.map(({ id, name, lines }) => listed(id, `${name}${label}`, lines)),
      ...[...own, ...below].map(paidFor),
    ],
    sums: [
      { whole, parts: parts.map(({ id }) => id) },
      ...parts.map(({ id, lines }) => ({ whole: id, parts: lines.map((line) => lineId('paid', line)) })),
    ],
    blocks: [
      { text: `按支出单位分，${parts.map(({ id, name }) => `${name}{${id}}`).join('，')}。各项目支出列表如下。` },
      ...parts.map(({ name, lines }) => spendingTable(`${name}${label}`, lines)),
    ],
  }
}

function budgetSections(bureau: HunanWhole): { sections: Section[]; figures: Binding[]; sums: SumRule[] } {
  const projects = shareOut({ whole: 'projects', label: '项目支出', ...bureau.general })
  const funds = shareOut({ whole: 'fund', label: '政府性基金支出', ...bureau.fund })
  const none = (zero: string, name: string): Block[] => [
    { text: `全年${name}支出{${zero}}。`, unless: { zero, say: `本年度没有${name}支出。` } },
  ]
  return {
    figures: [...budgetFigures, ...basicFigures, ...yearFigures, ...projects.figures, ...funds.figures],
    sums: [
      { whole: 'paid', parts: ['general', 'fund', 'state-capital', 'social-insurance'] },
      { whole: 'general', parts: ['basic', 'projects'] },
      { whole: 'basic', parts: ['people', 'public'] },
      ...projects.sums,
      ...funds.sums,
    ],
    sections: [
      {
        heading: '二、一般公共预算支出情况',
        blocks: [
          yearText,
          { text: '{year}年一般公共预算支出{general}。' },
          { sub: '（一）基本支出情况' },
          {
            text: '基本支出{basic}，由人员经费{people}和公用经费{public}构成。',
            unless: { zero: 'basic', say: '本年度没有登记基本支出。' },
          },
          {
            text: '公用经费中列支因公出国（境）费{abroad}、公务用车购置费{vehicle-purchase}、公务用车运行维护费{vehicle-running}、公务接待费{reception}。',
            unless: { zero: 'public', say: '本年度没有登记公用经费。' },
          },
          { sub: '（二）项目支出情况' },
          { text: '项目支出{projects}。' },
          ...projects.blocks,
        ],
      },
      {
        heading: '三、政府性基金预算支出情况',
        blocks: [...none('fund', '政府性基金预算'), ...funds.blocks],
      },
      { heading: '四、国有资本经营预算支出情况', blocks: none('state-capital', '国有资本经营预算') },
      { heading: '五、社会保险基金预算支出情况', blocks: none('social-insurance', '社会保险基金预算') },
    ],
  }
}

/** The ten sections 湖南 asks for, in its order, with a bureau's own words in them. */
export function hunanWhole(bureau: HunanWhole): ReportDocument {
  const budget = budgetSections(bureau)
  return {
    id: bureau.id,
    form: 'hunan-whole',
    layout: '湖南省部门整体支出格式',
    title: '{bureau}{year}年度部门整体支出绩效自评报告',
    slug: 'zpbg',
    ...(bureau.tenant ? { tenant: bureau.tenant } : {}),
    ...(bureau.year ? { year: bureau.year } : {}),
    figures: [...budget.figures, ...bureau.figures],
    sums: [...budget.sums, ...(bureau.sums ?? [])],
    sections: [
      {
        heading: '一、基本情况',
        blocks: [
          { sub: '（一）部门基本情况' },
          ...texts(bureau.duties),
          { sub: '（二）部门年度整体支出绩效目标' },
          ...texts(bureau.goals),
          { sub: '（三）项目支出绩效目标' },
          ...texts(bureau.projectGoals),
        ],
      },
      ...budget.sections,
      {
        heading: '六、部门整体支出绩效情况',
        blocks: [
          ...bureau.achievements.flatMap(({ sub, texts: said }): Block[] => [{ sub }, ...texts(said)]),
          ...(bureau.scores ?? []),
        ],
      },
      { heading: '七、存在的问题及原因分析', blocks: [...(bureau.short ?? []), ...texts(bureau.problems)] },
      { heading: '八、下一步改进措施', blocks: texts(bureau.measures) },
      { heading: '九、绩效自评结果拟应用和公开情况', blocks: texts(bureau.use) },
      { heading: '十、其他需要说明的情况', blocks: [{ text: '无。' }] },
    ],
  }
}
