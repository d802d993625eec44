import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'
import { year } from '../contract.ts'

const portion = z.object({ label: z.string(), n: z.number(), percent: z.string().describe('占作答人数的百分比') })
const surveyLine = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  stateLabel: z.string(),
  tone: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  answers: z.number().describe('有效答卷份数'),
  sample: z.number().optional().describe('计划样本'),
})
export type SurveyLine = z.infer<typeof surveyLine>
export const surveyAnswer = surveyLine.extend({
  population: z.string().optional(),
  people: z.number().optional().describe('总体人数'),
  response: z.string().optional().describe('回收率：有效答卷占计划样本的百分比'),
  few: z.boolean().describe('答卷太少，结果仅供参考'),
  withdrawn: z.boolean(),
  satisfaction: z
    .object({ value: z.string(), low: z.string().optional(), high: z.string().optional() })
    .optional()
    .describe('满意度和95%置信区间，百分数'),
  ways: z.array(portion),
  networks: z
    .object({
      answers: z.number().describe('有网络标记的网上答卷份数'),
      networks: z.number().describe('来自多少个网络'),
      largest: z.array(
        z.object({
          mark: z.string().describe('网络标记：看不出网络地址'),
          answers: z.number(),
          percent: z.string().describe('占有标记的网上答卷的百分比'),
          satisfaction: z.string().optional().describe('这些答卷的满意度，百分数'),
          many: z.boolean().describe('份数特别多，请核对'),
        }),
      ),
    })
    .describe('同一网络来了几份网上答卷'),
  questions: z.array(z.object({ text: z.string(), answered: z.number(), portions: z.array(portion) })),
})
export type SurveyResults = z.infer<typeof surveyAnswer>

export const listSurveys = endpoint({
  method: 'GET',
  url: '/api/evaluation/surveys',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一年中开始的满意度调查',
  query: z.object({ year }),
  answer: z.array(surveyLine),
})
export const readSurvey = endpoint({
  method: 'GET',
  url: '/api/evaluation/surveys/:code',
  permission: 'evaluation.read',
  tag: '绩效',
  summary: '一次满意度调查的结果：各题的回答、满意度及其置信区间、回收率',
  params: z.object({ code: z.string().min(1).max(20) }),
  answer: surveyAnswer,
})
