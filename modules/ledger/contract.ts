import { z } from 'zod'
import type { Field, Ledger, Move } from './domain.ts'

const instant = z.string().meta({ format: 'date-time', description: '时刻（UTC）' })
const anything = z.record(z.string(), z.unknown())

export const listQuery = z.object({
  state: z.string().optional().describe('状态，可用逗号分隔多个'),
  class: z.string().optional(),
  channel: z.string().optional(),
  unit: z.string().optional(),
  grid: z.string().optional(),
  holder: z.enum(['me']).optional().describe('me：在我手上或在我岗位待办池里'),
  clock: z.enum(['late', 'soon']).optional().describe('late：超时；soon：24小时内到期'),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  from: z.string().optional().describe('起始日'),
  to: z.string().optional().describe('截止日'),
  q: z.string().max(60).optional().describe('编号，或至少两个字'),
  sort: z.enum(['-occurredAt', 'dueAt']).optional(),
  cursor: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export type ListQuery = z.infer<typeof listQuery> & { facets?: Record<string, string> }

export const row = z.object({
  id: z.string(),
  ledger: z.string(),
  number: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  tone: z.string(),
  holder: z.string().nullable(),
  holderText: z.string(),
  title: z.string(),
  occurredAt: instant,
  dueAt: instant.nullable(),
  closedAt: instant.nullable(),
  late: z.boolean(),
  unit: z.string(),
  unitName: z.string(),
  grid: z.string(),
  class: z.string(),
  classLabel: z.string(),
  channel: z.string(),
  channelLabel: z.string(),
  data: anything,
  names: z
    .record(z.string(), z.string())
    .optional()
    .describe('编码、关联、统计指标对应的名称；一条记录里还有单位和人员'),
  measures: z.record(z.string(), z.string()).optional().describe('数量的计量单位，按字段'),
  version: z.number(),
})
export type Row = z.infer<typeof row>

export const openMove = z.object({
  id: z.string(),
  label: z.string(),
  needs: z.array(z.string()),
  may: z.array(z.string()),
  reason: z.string().optional(),
  main: z.boolean(),
})
export const historyLine = z.object({
  seq: z.number(),
  move: z.string(),
  label: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }),
  happenedAt: instant,
  recordedAt: instant,
  reason: z.string().optional(),
  data: anything,
  to: z.string(),
  toLabel: z.string(),
  undone: z.boolean(),
  undoes: z.number().nullable(),
  hash: z.string(),
})
export const clock = z.object({
  label: z.string(),
  limit: z.object({ n: z.number(), unit: z.string() }),
  limitText: z.string(),
  startedAt: instant,
  dueAt: instant,
  stoppedAt: instant.optional(),
  late: z.boolean(),
  spent: z.number(),
})
export const photo = z.object({
  hash: z.string(),
  field: z.string(),
  label: z.string(),
  seq: z.number(),
  takenAt: instant.optional(),
  lng: z.number().optional(),
  lat: z.number().optional(),
  fileName: z.string().optional(),
})
const more = {
  clocks: z.record(z.string(), clock),
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
  moves: z.array(openMove),
  history: z.array(historyLine),
  photos: z.array(photo),
  names: z.record(z.string(), z.string()).describe('单位、人员、编码、关联、统计指标对应的名称'),
}
export const recordView = row.extend(more)
export type RecordView = z.infer<typeof recordView>

/** The answer to a move: the whole record, or with `Prefer: return=minimal` (RFC 7240, 4.2) the row a list shows of it. */
export const moveAnswer = row
  .extend(z.object(more).partial().shape)
  .describe('默认答复整条记录；请求头 Prefer: return=minimal 时只答复列表中的一行')

/** Records that belong to one: named in its field `label`, or of the ledger `label` and naming it. */
export const link = z.object({ ledger: z.string(), label: z.string(), rows: z.array(row), more: z.boolean() })
export type Link = z.infer<typeof link>

/** A batch that was handed over, and in which states its records are now. */
export const batch = z.object({
  batch: z.string(),
  records: z.number(),
  states: z.array(z.object({ state: z.string(), label: z.string(), records: z.number() })),
})
export type Batch = z.infer<typeof batch>

