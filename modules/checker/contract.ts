import { z } from 'zod'
import { endpoint } from '../../platform/contract.ts'
import { longestExplanation, type Standing, standings } from './domain/markings.ts'
import { type Kind, kinds } from './domain.ts'

const tag = '审校'
const at = z.number().int().min(0)
const span = { start: at.describe('从第几个字起（从 0 数）'), end: at.describe('到第几个字前') }
const kind = z.enum(Object.keys(kinds) as [Kind, ...Kind[]]).describe('哪一种关系')
const place = z.object({
  quote: z.string().describe('原文，最多 60 字'),
  ...span,
  page: at.optional(),
  table: at.optional(),
  row: at.optional(),
  column: at.optional(),
  rowName: z.string().optional().describe('所在行的名称'),
  columnName: z.string().optional().describe('所在列的名称'),
  section: z.string().optional().describe('所在章节的标题'),
  paragraph: at.optional().describe('章节内第几段，0 为标题本身'),
})
const finding = z.object({
  rule: z.string(),
  kind,
  severity: z.enum(['error', 'question', 'format', 'rounding']),
  certainty: z.number().min(0).max(1),
  message: z.string(),
  formula: z.string().optional(),
  claimed: z.string().optional(),
  computed: z.string().optional(),
  places: z.array(place).describe('最多 4 处'),
})
const document = z.object({
  name: z.string(),
  pages: z.number().int().optional(),
  characters: z.number().int(),
  title: z.string().optional(),
  bureau: z.string().optional(),
  year: z.number().int().optional(),
})
const held = z.object({
  rule: z.string(),
  kind,
  formula: z.string(),
  places: z.array(place),
  verdict: z.literal('consistent'),
})
const cell = z.object({ ...span, columns: z.number().optional(), rows: z.number().optional() })
const content = z.object({
  sha256: z.string().describe('文件的校验值'),
  text: z.string(),
  paragraphs: z.array(z.object(span)),
  tables: z.array(z.object({ rows: z.array(z.array(cell)) })),
  notes: z.array(z.string()),
})
const report = z.object({
  document,
  findings: z.array(finding),
  checked: z.array(held).describe('核对过、成立的关系'),
  facts: z.number().int().describe('读懂的数量'),
  content: content.optional().describe('文件本身，仅在 content=yes 时给出'),
})

export const checkDocument = endpoint({
  method: 'POST',
  url: '/api/checks',
  permission: 'checker.use',
  tag,
  summary: '审校一份报告（multipart/form-data，一个文件，不超过20 MB），文件不保存',
  query: z.object({ content: z.literal('yes').optional().describe('一并给出文件的文字、段落和表格') }),
  answer: report,
})
export type CheckAnswer = z.infer<typeof report>

const standing = z.enum(Object.keys(standings) as [Standing, ...Standing[]])
export const sheetAsked = z.object({
  document,
  sha256: z.string(),
  facts: z.number().int(),
  findings: z.array(finding.extend({ standing, words: z.string().max(longestExplanation).optional() })),
  checked: z.array(z.object({ kind, formula: z.string() })),
})
export type SheetAsked = z.infer<typeof sheetAsked>

export const sheetForms = ['docx', 'xlsx'] as const
export type SheetForm = (typeof sheetForms)[number]
/** Not served by `serve`: a file comes out. */
export const findingsSheet = {
  url: '/api/checks/sheet/:as',
  schema: {
    tags: [tag],
    summary: '审校意见表（Word 或 Excel），带处理情况和说明，可以发回给起草人',
    params: z.object({ as: z.enum(sheetForms) }),
    body: sheetAsked,
  },
  config: { permission: checkDocument.permission },
}
