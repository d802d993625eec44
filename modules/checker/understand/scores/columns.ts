import type { Quantity } from '../quantities.ts'
import type { TableCell } from '../tables.ts'

/** What a column of a score table holds. */
export type ColumnRole =
  | 'name'
  | 'weight'
  | 'got'
  | 'deducted'
  | 'target'
  | 'actual'
  | 'reason'
  | 'grade'
  | 'budget'
  | 'spent'
  | 'rate'
  | 'share'
  | 'sign'
  | 'unit'
  | 'other'

export interface Columns {
  /** For each column what it holds; undefined where the heading says nothing known. */
  roles: (ColumnRole | undefined)[]
  words: string[]
  /** The row of the heading. */
  row: number
  /** 得分（20分×执行率） gives the weight in the heading. */
  weightInHeading?: Quantity
}

const kinds: readonly [ColumnRole, RegExp][] = [
  ['share', /得分率|得分系数/],
  ['other', /扣分率|比重|占比|^是否|核心指标/],
  ['sign', /^指标性质$|^性质$|^(?:计算|比较)符号$|^指标方向$/],
  ['unit', /^(?:计量|度量|指标)?单位$/],
  [
    'reason',
    /原因|改进|备注|说明|措施|扣分(?:理由|依据|点)|佐证|计算方法|评分(?:标准|方法|细则|依据)|计分|评价标准|考核标准|得分计算/,
  ],
  ['deducted', /^扣分/],
  ['grade', /等级|等次|档次|评价结果|评定/],
  ['rate', /^(?!.*(?:得分|权重|分值)).*(?:执行率|完成率（|支出进度|预算完成率)/],
  [
    'got',
    /^(?:(?:预算)?执行率|自评|自我评价|评价|实际|最终|考核|评估|单位自评|实|总体|综合|项目)?(?:总)?(?:得分|评分|自评分|分数)/,
  ],
  ['weight', /(?:分值|权重|标准分|满分|应得分|赋分|权值)/],
  ['got', /总分|自评分/],
  ['spent', /执行数|支出数|实际支出|全年执行|实际使用|决算数/],
  ['budget', /预算数|全年预算|年初预算|预算安排|预算金额|调整后预算/],
  ['actual', /实际|完成值|完成情况|实现值|实现情况|全年完成|自评值|达成/],
  ['target', /目标值|指标值|年度指标|计划(?:值|数|目标)|预期(?:指标|目标|值)|标准值|绩效标准|目标$/],
  ['name', /指标|项目|内容|任务|单位名称|科室|部门|名称|维度|方面|类别|环节/],
]

const normal = (text: string) => text.replace(/\s/g, '')

export function roleOf(text: string): ColumnRole | undefined {
  const words = normal(text)
  if (!words || words.length > 24) return undefined
  return kinds.find(([, pattern]) => pattern.test(words))?.[0]
}

const isNumber = (cell: TableCell) => Boolean(cell.quantity) || /^[\d.,%]+$/.test(cell.text)

/** A row is a heading when it names points, or money and its execution, and has no number of its own. */
export function columnsOf(row: readonly TableCell[], at: number): Columns | undefined {
  const filled = row.filter(({ text }) => text)
  if (filled.length < 2 || filled.some(isNumber)) return undefined
  const roles = row.map(({ text }) => roleOf(text))
  const has = (...wanted: ColumnRole[]) => wanted.some((role) => roles.includes(role))
  const distinct = new Set(roles.filter(Boolean)).size
  const heading =
    (has('got') && has('weight')) ||
    (has('got', 'weight', 'deducted') &&
      distinct >= 2 &&
      has('name', 'target', 'actual', 'budget', 'grade', 'reason')) ||
    (has('budget') && has('spent'))
  if (!heading || filled.filter((cell) => roleOf(cell.text)).length * 2 < new Set(filled).size) return undefined
  const inHeading = row.flatMap(weightOf)[0]
  return {
    roles,
    words: row.map(({ text }) => text),
    row: at,
    ...(inHeading ? { weightInHeading: inHeading } : {}),
  }
}

/** 得分（20分×执行率）: the points stand beside the words. */
const weightOf = ({ text, start, quantities }: TableCell): Quantity[] =>
  /^得分[（(]\d/.test(text) && /[*×xX]/.test(text)
    ? quantities.filter(({ digits, unit }) => digits.start - start < 4 && /score|none/.test(unit.dimension))
    : []
