import { z } from 'zod'
import { endpoint } from '../../platform/contract.ts'
import { scoreAnswer } from '../evaluation/contract.ts'

const tag = '报告'
const year = z.coerce.number().int().min(2000).max(2100)
const id = z.string().min(1).max(60)
const part = z.enum(['num', 'den'])

const taken = z.union([
  z.object({ points: z.string(), of: z.string() }),
  z.object({ reached: z.string(), of: z.string() }),
  z.object({ score: z.string() }),
  z.object({ grade: z.string() }),
])
const query = z.object({ metric: z.string(), where: z.record(z.string(), z.string()).optional() })
const frozenPart = z.object({ rows: z.number(), total: z.number(), hash: z.string() })
export const figureView = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  scale: z.string(),
  formula: z.string(),
  excludes: z.array(z.string()),
  num: z.number(),
  den: z.number(),
  milli: z.boolean(),
  shows: z.enum(['things', 'money', 'work', 'score']),
  queries: z.object({ num: z.array(query), den: z.array(query) }),
  parts: z.object({ num: frozenPart.optional(), den: frozenPart.optional() }),
  score: scoreAnswer.optional(),
  taken: taken.optional(),
})

/** Inputs as the public may see them: the values that make the score, not what somebody typed about them. */
const publicScore = scoreAnswer.extend({
  inputs: z.record(z.string(), scoreAnswer.shape.inputs.valueType.omit({ said: true })),
})
const publicFigure = figureView.extend({ score: publicScore.optional() })
export type FigureView = z.infer<typeof figureView>

const piece = z.union([z.string(), z.object({ figure: z.string() })])
const drawn = z.literal(true).optional().describe('文字取自台账，其中的数字不是手填的')
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sub'), text: z.string() }),
  z.object({ kind: z.literal('text'), pieces: z.array(piece), drawn }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.array(piece))),
    drawn,
  }),
])
export const bodyView = z.object({
  title: z.string(),
  bureau: z.string(),
  form: z.string(),
  year: z.number(),
  from: z.string(),
  to: z.string(),
  seal: z.object({ n: z.number(), at: z.string(), hash: z.string() }),
  sections: z.array(z.object({ heading: z.string(), blocks: z.array(block) })),
  figures: z.array(figureView),
  sums: z.array(z.object({ whole: z.string(), parts: z.array(z.string()) })).optional(),
  unproven: z.number().optional().describe('正文中没有台账来源的数字处数'),
})

const publicBody = bodyView.extend({ figures: z.array(publicFigure) })

const withdrawal = z.object({ at: z.string(), reason: z.string() })
const head = {
  id: z.string(),
  document: z.string(),
  title: z.string(),
  period: z.string(),
  seal: z.number(),
  hash: z.string(),
}
const published = { ...head, publishedAt: z.string(), withdrawn: withdrawal.nullable() }
const tenant = z.object({ tenant: z.string(), title: z.string(), short: z.string(), demo: z.boolean() })

const unproven = z.object({ heading: z.string(), digits: z.string(), before: z.string(), after: z.string() })

const finding = z.object({
  severity: z.enum(['error', 'hint']),
  sentence: z.string(),
  quote: z.string().optional().describe('所指的原文'),
  section: z.object({ at: z.number(), heading: z.string() }).optional().describe('在第几部分，从0数起'),
})

