import { expect, test } from 'vitest'
import { ledgers } from '../../catalog/index.ts'
import { formulaWords, metricMeant, metricWords, rangeMeant, rangeWords } from './domain.ts'
import { ledgerCatalog } from './index.ts'

// Where a value comes from is kept as keys and read as words.
const catalog = ledgerCatalog(ledgers)
const work = catalog.get('work')!
const say = (field: { options?: readonly { value: string; label: string }[] | undefined }, value: string) =>
  field.options?.find((option) => option.value === value)?.label ?? value

test('a metric is read with the ledger it counts, a range by its fields and their choices', () => {
  expect(metricWords(catalog, 'work.quantity')).toBe('工作记录·工作量')
  expect(metricWords(catalog, 'work.quantitty')).toBe('work.quantitty')
  expect(rangeWords(work, 'class=lamp-repair;channel=daily', say)).toBe('工作种类：路灯维修；工作类别：日常工作')
  expect(rangeWords(undefined, 'class=lamp-repair', say)).toBe('class=lamp-repair')
})

test('a formula is read as labels and signs; a sign inside a label stays', () => {
  expect(formulaWords(catalog, 'payment.amount[class=DJ01]@-1 / fund.initial * 100 - 1', (_, value) => value)).toBe(
    '上年项目支出（项目：DJ01） ÷ 年初预算数 × 100 − 1',
  )
})

test('what people write for a metric and its range is understood when only one is meant', () => {
  expect(['工作记录·工作量', '工作量', 'work.quantity', '没有的'].map((said) => metricMeant(catalog, said))).toEqual([
    'work.quantity',
    'work.quantity',
    'work.quantity',
    undefined,
  ])
  expect(rangeMeant(work, '工作种类：路灯维修；channel=daily')).toBe('class=lamp-repair;channel=daily')
  expect(rangeMeant(work, '颜色：红')).toBeUndefined()
})
