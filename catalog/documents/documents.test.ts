import { expect, test } from 'vitest'
import { ledgerCatalog } from '../../modules/ledger/index.ts'
import { getMetric } from '../../modules/metrics/index.ts'
import { faultsOfDocument, queriesOf, type ReportDocument, textsOf } from '../../modules/reporting/index.ts'
import { demoFigures } from '../../server/demo/figures.ts'
import { ledgers } from '../index.ts'
import { duji2024 } from './duji-2024.ts'
import { documents } from './index.ts'
import { lingling2022 } from './lingling-2022.ts'

const catalog = ledgerCatalog(ledgers)
const named = documents.map((document): [string, ReportDocument] => [document.id, document])

test.each(named)('%s binds every figure it names, once, and names every figure it binds', (_id, document) => {
  expect(faultsOfDocument(document)).toEqual([])
})

test.each(named)('%s asks only for metrics, kinds and channels that a ledger declares', (_id, document) => {
  for (const { id, from } of document.figures) {
    const { num, den } = queriesOf(from)
    for (const { metric, where = {} } of [...num, ...den]) {
      const { ledger } = getMetric(catalog, metric)
      for (const [dimension, value] of Object.entries(where)) {
        const column = ledger.columns[dimension as keyof typeof where]
        expect(column, `${id}: ${metric} by ${dimension}`).toBeDefined()
        const { kind, options } = ledger.fields[column!]!
        if (kind === 'choice' && options)
          expect(
            options.map((option) => option.value),
            id,
          ).toContain(value)
      }
    }
  }
})

/** Digits may stand in the numbers of papers and nowhere else: every other figure is counted. */
const withoutPapers = (text: string) =>
  text.replace(/[\p{Script=Han}]+〔\d{4}〕\d+号/gu, '').replace(/\{[a-z0-9-]+\}/g, '')
test.each(named)('nobody typed a figure into %s', (_id, document) => {
  for (const text of textsOf(document))
    expect(withoutPapers(text)).not.toMatch(/\d|[一二三四五六七八九十百千万]+(个|件|处|次|万元|%)/)
})

test('the report of 零陵区 has far more than twenty-five figures and the ten sections of 湖南', () => {
  expect(lingling2022.figures.length).toBeGreaterThanOrEqual(60)
  expect(lingling2022.sections.map(({ heading }) => heading.slice(0, 2))).toEqual([
    '一、',
    '二、',
    '三、',
    '四、',
    '五、',
    '六、',
    '七、',
    '八、',
    '九、',
    '十、',
  ])
})

test('every project a document names is in the demonstration, and every project there is in the document', () => {
  for (const [document, tenant] of [
    [lingling2022, '431102'],
    [duji2024, '340602'],
  ] as const) {
    const codes = document.figures
      .flatMap(({ from }) => queriesOf(from).num)
      .flatMap(({ metric, where }) => (metric === 'payment.amount' && where?.class ? [where.class] : []))
    const projects = demoFigures.find((bureau) => bureau.tenant === tenant)!.projects
    expect(new Set(codes)).toEqual(new Set(projects.map(({ code }) => code)))
  }
})