export const listDocuments = endpoint({
  method: 'GET',
  url: '/api/reporting/documents',
  permission: 'report.read',
  tag,
  summary: '本单位可以编写的文档',
  answer: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      form: z.string(),
      layout: z.string().describe('按谁的格式'),
      year: z.number().nullable(),
    }),
  ),
})
export const previewDocument = endpoint({
  method: 'GET',
  url: '/api/reporting/documents/:id/preview',
  permission: 'report.read',
  tag,
  summary: '按现在的台账编出的文档，和还不能公布的原因',
  params: z.object({ id }),
  query: z.object({ year }),
  answer: z.object({
    body: bodyView,
    html: z.string(),
    faults: z.array(z.string()),
    pdf: z.boolean().describe('服务器能否生成 PDF'),
    unproven: z.array(unproven).describe('正文中没有台账来源的数字'),
    findings: z.array(finding).describe('审校发现的问题'),
  }),
})
export const writeDocument = endpoint({
  method: 'POST',
  url: '/api/reporting/documents/:id/text',
  permission: 'report.write',
  tag,
  summary: '改写一段文字，数字不变；不写 text 就恢复原文',
  params: z.object({ id }),
  body: z.object({
    year,
    place: z
      .string()
      .regex(/^\d{1,3}\.\d{1,3}$/)
      .describe('第几部分.第几段，从0数起'),
    text: z.string().trim().min(1).max(5000).optional().describe('数字写作 {编号}'),
  }),
})
const file = (form: 'docx' | 'pdf', what: string) => ({
  url: `/api/reporting/documents/:id/file.${form}`,
  config: { permission: 'report.read' },
  schema: {
    tags: [tag],
    summary: `按现在的台账编出的文档，公文格式的 ${what}`,
    params: z.object({ id }),
    querystring: z.object({ year }),
  },
})
export const documentFiles = { docx: file('docx', 'Word 文件'), pdf: file('pdf', 'PDF（服务器装有 LibreOffice 时）') }
const reason = z.string().trim().min(1).max(500)
export const submitDocument = endpoint({
  method: 'POST',
  url: '/api/reporting/documents/:id/submit',
  permission: 'report.submit',
  tag,
  summary: '封账并送审：内容和清单固定下来，由另一人同意后公开',
  params: z.object({ id }),
  body: z.object({
    year,
    formedOn: z.iso.date().optional().describe('报告形成日期；不填为今天'),
    unprovenReason: reason.optional().describe('正文有未证实的数字时的理由'),
    findingsReason: reason.optional().describe('不改正审校发现的错误的理由'),
  }),
  answer: z.object({ ...head, submittedAt: z.string() }),
  status: 201,
})
const submitted = {
  ...head,
  submittedAt: z.string(),
  submittedByName: z.string(),
  mine: z.boolean().describe('由本人送审，不能由本人审批'),
  decision: z
    .object({ approved: z.boolean(), at: z.string(), byName: z.string(), reason: z.string().nullable() })
    .nullable(),
}
export const listSubmitted = endpoint({
  method: 'GET',
  url: '/api/reporting/submissions',
  permission: 'report.read',
  tag,
  summary: '待审批和已退回的报告，新的在前',
  answer: z.array(z.object({ ...submitted, due: z.string().nullable().describe('公开期限'), late: z.boolean() })),
})
export const reviewSubmitted = endpoint({
  method: 'GET',
  url: '/api/reporting/submissions/:id',
  permission: 'report.read',
  tag,
  summary: '送审时固定下来的报告，和现在已经不同的数字',
  params: z.object({ id }),
  answer: z.object({
    ...submitted,
    body: bodyView,
    unproven: z.array(unproven),
    unprovenReason: z.string().nullable(),
    findings: z.number().describe('送审时审校发现的错误处数'),
    found: z.array(finding).describe('审校现在在这份报告里发现的问题'),
    findingsReason: z.string().nullable(),
    due: z.string().nullable(),
    differences: z.array(z.object({ figure: z.string(), label: z.string(), frozen: z.string(), now: z.string() })),
  }),
})
export const approveSubmitted = endpoint({
  method: 'POST',
  url: '/api/reporting/submissions/:id/approve',
  permission: 'report.publish',
  tag,
  summary: '同意公开别人送审的报告；公布的就是送审时固定下来的内容',
  params: z.object({ id }),
  answer: z.object({ ...head, publishedAt: z.string(), url: z.string() }),
})
export const returnSubmitted = endpoint({
  method: 'POST',
  url: '/api/reporting/submissions/:id/return',
  permission: 'report.publish',
  tag,
  summary: '退回别人送审的报告，写明原因',
  params: z.object({ id }),
  body: z.object({ reason }),
})
export const listPublished = endpoint({
  method: 'GET',
  url: '/api/reporting/snapshots',
  permission: 'report.read',
  tag,
  summary: '已经公布的报告，新的在前',
  answer: z.array(
    z.object({ ...published, submittedByName: z.string(), publishedByName: z.string(), url: z.string() }),
  ),
})
export const withdrawPublished = endpoint({
  method: 'POST',
  url: '/api/reporting/snapshots/:id/withdraw',
  permission: 'report.withdraw',
  tag,
  summary: '撤回公布的报告，写明原因；页面保留并标明已撤回',
  params: z.object({ id }),
  body: z.object({ reason }),
})

const publicTag = '公开'
export const publicHome = endpoint({
  method: 'GET',
  url: '/api/public',
  permission: 'public',
  tag: publicTag,
  summary: '已有公开报告的单位',
  answer: z.array(tenant.extend({ reports: z.number() })),
})
export const publicList = endpoint({
  method: 'GET',
  url: '/api/public/:tenant',
  permission: 'public',
  tag: publicTag,
  summary: '一个单位公开的报告',
  params: z.object({ tenant: z.string() }),
  answer: z.object({ tenant, snapshots: z.array(z.object(published)) }),
})
export const publicReport = endpoint({
  method: 'GET',
  url: '/api/public/:tenant/:snapshot',
  permission: 'public',
  tag: publicTag,
  summary: '一份公开的报告：正文、数字和校验值',
  params: z.object({ tenant: z.string(), snapshot: z.string() }),
  answer: z.object({
    ...published,
    publicHash: z.string().describe('公开内容校验值'),
    tenant,
    newer: z.string().nullable(),
    body: publicBody,
  }),
})
export const publicRows = endpoint({
  method: 'GET',
  url: '/api/public/:tenant/:snapshot/figures/:figure',
  permission: 'public',
  tag: publicTag,
  summary: '公开的数字由哪些记录数出来，每页一百条',
  params: z.object({ tenant: z.string(), snapshot: z.string(), figure: z.string() }),
  query: z.object({ part: part.optional(), page: z.coerce.number().int().min(1).optional() }),
  answer: z.object({
    figure: publicFigure,
    part,
    page: z.number(),
    pages: z.number(),
    total: z.number().describe('记录条数'),
    rows: z.array(
      z.object({
        number: z.string().nullable(),
        class: z.string(),
        street: z.string().nullable(),
        receivedOn: z.string().nullable(),
        closedOn: z.string().nullable(),
        unit: z.string().nullable(),
        inTime: z.boolean().nullable(),
        on: z.string(),
        value: z.number(),
        amount: z.string().nullable(),
      }),
    ),
  }),
})
