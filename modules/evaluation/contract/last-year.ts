import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'
import { scoredLine, year } from '../contract.ts'

const named = z.object({ id: z.string(), number: z.string().nullable() })
const fen = z.number().int().describe('单位：分')
export const lastYearAnswer = z.object({
  year: z.number().describe('上年'),
  unknown: z.boolean().describe('系统里没有上年的任何结果'),
  evaluation: named
    .extend({ state: z.string(), tone: z.string(), score: z.string().optional(), grade: z.string().optional() })
    .nullable(),
  computed: z.object({ total: z.string(), grade: z.string() }).nullable().describe('按指标计算的得分'),
  lines: z.array(
    scoredLine.pick({
      ...{ id: true, code: true, name: true, direction: true, target: true, targetText: true, measure: true },
      ...{ actual: true, actualText: true, weight: true, points: true, lost: true },
    }),
  ),
  differences: z.array(z.string()),
  rectifications: z.array(
    named.extend({ problem: z.string(), state: z.string(), tone: z.string(), dueOn: z.string() }),
  ),
  uses: z.array(
    named.extend({
      form: z.string(),
      demands: z.boolean().describe('要求改下年目标'),
      amount: fen.optional(),
      usedOn: z.string(),
      paper: z.string().optional(),
      said: z.string(),
    }),
  ),
  more: fen,
  less: fen,
  citation: z.array(z.string()).describe('文书中引用上年结果的句子'),
})
export type LastYearAnswer = z.infer<typeof lastYearAnswer>

export const readLastYear = endpoint({
  method: 'GET',
  url: '/api/evaluation/projects/:id/last-year',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一个项目上年的自评结果、存在问题、整改和结果应用，从台账读取',
  params: z.object({ id: z.string().min(1).max(60) }),
  query: z.object({ year }),
  answer: lastYearAnswer,
})
