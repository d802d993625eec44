import { z } from 'zod'
import { endpoint } from '../../platform/contract.ts'
import { listQuery } from '../ledger/contract.ts'

const tag = '文书'

/** Which papers there are, of ledgers this person reads: the screens ask for those of a record only there. */
export const declaredPapers = endpoint({
  method: 'GET',
  url: '/api/papers',
  permission: 'signed-in',
  tag,
  summary: '可以制作的文书',
  answer: z.array(z.object({ id: z.string(), title: z.string(), ledger: z.string() })),
})

const paper = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().describe('文号；没有的为空'),
  on: z.string().describe('成文日期'),
})
export type PaperLine = z.infer<typeof paper>

const params = z.object({ id: z.uuid().toLowerCase() })
const one = params.extend({ paper: z.string().min(1).max(60) })

/** The papers of one record. */
export const listPapers = (ledger: { id: string; title: string }) =>
  endpoint({
    method: 'GET',
    url: `/api/ledgers/${ledger.id}/records/:id/papers`,
    permission: `${ledger.id}.read`,
    tag: ledger.title,
    summary: '已经形成的文书，先形成的在前',
    params,
    answer: z.array(paper),
  })

/** A paper as a page and as a file: what is answered is no JSON. */
export const paperAs = (ledger: { id: string; title: string }, form: 'page' | 'docx') => ({
  url: `/api/ledgers/${ledger.id}/records/:id/papers/:paper/${form}`,
  config: { permission: `${ledger.id}.read` },
  schema: {
    tags: [ledger.title],
    summary: form === 'page' ? '一份文书，可以打印的网页（HTML）' : '一份文书的 Word 文件（DOCX）',
    params: one,
  },
})

/** A ledger, filtered as its list is, as one Word file. */
export const rollFile = (ledger: { id: string; title: string }) => ({
  url: `/api/ledgers/${ledger.id}/rolls/:roll`,
  config: { permission: `${ledger.id}.read` },
  schema: {
    tags: [ledger.title],
    summary: '台账的 Word 文件（DOCX），筛选与列表相同',
    params: z.object({ roll: z.string().min(1).max(60) }),
    querystring: listQuery.loose(),
  },
})
