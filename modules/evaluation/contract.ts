import { z } from 'zod'
import { endpoint } from '../../platform/contract.ts'

export const year = z.coerce.number().int().min(2000).max(2100)
const points = z.string().describe('两位小数')
const fen = z.number().int().describe('单位：分')

const value = z.object({
  survey: z
    .object({ code: z.string(), state: z.enum(['open', 'withdrawn']), answers: z.number() })
    .optional()
    .describe('取自的调查还在进行，或已作废'),
  actual: z.string().optional(),
  tier: z.enum(['met', 'partly', 'unmet']).optional(),
  points: z.string().optional(),
  overCause: z.enum(['target-low', 'policy', 'effort', 'other']).optional(),
  said: z.string().optional(),
})

const tier = z.object({ label: z.string(), from: z.number(), to: z.number() })
/** The scheme as it scored, so that a score can be computed again from itself alone. */
const rules = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  issuer: z.string(),
  appliesTo: z.object({ region: z.string(), from: z.number(), until: z.number().optional() }),
  scores: z.enum(['project', 'whole']).optional().describe('只评项目或只评部门整体；没有的两者都评'),
  source: z.object({ document: z.string(), certainty: z.enum(['read', 'seen', 'general']), note: z.string() }),
  execution: z.number(),
  levels: z.record(z.string(), z.number()),
  reverseRule: z.enum(['linear', 'ratio']),
  moneySpent: z.enum(['rate', 'target']),
  coefficient: z.number().optional(),
  explainBelow: z.number().optional(),
  caps: z.array(z.object({ rateBelow: z.number(), most: z.number() })).optional(),
  unmet: z.enum(['proportion', 'judged']),
  overAchieved: z.number(),
  tiers: z.object({ met: tier, partly: tier, unmet: tier }),
  bands: z.array(z.object({ label: z.string(), from: z.number() })),
})

export const scoredLine = z.object({
  id: z.string(),
  code: z.string().optional(),
  level1: z.string(),
  level1Label: z.string(),
  level2: z.string(),
  level2Label: z.string(),
  name: z.string(),
  direction: z.enum(['at-least', 'equal', 'at-most', 'more', 'less', 'within', 'qualitative', 'execution']),
  target: z.string().optional(),
  upTo: z.string().optional().describe('区间指标的上限'),
  targetText: z.string(),
  measure: z.string(),
  actual: z.string().optional(),
  actualText: z.string(),
  weight: points,
  points,
  lost: points,
  missing: z.boolean(),
  evidence: z.enum(['ledger', 'payment', 'survey', 'computed', 'typed']),
  metric: z.string().optional(),
  where: z.record(z.string(), z.string()).optional(),
  formula: z.string().optional().describe('由几个数计算的指标的计算式'),
  lastLine: z.string().optional().describe('引用的上年指标'),
  use: z.string().optional().describe('依据的上年结果应用'),
  because: z.string(),
  question: z.string().optional(),
})
export const scoreAnswer = z.object({
  project: z.string(),
  name: z.string(),
  year: z.number(),
  scheme: z.object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    issuer: z.string(),
    document: z.string(),
    certainty: z.enum(['read', 'seen', 'general']),
    note: z.string(),
    rules,
  }),
  asOf: z.number().nullable(),
  execution: z.object({
    initial: fen,
    full: fen,
    paid: fen,
    weight: points,
    rate: z.string().nullable(),
    points,
    lost: points,
    because: z.string(),
    question: z.string().optional(),
  }),
  lines: z.array(scoredLine),
  deductions: z.array(z.object({ label: z.string(), points })),
  coverage: z
    .object({ entries: points, judged: points, typed: points, missing: points })
    .describe('一百分中由台账、支付、调查和计算支撑的，由人评定的，手填的，和没有完成值的分值'),
  total: points,
  capped: z.string().optional().describe('总分少于各项之和的原因'),
  grade: z.string(),
  faults: z.array(z.string()).describe('公布前必须改正的问题'),
  inputs: z.record(z.string(), value).describe('各指标的完成值：凭它和评分办法可以重新算出得分'),
})
export type ScoreAnswer = z.infer<typeof scoreAnswer>

export const listScores = endpoint({
  method: 'GET',
  url: '/api/evaluation/projects',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一年中有绩效指标的项目和得分',
  query: z.object({ year }),
  answer: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      indicators: z.number(),
      total: points,
      grade: z.string(),
      rate: z.string().nullable().describe('预算执行率，百分数'),
      entries: points.describe('一百分中有台账、支付或调查支撑的分值'),
      questions: z.number().describe('还没有答复的存疑事项数'),
    }),
  ),
})
export const readScore = endpoint({
  method: 'GET',
  url: '/api/evaluation/projects/:id',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一个项目的指标树、完成值、得分和得分的理由',
  params: z.object({ id: z.string().min(1).max(60) }),
  query: z.object({
    year,
    asOf: z.coerce.number().int().min(1).optional().describe('封账号；不填为现在'),
    scheme: z.string().max(60).optional().describe('评分办法；不填为本单位适用的'),
  }),
  answer: scoreAnswer,
})

