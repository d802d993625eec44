/**
 * What a check of one document says. The shape is stable: programs outside read it.
 * Positions count characters (code points) of the plain text; `end` is the place after the last one.
 */
export interface CheckReport {
  document: { name: string; pages?: number; characters: number; title?: string; bureau?: string; year?: number }
  /** The gravest first, among equals in the order of the text: a finding's number is its place in this list. */
  findings: Finding[]
  /** Every relation that was tested and holds: silence is earned, not assumed. */
  checked: Held[]
  /** How many quantities were understood. */
  facts: number
}

/** error: cannot be so · question: somebody has to answer · format: how it is written · rounding: at most one in the last digit. */
export type Severity = 'error' | 'question' | 'format' | 'rounding'

export interface Place {
  quote: string
  start: number
  end: number
  page?: number
  table?: number
  row?: number
  column?: number
  /** What the row and the column are called in the table. */
  rowName?: string
  columnName?: string
  /** The nearest heading above, with its number, and which paragraph below it this is; 0 is the heading itself. */
  section?: string
  paragraph?: number
}

export interface Finding {
  rule: string
  kind: Kind
  severity: Severity
  /** 0 to 1. */
  certainty: number
  /** What is wrong, in Chinese, for whoever wrote the report. */
  message: string
  /** The relation with its numbers filled in. */
  formula?: string
  claimed?: string
  /** What it is held against; `meaningOf` says whether it must be so, is computed, or is only the other side. */
  computed?: string
  places: Place[]
}

export interface Held {
  rule: string
  kind: Kind
  formula: string
  places: Place[]
  verdict: 'consistent'
}

/** Names of relations; the Chinese is what a reader sees as the group of a finding. */
export const kinds = {
  balance: '收支平衡',
  'part-sum': '分项合计',
  'part-bound': '部分与整体',
  difference: '差额',
  rate: '比率',
  growth: '增减幅度',
  share: '占比',
  average: '平均数',
  count: '数目',
  'count-list': '列举与数目',
  'cross-reference': '前后数字',
  equality: '相等关系',
  unit: '计量单位',
  'approx-word': '约数用词',
  range: '取值范围',
  direction: '指标方向',
  'target-vs-budget': '目标与预算',
  'target-missing': '目标未量化',
  coverage: '覆盖情况',
  deduction: '扣分',
  'score-sum': '得分相加',
  'score-total': '总分',
  'score-grade': '等级',
  'score-model': '计分办法',
  'weight-sum': '分值相加',
  taxonomy: '指标归类',
  qualitative: '定性评价',
  evidence: '依据',
  contradiction: '前后矛盾',
  'missing-element': '缺少内容',
  structure: '层次',
  numbering: '序号',
  format: '格式',
  typo: '错别字',
  term: '用语',
  name: '单位名称',
  title: '标题',
  year: '年度',
  date: '日期',
  period: '期间',
  scope: '口径',
  order: '排序',
  threshold: '门槛',
  'template-residue': '模板残留',
} as const
export type Kind = keyof typeof kinds
