import { defineLedger, integer, text } from '../../modules/ledger/index.ts'
import { everyone } from './reach.ts'

const publishers = { performance: 'bureau', director: 'bureau' } as const

/** 公开: a report that was published, with the hash of what stands on the public page; made only by publishing. */
export const publications = defineLedger({
  id: 'publication',
  title: '公开记录',
  group: '报告',
  fields: {
    snapshot: text('公开编号', { listed: true, searched: true }),
    document: text('文档'),
    name: text('报告名称', { listed: true, searched: true }),
    period: text('期间', { listed: true }),
    seal: integer('封账编号', { listed: true }),
    hash: text('校验值', { help: '公开页正文和全部清单的SHA-256' }),
  },
  columns: { title: ['name'] },
  states: {
    published: { label: '已公开', tone: 'done' },
    withdrawn: { label: '已撤回', tone: 'void', ended: true },
  },
  moves: {
    publish: {
      label: '公开',
      past: 'published',
      from: 'new',
      to: 'published',
      by: publishers,
      inside: true,
      needs: ['snapshot', 'document', 'name', 'period', 'seal', 'hash'],
    },
    withdraw: {
      label: '撤回',
      past: 'withdrawn',
      from: 'published',
      to: 'withdrawn',
      by: publishers,
      inside: true,
      reason: '撤回原因',
    },
  },
  read: everyone,
  form: { 公开的报告: ['snapshot', 'document', 'name', 'period', 'seal', 'hash'] },
  metrics: {
    published: {
      kind: 'count',
      at: 'publish',
      label: '公开报告数',
      unit: '份',
      formula: '期内公开的报告份数',
      excludes: '撤回的也计，它曾经公开过',
    },
  },
})
