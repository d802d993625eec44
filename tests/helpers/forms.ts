import type { FormSubject } from '../../modules/evaluation/forms/subject.ts'
import {
  type Deduction,
  type IndicatorLine,
  type Money,
  type Scheme,
  score,
  targetText,
  type Value,
} from '../../modules/evaluation/index.ts'

const labels: Record<string, string> = {
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  people: '服务对象满意度指标',
  number: '数量指标',
  quality: '质量指标',
  time: '时效指标',
  cost: '成本指标',
  economic: '经济效益指标',
  social: '社会效益指标',
  ecological: '生态效益指标',
  lasting: '可持续影响指标',
}

export interface FormCase {
  scheme: Scheme
  lines: readonly IndicatorLine[]
  values: Readonly<Record<string, Value>>
  money: Money
  deductions?: readonly Deduction[]
  project?: string
  name?: string
}
/** A scored project without a database, as the forms are written from it. */
export function subjectOf({
  scheme,
  lines,
  values,
  money,
  deductions = [],
  project = 'XM01',
  name = '路灯维护',
}: FormCase): FormSubject {
  const { document, certainty, note } = scheme.source
  const { id, version, title, issuer } = scheme
  const named = { id, version, title, issuer }
  const result = score(scheme, { lines, values, money, deductions })
  return {
    rule: scheme,
    bureau: '零陵区城市管理和综合执法局',
    months: 7,
    answered: [],
    facts: {
      name,
      unit: '路灯管理所',
      kind: '常年性项目',
      startOn: '2022-01-04',
      goal: '路灯亮灯率不低于98%，报修当日到场。',
    },
    funds: [
      {
        code: project,
        name,
        budgetType: 'general',
        ...money,
        adjusted: money.full - money.initial,
        rate: result.execution.rate,
      },
    ],
    answer: {
      project,
      name,
      year: 2022,
      scheme: { ...named, document, certainty, note, rules: scheme },
      deductions: [...deductions],
      coverage: result.coverage,
      ...(result.capped ? { capped: result.capped } : {}),
      asOf: null,
      execution: result.execution,
      lines: result.lines.map((line) => ({
        ...line,
        where: undefined,
        targetText: targetText(line),
        level1Label: labels[line.level1] ?? line.level1,
        level2Label: labels[line.level2] ?? line.level2,
      })),
      total: result.total,
      grade: result.grade,
      faults: result.faults,
      inputs: { ...values },
    },
  }
}
