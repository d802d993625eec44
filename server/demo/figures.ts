import type { Day } from '../../platform/clock.ts'
import type { LampFigures } from './lamps.ts'
import type { PenaltyFigures } from './penalties.ts'
import { donghu } from './reported/donghu.ts'
import { suizhou } from './reported/suizhou.ts'
import { type DatedAmount, milli, paidMonthly, wan } from './spread.ts'
import { askedOf, type Surveyed } from './surveys.ts'

/** What the bureau reported for the year, as amounts for the demonstration. The facts are those of the published
 *  reports; days, crews and the split into single records are made up by the generator. "余" and "约" in a report are
 *  taken as the number itself. Money in 分, quantities in thousandths. */
export interface BureauFigures {
  tenant: string
  year: number
  /** Permits granted and published in the year, where the report states them. */
  permits?: number
  /** Penalties, parking reports taken by the traffic police, and the year of the street lamps. */
  penalties?: PenaltyFigures
  parking?: number
  lamps?: LampFigures
  /** Road names the report mentions, for the places of the works. */
  roads: readonly string[]
  projects: readonly DemoProject[]
  basic: readonly DemoBasic[]
  works: readonly DemoWork[]
  indicators: readonly DemoIndicator[]
  /** The final accounts by item, assets and people at the year's end, where the report states them. */
  accounts?: Readonly<Record<string, number>>
  assets?: Readonly<Record<'total' | 'current' | 'fixed' | 'otherFixed' | 'inUse', number>>
  people?: Readonly<Record<'posts' | 'staff' | 'veterans' | 'retired' | 'temporary' | 'total', number>>
  /** What was said to questions about the targets. */
  answers?: readonly { project: string; about: string; question: string; answer: string }[]
}
/** Which of the bureau's units: the bureau itself, or one that keeps a line of public works. */
export type Office = 'bureau' | 'lighting' | 'municipal' | 'enforcement' | 'sanitation' | 'gas'

