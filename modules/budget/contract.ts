import { z } from 'zod'
import { endpoint } from '../../platform/contract.ts'

const fen = z.number().int().describe('单位：分')
const rate = z.string().nullable().describe('百分数，两位小数；没有预算数时为空')

export const executionQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  asOf: z.coerce.number().int().min(1).optional().describe('封账号；不填为现在'),
})

const amounts = { initial: fen, adjusted: fen, full: fen, paid: fen, rate, question: z.string().optional() }
export const executionLine = z.object({
  project: z.string().describe('项目编码；people、public为基本支出'),
  name: z.string(),
  budgetType: z.string(),
  budgetTypeLabel: z.string(),
  ...amounts,
})
export const identity = z.object({
  id: z.string(),
  label: z.string(),
  left: z.string(),
  right: z.string(),
  holds: z.boolean(),
  sentence: z.string(),
})
export const executionAnswer = z.object({
  year: z.number(),
  asOf: z.number().nullable(),
  lines: z.array(executionLine),
  totals: z.object({ name: z.string(), ...amounts }),
  identities: z.array(identity),
  basic: z.object({
    total: fen,
    people: fen,
    public: fen,
    reception: fen,
    vehicleRunning: fen,
    vehiclePurchase: fen,
    abroad: fen,
  }),
})
export type ExecutionAnswer = z.infer<typeof executionAnswer>

export const readExecution = endpoint({
  method: 'GET',
  url: '/api/budget/execution',
  permission: 'budget.read',
  tag: '预算',
  summary: '一年的预算执行表和勾稽关系，可指定封账号',
  query: executionQuery,
  answer: executionAnswer,
})
