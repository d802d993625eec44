import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { computed, figuresIn, inWords, readFormula } from './formula.ts'

const values: Record<string, number> = { 'personnel.staff': 143, 'personnel.posts': 150, 'fund.initial@-1': 80 }
const value = (text: string) =>
  computed(readFormula(text), ({ metric, year }) => {
    const found = values[year ? `${metric}@${year}` : metric]
    return found === undefined ? undefined : new Decimal(found)
  })?.toFixed(2)

test('在职人员控制率 is staff over posts, in percent', () => {
  expect(value('personnel.staff / personnel.posts * 100')).toBe('95.33')
  expect(value('personnel.staff ÷ personnel.posts × 100')).toBe('95.33')
})

test('signs bind as at school, brackets first, and a figure of the year before is named with @-1', () => {
  expect(value('2 + 3 * 4 - 6 / 2')).toBe('11.00')
  expect(value('（2 + 3） * -4')).toBe('-20.00')
  expect(value('(100 - fund.initial@-1) / fund.initial@-1 * 100')).toBe('25.00')
})

test('what is divided by nothing, or asks for a figure nobody has, has no value', () => {
  expect(value('1 / (2 - 2)')).toBeUndefined()
  expect(value('asset.used / personnel.posts')).toBeUndefined()
})

test('a figure may be narrowed, and names with hyphens are one word', () => {
  expect(figuresIn(readFormula('basic-spending.amount[class=public;channel=reception] - 1'))).toEqual([
    { metric: 'basic-spending.amount', where: 'class=public;channel=reception', year: 0 },
  ])
})

test('what cannot be read is refused in a sentence with an example', () => {
  const said = {
    '人数 / 编制': '在“人数 / 编制”处看不懂',
    '1 +': '不完整',
    '(1 + 2': '少了右括号',
    '1 2': '多出了内容',
  }
  for (const [text, why] of Object.entries(said)) expect(() => readFormula(text)).toThrow(why)
})

test('a formula is told in words, with brackets only where they are needed', () => {
  const told = (text: string) =>
    inWords(
      readFormula(text),
      ({ metric, year }) => `${year ? '上年' : ''}${metric === 'personnel.staff' ? '在职' : '编制'}`,
    )
  expect(told('personnel.staff / personnel.posts * 100')).toBe('在职 ÷ 编制 × 100')
  expect(told('(personnel.staff - personnel.staff@-1) / personnel.staff@-1 * 100')).toBe(
    '（在职 − 上年在职） ÷ 上年在职 × 100',
  )
  expect(told('100 - (personnel.staff + 1)')).toBe('100 − （在职 + 1）')
})
