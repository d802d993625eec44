import { z } from 'zod'

const dimension = z.enum(['unit', 'grid', 'class', 'channel'])
export const figureQuery = z.looseObject({
  period: z.string().max(30).describe('2022、2022-03、2022-03-01或2022-01-01..2022-06-30'),
  by: z.enum(['day', 'month', ...dimension.options]).optional(),
  asOf: z.coerce.number().int().positive().optional().describe('封账编号；不填为现在'),
})
export const ledgerFiguresQuery = figureQuery.pick({ period: true, by: true })
export const drillQuery = z.looseObject({
  period: z.string().max(30),
  part: z.enum(['num', 'den']).optional(),
  asOf: z.coerce.number().int().positive().optional(),
  cursor: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export const figureAnswer = z.object({
  metric: z.string(),
  ledger: z.string(),
  label: z.string(),
  unit: z.string(),
  formula: z.string(),
  excludes: z.string().optional(),
  kind: z.string(),
  value: z.string(),
  parts: z.object({ num: z.number(), den: z.number() }),
  entries: z.number(),
  asOf: z.number().nullable(),
  rows: z
    .array(z.object({ key: z.string(), label: z.string(), num: z.number(), den: z.number(), value: z.string() }))
    .optional(),
})
export const drillAnswer = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      ledger: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      class: z.string(),
      classLabel: z.string(),
      unit: z.string(),
      unitName: z.string(),
      grid: z.string(),
      occurredAt: z.string(),
      on: z.string(),
      closedAt: z.string().nullable(),
      inTime: z.boolean().nullable(),
      amount: z.number().optional(),
    }),
  ),
  next: z.string().nullable(),
  amount: z
    .object({ label: z.string(), kind: z.enum(['money', 'quantity', 'integer']), measure: z.string().optional() })
    .optional()
    .describe('每条计入的数是什么：金额以分存，数量以千分之一存'),
})
export const metricList = z.array(
  z.object({
    id: z.string(),
    ledger: z.string(),
    ledgerTitle: z.string(),
    label: z.string(),
    unit: z.string(),
    kind: z.string(),
    formula: z.string(),
    excludes: z.string().optional(),
  }),
)
export const sealAnswer = z.object({
  n: z.number(),
  at: z.string(),
  entries: z.number(),
  hash: z.string(),
  keyId: z.string(),
})
