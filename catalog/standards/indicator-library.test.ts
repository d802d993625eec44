import { expect, test } from 'vitest'
import { figuresIn, readFormula } from '../../modules/evaluation/index.ts'
import { ledgerCatalog } from '../../modules/ledger/index.ts'
import { getMetric } from '../../modules/metrics/index.ts'
import { ledgers } from '../index.ts'
import { indicatorLibrary } from './indicator-library.ts'

const catalog = ledgerCatalog(ledgers)

test('every indicator of the library takes its value from metrics that a ledger declares, none of them of fines', () => {
  for (const { name, metric, formula } of indicatorLibrary) {
    const asked = metric ? [metric] : figuresIn(readFormula(formula!)).map((one) => one.metric)
    expect(asked.length, name).toBeGreaterThan(0)
    for (const id of asked) expect(getMetric(catalog, id).metric.notScored, name).toBeUndefined()
  }
})

test('each names its paper and stands once', () => {
  const names = indicatorLibrary.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { source, name } of indicatorLibrary) expect(source, name).not.toBe('')
})
