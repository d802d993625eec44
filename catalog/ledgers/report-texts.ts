import { integer, longText, text } from './fields.ts'
import { count } from './metrics.ts'
import { byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names, on } from './words.ts'

const written = names('document year place original text')

/** 报告文字: a paragraph of a report in the bureau's own words; the figures in it stay those of the report. */
export const reportTexts = defineLedger({
  id: 'report-text',
  title: '报告文字',
  group: '报告',
  one: ['document', 'year', 'place'],
  fields: {
    document: text('文档', { listed: true }),
    year: integer('年度', { listed: true }),
    place: text('段落', { listed: true }),
    original: longText('原文'),
    text: longText('改写为', { searched: true }),
  },
  columns: { title: ['document', 'place'], class: 'document' },
  states: { ...on('doing', { written: '已改写' }), ...ends('void', { restored: '已恢复原文' }) },
  moves: {
    write: ['改写', 'new', 'written', byPerformance, { needs: written, inside: true, past: 'written' }],
    rewrite: [
      '再次改写',
      'written',
      'stay',
      byPerformance,
      { needs: ['text'], clears: ['text'], inside: true, past: 'rewritten' },
    ],
    restore: ['恢复原文', 'written', 'restored', byPerformance, { undoes: 'write', inside: true }],
  },
  deadlines: {},
  read: moneyRead,
  form: { 文字: written },
  metrics: {
    written: count('write', '改写段落', '期内改写的段落数', { unit: '段', excludes: '已恢复原文的' }),
  },
})