export const readAims = endpoint({
  method: 'GET',
  url: '/api/evaluation/aims',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '有绩效目标的项目资金占项目支出的比例，按预算类型',
  query: z.object({ year }),
  answer: z.array(
    z.object({
      budgetType: z.string(),
      label: z.string(),
      spent: fen,
      aimed: fen,
      share: z.string().nullable(),
      without: z.string().nullable(),
    }),
  ),
})
export const readLibrary = endpoint({
  method: 'GET',
  url: '/api/evaluation/library',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '指标库，和本单位三年的完成值',
  query: z.object({ year }),
  answer: z.array(
    z.object({
      sector: z.string(),
      level1: z.string(),
      level2: z.string(),
      name: z.string(),
      direction: scoredLine.shape.direction,
      target: z.number(),
      measure: z.string(),
      evidence: scoredLine.shape.evidence,
      metric: z.string().optional(),
      formula: z.string().optional(),
      source: z.string(),
      certainty: z.enum(['read', 'seen', 'general']),
      said: z.string().describe('取值的说明'),
      past: z.array(z.object({ year: z.number(), value: z.string().nullable() })),
    }),
  ),
})
export const listQuestions = endpoint({
  method: 'GET',
  url: '/api/evaluation/questions',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一年的目标、资金和得分中的存疑事项，和对它们的答复',
  query: z.object({ year }),
  answer: z.array(
    z.object({
      about: z.string().describe('事项不变则编号不变'),
      project: z.string(),
      name: z.string(),
      sentence: z.string(),
      answer: z.object({ text: z.string(), on: z.string(), record: z.string(), by: z.string() }).optional(),
    }),
  ),
})
export const compareScores = endpoint({
  method: 'GET',
  url: '/api/evaluation/projects/:id/schemes',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一个项目按各评分办法的得分，和为什么不同',
  params: z.object({ id: z.string().min(1).max(60) }),
  query: z.object({ year }),
  answer: z.array(
    z.object({
      scheme: z.string(),
      title: z.string(),
      total: points,
      grade: z.string(),
      fits: z.boolean().describe('指标的分值是否合计一百分'),
      differs: z.array(z.string()).describe('与本单位适用的办法得分不同的行，各一句'),
    }),
  ),
})

export const formIds = ['targets', 'monitoring', 'self', 'whole'] as const
export type FormId = (typeof formIds)[number]
/** A form of one project or of all, as a file: what is answered is no JSON. */
export const formFile = {
  url: '/api/evaluation/forms/:form',
  config: { permission: 'evaluation.read' },
  schema: {
    tags: ['绩效'],
    summary: '绩效表格的 Excel 或 Word 文件：目标申报表、执行监控表、自评表、部门整体自评表，或全部',
    params: z.object({ form: z.enum([...formIds, 'all']) }),
    querystring: z.object({
      year,
      project: z.string().min(1).max(60).optional().describe('项目编码；不填为全部项目'),
      as: z.enum(['xlsx', 'docx']).default('xlsx'),
      months: z.coerce.number().int().min(1).max(12).default(7).describe('执行监控表统计到几月'),
      asOf: z.coerce.number().int().min(1).optional().describe('封账号；不填为现在'),
    }),
  },
}

/** 佐证材料 of one project or of all, as a page (HTML) or a Word file: what is answered is no JSON. */
export const annexFile = {
  url: '/api/evaluation/annex',
  config: { permission: 'evaluation.read' },
  schema: {
    tags: ['绩效'],
    summary: '佐证材料：各项得分的数据来源、登记数、封账号和附件，网页或 Word 文件',
    querystring: z.object({
      year,
      project: z.string().min(1).max(60).optional().describe('项目编码；不填为全部项目'),
      as: z.enum(['page', 'docx']).default('page'),
      asOf: z.coerce.number().int().min(1).optional().describe('封账号；不填为现在'),
    }),
  },
}

const light = z.enum(['red', 'yellow', 'green', 'blue']).nullable().describe('没有可比的数时为空')
const percent = z.string().describe('百分数，两位小数')
const certainty = z.enum(['read', 'seen', 'general']).describe('规定的把握程度：见过原文、见于使用、通行做法')

export const monitoredProject = z.object({
  project: z.string(),
  name: z.string(),
  unit: z.string(),
  full: fen,
  paid: fen,
  rate: percent.nullable(),
  light,
  budget: z.object({ light, because: z.string() }),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      targetText: z.string(),
      actualText: z.string(),
      light,
      because: z.string(),
      metric: z.string().optional(),
      where: z.record(z.string(), z.string()).optional(),
    }),
  ),
  forecast: z
    .object({ points, of: points, because: z.string() })
    .nullable()
    .describe('按目前进度推算的年末得分；没有指标时为空'),
  broken: z.array(
    z.object({
      kind: z.enum(['execution', 'progress', 'gap']),
      periodEnd: z.string(),
      rate: percent,
      threshold: percent,
      because: z.string(),
    }),
  ),
  warnings: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      kind: z.string(),
      periodEnd: z.string(),
      withdrawn: z.boolean().describe('已撤回，原因见记录'),
    }),
  ),
})
export const monitoringAnswer = z.object({
  year: z.number(),
  until: z.string(),
  passed: percent.describe('时间进度'),
  rule: z.object({ least: z.string(), endedOn: z.string(), source: z.string(), certainty }).nullable(),
  projects: z.array(monitoredProject),
  total: z.object({ full: fen, paid: fen, rate: percent.nullable() }),
})
export type MonitoringAnswer = z.infer<typeof monitoringAnswer>

export const readMonitoring = endpoint({
  method: 'GET',
  url: '/api/evaluation/monitoring',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '截至一天的绩效监控：各项目的执行、指标进度、年末得分推算和预警线',
  query: z.object({
    year,
    until: z.iso.date().optional().describe('截至日；不填为该年的今天，过去的年份为12月31日'),
  }),
  answer: monitoringAnswer,
})