export const listAnswer = z.object({
  rows: z.array(row),
  next: z.string().nullable(),
  total: z.number(),
  totalText: z.string(),
})
export const tasksAnswer = z.object({
  mine: z.array(row),
  pool: z.array(row),
  counts: z.object({ mine: z.number(), pool: z.number(), late: z.number(), soon: z.number() }),
})
export const placesAnswer = z.object({
  points: z.array(
    z.object({
      id: z.string(),
      lng: z.number(),
      lat: z.number(),
      state: z.string(),
      tone: z.string(),
      late: z.boolean(),
    }),
  ),
})
/** Records as other ledgers name them. */
export const keyChoicesQuery = z.object({ q: z.string().max(60).optional().describe('编码或名称里的字') })
export const keyChoicesAnswer = z.array(z.object({ code: z.string(), name: z.string() }))

export const hits = z.array(
  z.object({
    ledger: z.string(),
    id: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    state: z.string(),
    stateLabel: z.string(),
  }),
)

const jsonTypes: Record<Field['kind'], Record<string, unknown>> = {
  text: { type: 'string', maxLength: 500 },
  'long-text': { type: 'string', maxLength: 5000 },
  choice: { type: 'string' },
  date: { type: 'string', format: 'date' },
  integer: { type: 'integer' },
  money: { type: 'integer', description: '单位：分' },
  quantity: { type: 'integer', description: '单位：千分之一' },
  yes: { type: 'boolean' },
  point: { type: 'object', properties: { lng: { type: 'number' }, lat: { type: 'number' } } },
  photos: { type: 'array', items: { type: 'object', properties: { hash: { type: 'string' } } } },
  files: {
    type: 'array',
    items: { type: 'object', properties: { hash: { type: 'string' }, fileName: { type: 'string' } } },
  },
  signature: {
    type: 'object',
    properties: {
      hash: { type: 'string' },
      signedAt: { type: 'string', format: 'date-time' },
      name: { type: 'string', maxLength: 60 },
    },
  },
  unit: { type: 'string' },
  person: { type: 'string' },
  ref: { type: 'string', format: 'uuid' },
  key: { type: 'string', maxLength: 500 },
  metric: { type: 'string', description: '统计指标，例如 work.quantity' },
  range: { type: 'string', description: '例如 class=lamp-repair，多项用分号隔开' },
  formula: { type: 'string', maxLength: 500 },
  limit: { type: 'object' },
}
const fieldSchema = (field: Field) => {
  const more = field.options ? { enum: field.options.slice(0, 40).map((option) => option.value) } : {}
  const { description, ...type } = jsonTypes[field.kind]
  return z.unknown().meta({
    ...type,
    ...more,
    title: field.label,
    description: [field.help, description, field.measure].filter(Boolean).join('；') || field.label,
  })
}
/** The body of a move. Values are checked by the ledger, which knows the words; here they are only described. */
export function moveBody(ledger: Ledger, move: Move, opening: boolean) {
  const names = [...(move.needs ?? []), ...(move.may ?? [])]
  const fields = Object.fromEntries(names.map((name) => [name, fieldSchema(ledger.fields[name]!).optional()]))
  return z.object({
    ...(opening ? {} : { version: z.number().int().optional().describe('您看到的版本；已有人办理时拒绝') }),
    data: z.looseObject(fields).optional(),
    reason: z.string().max(1000).optional(),
    happenedAt: z.iso.datetime({ offset: true }).optional(),
  })
}
export const bulkBody = z.object({
  move: z.string(),
  items: z.array(z.object({ id: z.uuid().toLowerCase(), version: z.number().int().optional() })).min(1),
  data: anything.optional(),
  reason: z.string().max(1000).optional(),
})

/** What somebody says to a row of a file that could not be read or taken: the text of a field, or to leave the row out. */
export const rowAnswer = z.object({
  row: z.number().int(),
  sheet: z.string().optional(),
  field: z.string().optional().describe('不写就是这一行不导入'),
  text: z.string().trim().min(1).max(5000).optional(),
})
export type RowAnswer = z.infer<typeof rowAnswer>
export const importChoices = z.object({
  answers: z.array(rowAnswer).max(5000),
  leaveOut: z.array(z.string()).describe('不导入的列'),
  columns: z.record(z.string().max(200), z.string()).default({}).describe('表头的字对应的字段；下次导入时记得'),
})
export type ImportChoices = z.infer<typeof importChoices>