export interface DemoProject {
  code: string
  name: string
  goal?: string
  kind: 'standing' | 'continued' | 'once'
  office: Office
  budgetType: 'general' | 'government-fund'
  /** Null where the report does not give it: a budget of a real bureau is not invented. */
  initial: { amount: number; on: Day } | null
  adjustments: readonly { way: 'add' | 'cut'; amount: number; on: Day; cause: string }[]
  payments: readonly DatedAmount[]
  payeeKind: 'company' | 'public-body' | 'person' | 'payroll'
  use: string
}
export interface DemoBasic {
  kind: 'people' | 'public'
  use: string
  initial?: { amount: number; on: Day }
  payments: readonly DatedAmount[]
}
/** So much of one kind of work in the year, to be spread over about `records` crew days between `from` and `to`. */
export interface DemoWork {
  kind: string
  campaign: string
  total: number
  records: number
  office: Office
  project?: string
  /** Where all of it was done, when it was one place. */
  road?: string
  from?: Day
  to?: Day
}
export interface DemoIndicator {
  project: string
  code: string
  level1: string
  level2: string
  name: string
  direction: 'at-least' | 'equal' | 'at-most' | 'qualitative' | 'execution'
  target?: number
  targetText?: string
  measure?: string
  weight: number
  evidence: 'ledger' | 'payment' | 'typed' | 'survey'
  metric?: string
  where?: string
  /** Given by a person where no ledger has it. */
  typed?: { value?: number; tier?: 'met' | 'partly' | 'unmet'; points?: number; cause: string }
  /** Asked of people where the report states what they said. */
  surveyed?: Surveyed
  /** `actual`: the report states only what was reached; the target is set to it. */
  stated: 'both' | 'actual'
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const quarters = [3, 6, 9, 12]
const lastMonths = [6, 9, 11, 12]

const lingling = (() => {
  const project = (
    code: string,
    name: string,
    kind: DemoProject['kind'],
    paid: number,
    months: readonly number[],
    more: Partial<DemoProject> & { use: string },
  ): DemoProject => ({
    code,
    name,
    kind,
    office: 'bureau',
    budgetType: 'general',
    initial: null,
    adjustments: [],
    payeeKind: 'company',
    payments: paidMonthly(2022, months, wan(paid)),
    ...more,
  })
  const projects = [
    project('LL01', '工具车维护运行', 'standing', 25.7, quarters, { use: '工具车燃油、维修、保险' }),
    project('LL02', '广告清洗保洁', 'standing', 16.3, quarters, { use: '小广告清洗服务费' }),
    project('LL03', '数字化城市管理', 'standing', 38.23, quarters, { use: '平台运行维护和线路租用' }),
    project('LL04', '文明劝导员工资', 'standing', 158.79, everyMonth, { use: '文明劝导员工资', payeeKind: 'payroll' }),
    project('LL05', '下水道疏通车养护', 'standing', 7.09, [4, 10], { use: '疏通车燃油和维修' }),
    project('LL06', '污水治理', 'standing', 68.4, quarters, { use: '污水提升泵站电费和维护' }),
    project('LL07', '城管制服', 'once', 45.01, [8], { use: '制服采购' }),
    project('LL08', '春节工程项目付款（局本级）', 'continued', 401.92, [1], { use: '工程进度款' }),
    project('LL09', '智慧照明运行维护', 'standing', 418.02, everyMonth, {
      use: '照明电费和运行维护',
      office: 'lighting',
    }),
    project('LL10', '春节工程项目付款（路灯管理所）', 'continued', 129.36, [1], {
      use: '工程进度款',
      office: 'lighting',
    }),
    project('LL11', '局本级基础设施', 'once', 108, [9, 12], { use: '工程款', budgetType: 'government-fund' }),
    project('LL12', '智慧照明', 'continued', 859.08, lastMonths, {
      use: '工程款',
      office: 'lighting',
      budgetType: 'government-fund',
    }),
  ]
  const basic: DemoBasic[] = [
    { kind: 'people', use: 'salary', payments: paidMonthly(2022, everyMonth, wan(2691.67)) },
    { kind: 'public', use: 'office', payments: paidMonthly(2022, everyMonth, wan(211.56)) },
    { kind: 'public', use: 'reception', payments: paidMonthly(2022, quarters, wan(3.7)) },
    { kind: 'public', use: 'vehicle-running', payments: paidMonthly(2022, quarters, wan(2.86)) },
  ]
  type Row = readonly [kind: string, campaign: string, total: number, records: number, office: Office, project?: string]
  const rows: readonly Row[] = [
    ['lamp-new', 'event', 90, 12, 'lighting'],
    ['flag-hang', 'event', 1000, 10, 'lighting'],
    ['vendor-advice', 'street-order', 14_000, 720, 'enforcement'],
    ['tool-keep', 'street-order', 240, 90, 'enforcement'],
    ['road-market', 'street-order', 3, 3, 'enforcement'],
    ['car-wash', 'street-order', 19, 12, 'enforcement'],
    ['phone-stop', 'street-order', 29, 14, 'enforcement'],
    ['sign-remove', 'safety', 40, 24, 'enforcement'],
    ['billboard-remove', 'safety', 30, 20, 'enforcement'],
    ['wall-banner', 'street-order', 16, 12, 'enforcement'],
    ['banner', 'street-order', 619, 110, 'enforcement'],
    ['sign-area', 'safety', 13_800, 60, 'enforcement'],
    ['joint-action', 'parking', 15, 15, 'enforcement'],
    ['people-trips', 'parking', 200, 15, 'enforcement'],
    ['parking-space', 'parking', 910, 26, 'municipal'],
    ['bike-space', 'parking', 3000, 40, 'municipal'],
    ['road-marking', 'daily', 14, 14, 'municipal'],
    ['vehicle-trips', 'burn-ban', 355, 120, 'enforcement'],
    ['people-trips', 'burn-ban', 810, 120, 'enforcement'],
    ['fire-point', 'burn-ban', 27, 22, 'enforcement'],
    ['demolition', 'building', 30, 30, 'enforcement'],
    ['illegal-area', 'building', 8337.395, 30, 'enforcement'],
    ['gas-check', 'safety', 638, 150, 'gas'],
    ['gas-household', 'safety', 576, 120, 'gas'],
    ['gas-violation', 'safety', 34, 28, 'gas'],
    ['gas-corrected', 'safety', 34, 28, 'gas'],
    ['gas-closed', 'safety', 6, 6, 'gas'],
    ['gas-bottle', 'safety', 120, 18, 'gas'],
    ['gas-notice-estate', 'safety', 30, 10, 'gas'],
    ['gas-notice-shop', 'safety', 146, 24, 'gas'],
    ['water-new', 'daily', 29_000, 40, 'municipal'],
    ['water-renew', 'daily', 9400, 20, 'municipal'],
    ['sidewalk', 'daily', 12_911, 230, 'municipal'],
    ['road-surface', 'daily', 9003, 150, 'municipal'],
    ['kerb', 'daily', 306, 48, 'municipal'],
    ['well-clean', 'daily', 1536, 210, 'municipal', 'LL05'],
    ['rail', 'daily', 864, 60, 'municipal'],
    ['bollard', 'daily', 284, 70, 'municipal'],
    ['sewer-new', 'daily', 800, 8, 'municipal'],
    ['sewer-renew', 'daily', 380, 5, 'municipal'],
  ]
  const works = rows.map(
    ([kind, campaign, total, records, office, code]): DemoWork => ({
      kind,
      campaign,
      total: milli(total),
      records,
      office,
      ...(code ? { project: code } : {}),
      // Flags and the extra lamps went up for the autumn of the year, not through it.
      ...(campaign === 'event' ? { from: '2022-09-13', to: '2022-10-14' } : {}),
    }),
  )
  return {
    tenant: '431102',
    year: 2022,
    permits: 377,
    penalties: { ordinary: 15, simple: 7301, collected: 300_534_30 },
    parking: 6246,
    lamps: { circuits: 72, repaired: 540, replaced: 1174, joints: 3116, line: milli(14_300) },
    roads: [
      '潇水西路',
      '潇水东路',
      '芝山路',
      '芝山北路',
      '南津路',
      '徐家井路',
      '前进南街',
      '黄盖路',
      '荔枝东路',
      '杨梓塘路',
    ],
    projects,
    basic,
    works,
    indicators: [],
  } satisfies BureauFigures
})()

const dujiNames = {
  DJ01: '智慧城管',
  DJ02: '文明创建',
  DJ03: '执法人员集中培训',
  DJ04: '垃圾分类',
  DJ05: '城管进社区',
  DJ06: '执法车辆运行维护',
  DJ07: '农村环境卫生经费',
} as const

/** What each project was for, in words: the report tells it by its indicators, so the words are made up. */
const dujiGoals: Readonly<Record<string, string>> = {
  DJ01: '搭建区级智慧城管平台并投入使用，提高发现和处置城市管理问题的效率',
  DJ02: '保持主次干道整洁，制作公益广告，支持全国文明城区创建',
  DJ03: '集中培训执法人员，提高依法行政和规范执法的水平',
  DJ04: '在居民小区推行生活垃圾分类，提高居民的知晓率和参与率',
  DJ05: '执法力量进驻社区，就近解决居民反映的城市管理问题',
  DJ06: '保障执法车辆正常运行，满足日常巡查和执法的需要',
  DJ07: '清运农村生活垃圾，保洁农村公厕，改善农村环境卫生',
}

/** Three ceilings of 投入金额 stand above the budgets of their projects, as the report explains. */
const dujiAnswers = [
  ['DJ01', '200', '170.35', '目标值按平台整体建设测算，本年只安排一部分；下年起按预算设定。'],
  ['DJ02', '102.5', '20.00', '目标值包含宣传部门承担的协同任务，本局只对本局职责内的部分负责。'],
  ['DJ04', '60', '20.00', '目标值按全覆盖测算，下年改为二十万元至四十万元的区间值。'],
].map(([project, target, budget, answer]) => ({
  project: project!,
  about: `B-22 ${project} 05`,
  question: `“投入金额”目标值${target}万元大于项目全年预算${budget}万元；目标是否含其他部门的任务，或应按预算更正？`,
  answer: answer!,
}))

const duji = (() => {
  const approved = '2024-01-18'
  const project = (
    code: string,
    name: string,
    kind: DemoProject['kind'],
    [initial, paid]: readonly [number, number],
    months: readonly number[],
    use: string,
    more: Partial<DemoProject> = {},
  ): DemoProject => ({
    code,
    name,
    kind,
    office: 'bureau',
    budgetType: 'general',
    initial: { amount: wan(initial), on: approved },
    adjustments: [],
    payments: paidMonthly(2024, months, wan(paid)),
    payeeKind: 'company',
    use,
    goal: dujiGoals[code]!,
    ...more,
  })
  const projects = [
    project('DJ01', dujiNames.DJ01, 'continued', [170.35, 111.85], [7, 10, 12], '平台搭建、设备采购和系统维护'),
    project('DJ02', dujiNames.DJ02, 'standing', [20, 12.41], [4, 8, 11], '公益广告制作和市容清洁', {
      office: 'sanitation',
    }),
    project('DJ03', dujiNames.DJ03, 'standing', [5, 5], [4, 6, 9, 11], '培训费', {
      payeeKind: 'public-body',
      office: 'enforcement',
    }),
    project('DJ04', dujiNames.DJ04, 'standing', [20, 10], [5, 10], '分类垃圾桶投放和宣传', { office: 'sanitation' }),
    project('DJ05', dujiNames.DJ05, 'standing', [35.84, 33.79], quarters, '社区执法力量保障', {
      office: 'enforcement',
    }),
    project('DJ06', dujiNames.DJ06, 'standing', [46, 46], quarters, '车辆维修、燃油和保险', {
      office: 'enforcement',
    }),
    project('DJ07', dujiNames.DJ07, 'standing', [5, 5], [6, 12], '农村垃圾清运和公厕保洁', {
      office: 'sanitation',
    }),
  ]
  type Row = readonly [kind: string, campaign: string, total: number, records: number, office: Office, project: string]
  const rows: readonly Row[] = [
    ['street-clean', 'daily', 30, 30, 'sanitation', 'DJ02'],
    ['training', 'daily', 4, 4, 'enforcement', 'DJ03'],
    ['training-people', 'daily', 100, 4, 'enforcement', 'DJ03'],
    ['sorting-community', 'daily', 10, 10, 'sanitation', 'DJ04'],
    ['community-station', 'daily', 3, 3, 'enforcement', 'DJ05'],
    ['vehicle-kept', 'daily', 9, 9, 'enforcement', 'DJ06'],
    ['village-clean', 'daily', 5, 5, 'sanitation', 'DJ07'],
    ['landfill-cut', 'daily', 800, 12, 'sanitation', 'DJ07'],
  ]
  const works = rows.map(
    ([kind, campaign, total, records, office, code]): DemoWork => ({
      kind,
      campaign,
      total: milli(total),
      records,
      office,
      project: code,
    }),
  )
  return {
    tenant: '340602',
    year: 2024,
    roads: [],
    projects,
    basic: [],
    works,
    indicators: dujiIndicators(),
    answers: dujiAnswers,
  } satisfies BureauFigures
})()

/** Weights are not in the report: 产出 50, 效益 30, 满意度 10 as 财预〔2020〕10号 has them, the ten for execution apart. */
function dujiIndicators(): DemoIndicator[] {
  const points = (weight: number) => weight * 1000
  const said = '二〇二四年度部门绩效自评报告所列完成值'
  const typed = (
    key: readonly [project: string, code: string, level1: string, level2: string],
    name: string,
    direction: 'at-least' | 'equal' | 'at-most',
    value: number,
    measure: string,
    weight: number,
    evidence: 'typed' | 'survey' = 'typed',
  ): DemoIndicator => ({
    project: key[0],
    code: key[1],
    level1: key[2],
    level2: key[3],
    name,
    direction,
    target: milli(value),
    measure,
    weight: points(weight),
    evidence,
    typed: { value: milli(value), cause: said },
    stated: 'actual',
  })
  const counted = (
    project: string,
    code: string,
    name: string,
    [value, measure]: readonly [number, string],
    kind: string,
    weight: number,
    [level1, level2]: readonly [string, string] = ['output', 'number'],
  ): DemoIndicator => ({
    project,
    code,
    level1,
    level2,
    name,
    direction: 'at-least',
    target: milli(value),
    measure,
    weight: points(weight),
    evidence: 'ledger',
    metric: 'work.quantity',
    where: `class=${kind}`,
    stated: 'actual',
  })
  /** Three projects counted the amount put in at the execution rate a second time; its ceiling was far above the budget. */
  const putIn = (project: string, target: number, direction: 'execution' | 'at-most'): DemoIndicator => ({
    project,
    code: '05',
    level1: 'output',
    level2: 'cost',
    name: '投入金额',
    direction,
    target: milli(target),
    measure: '万元',
    weight: points(10),
    evidence: 'payment',
    metric: 'payment.amount',
    where: `class=${project}`,
    stated: direction === 'execution' ? 'both' : 'actual',
  })
  const quality = (project: string): DemoIndicator[] => [
    typed([project, '02', 'output', 'quality'], '经费支出合规率', 'equal', 100, '%', 10),
    typed([project, '03', 'output', 'quality'], '服务质量达标率', 'equal', 100, '%', 10),
  ]
  const finished = (project: string) => typed([project, '04', 'output', 'time'], '完成月份', 'at-most', 12, '月', 10)
  const satisfied = (project: keyof typeof dujiNames, value: number): DemoIndicator => ({
    project,
    code: '09',
    level1: 'satisfaction',
    level2: 'satisfaction',
    name: '服务对象满意度',
    direction: 'at-least',
    target: milli(value),
    measure: '%',
    weight: points(10),
    ...askedOf({
      code: `${project}-2024`,
      title: `${dujiNames[project]}服务对象满意度调查`,
      question: '您对这项工作的效果满意吗？',
      value,
    }),
    stated: 'actual',
  })

  return [
    {
      // The report says it ran a month late and lost nothing for it: no time indicator is made up here.
      project: 'DJ01',
      code: '01',
      level1: 'output',
      level2: 'number',
      name: '数字化城市管理平台建设',
      direction: 'qualitative',
      targetText: '完成监控设备安装和数据系统调试，平台投入使用',
      weight: points(20),
      evidence: 'typed',
      typed: { tier: 'met', points: points(20), cause: said },
      stated: 'actual',
    },
    ...quality('DJ01'),
    putIn('DJ01', 200, 'execution'),
    typed(['DJ01', '06', 'benefit', 'economic'], '年节约经费', 'at-least', 20, '万元', 15),
    typed(['DJ01', '07', 'benefit', 'lasting'], '平台持续发挥效用年限', 'at-least', 3, '年', 15),
    satisfied('DJ01', 100),

    counted('DJ02', '01', '主次干道环境整治次数', [30, '次'], 'street-clean', 10),
    ...quality('DJ02'),
    finished('DJ02'),
    putIn('DJ02', 102.5, 'execution'),
    typed(['DJ02', '06', 'benefit', 'social'], '主次干道整洁率', 'at-least', 95, '%', 30),
    satisfied('DJ02', 100),

    counted('DJ03', '01', '培训期数', [4, '期'], 'training', 5),
    counted('DJ03', '08', '培训执法人员', [100, '人次'], 'training-people', 5),
    ...quality('DJ03'),
    finished('DJ03'),
    putIn('DJ03', 5, 'at-most'),
    typed(['DJ03', '06', 'benefit', 'lasting'], '规范执法率', 'at-least', 98, '%', 30),
    satisfied('DJ03', 100),

    counted('DJ04', '01', '布设分类设施的社区', [10, '个'], 'sorting-community', 10),
    ...quality('DJ04'),
    finished('DJ04'),
    putIn('DJ04', 60, 'execution'),
    typed(['DJ04', '06', 'benefit', 'social'], '垃圾分类知晓率', 'at-least', 85, '%', 20),
    typed(['DJ04', '07', 'benefit', 'lasting'], '分类设施持续发挥效用年限', 'at-least', 3, '年', 10),
    satisfied('DJ04', 100),

    counted('DJ05', '01', '进驻社区', [3, '个'], 'community-station', 10),
    ...quality('DJ05'),
    finished('DJ05'),
    putIn('DJ05', 35.84, 'at-most'),
    typed(['DJ05', '06', 'benefit', 'social'], '社区投诉量下降率', 'at-least', 30, '%', 30),
    satisfied('DJ05', 98),

    counted('DJ06', '01', '保障执法车辆', [9, '辆'], 'vehicle-kept', 10),
    ...quality('DJ06'),
    finished('DJ06'),
    putIn('DJ06', 46, 'at-most'),
    typed(['DJ06', '06', 'benefit', 'economic'], '批量采购成本降低率', 'at-least', 10, '%', 30),
    satisfied('DJ06', 100),

    counted('DJ07', '01', '保洁覆盖行政村', [5, '个'], 'village-clean', 10),
    ...quality('DJ07'),
    finished('DJ07'),
    putIn('DJ07', 5, 'at-most'),
    counted('DJ07', '06', '减少垃圾填埋量', [800, '吨'], 'landfill-cut', 15, ['benefit', 'ecological']),
    typed(['DJ07', '07', 'benefit', 'economic'], '乡村旅游收入增长率', 'at-least', 5, '%', 15),
    satisfied('DJ07', 98),
  ]
}

/** 零陵区 2022, 杜集区 2024, 随州市 2022 and 东湖区 2021. */
export const demoFigures: readonly BureauFigures[] = [lingling, duji, suizhou, donghu]
