import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BudgetLine, executionTable, inWan, rateOf } from './domain.ts'
import { identities, rateIdentity, type Spending, sumIdentity } from './identities.ts'

const wan = (amount: number) => Math.round(amount * 1_000_000)
const line = (name: string, initial: number, paid: number, adjusted = 0): BudgetLine => ({
  code: name,
  name,
  budgetType: 'general',
  initial: wan(initial),
  adjusted: wan(adjusted),
  paid: wan(paid),
})

const duji = [
  line('智慧城管', 170.35, 111.85),
  line('文明创建', 20, 12.41),
  line('执法人员培训', 5, 5),
  line('垃圾分类', 20, 10),
  line('城管进社区', 35.84, 33.79),
  line('执法车辆维护', 46, 46),
  line('农村环境卫生', 5, 5),
]

test('the seven projects of 杜集区 had 302.19 万元, spent 224.05 and executed 74.14 %', () => {
  const { lines, totals } = executionTable(duji)
  expect([inWan(totals.initial), inWan(totals.full), inWan(totals.paid), totals.rate]).toEqual([
    '302.19',
    '302.19',
    '224.05',
    '74.14',
  ])
  expect(lines.map(({ rate }) => rate)).toEqual(['65.66', '62.05', '100.00', '50.00', '94.28', '100.00', '100.00'])
})

test('a rate printed as 75.5 % is caught against its own numbers', () => {
  const { totals } = executionTable(duji)
  const checked = rateIdentity('部门预算', '75.50', totals.paid, totals.full)
  expect(checked).toMatchObject({ holds: false, left: '75.50', right: '74.14' })
  expect(rateIdentity('部门预算', '74.14', totals.paid, totals.full).holds).toBe(true)
})

test('no budget at the start of the year and none added means no rate, not zero', () => {
  const { lines, totals } = executionTable([line('应急抢修', 0, 12)])
  expect(lines[0]).toMatchObject({ rate: null, question: expect.stringContaining('无法计算执行率') })
  expect(totals.rate).toBeNull()
  expect(executionTable([line('未启动', 0, 0)]).lines[0]!.question).toBeUndefined()
})

test('money added during the year is part of the denominator', () => {
  expect(executionTable([line('春节工程', 0, 50, 100)]).lines[0]).toMatchObject({ full: wan(100), rate: '50.00' })
})

test('a rate above 100 % is asked about, and so are a large change and a low rate', () => {
  const asked = (one: BudgetLine) => executionTable([one]).lines[0]!.question
  expect(asked(line('污水治理', 100, 102.2))).toContain('102.20%')
  expect(asked(line('污水治理', 100, 180, 100))).toContain('100.00%')
  expect(asked(line('垃圾分类', 20, 10))).toContain('低于70%')
  expect(asked(line('垃圾分类', 20, 14))).toBeUndefined()
})

test('rates are rounded half up: 66.665 % is printed 66.67', () => {
  expect(rateOf(66_665, 100_000)).toBe('66.67')
  expect(rateOf(1, 3)).toBe('33.33')
})

test('the rate of the totals never lies outside the rates of the lines', () => {
  const lines = fc.array(
    fc.record({ initial: fc.integer({ min: 1, max: 1e10 }), paid: fc.integer({ min: 0, max: 1e10 }) }),
    { minLength: 1, maxLength: 9 },
  )
  fc.assert(
    fc.property(lines, (given) => {
      const table = executionTable(given.map((one) => ({ ...line('项目', 0, 0), ...one })))
      const rates = table.lines.map(({ rate }) => Number(rate))
      expect(Number(table.totals.rate)).toBeGreaterThanOrEqual(Math.min(...rates))
      expect(Number(table.totals.rate)).toBeLessThanOrEqual(Math.max(...rates))
    }),
  )
})

const lingling: Spending = {
  general: wan(4218.61),
  basic: wan(2909.79),
  people: wan(2691.67),
  public: wan(218.12),
  projects: wan(1308.82),
  listed: [25.7, 16.3, 38.23, 158.79, 7.09, 68.4, 45.01, 401.92, 418.02, 129.36].map((amount, i) => ({
    label: `项目${i + 1}`,
    fen: wan(amount),
  })),
  threePublic: [
    { label: '公务接待费', fen: wan(3.7) },
    { label: '公务用车运行维护费', fen: wan(2.86) },
  ],
  threePublicTotal: wan(6.56),
}

test('what 零陵区 spent in 2022 adds up in every way it can be counted', () => {
  const found = identities(lingling, executionTable(duji))
  expect(found.filter(({ holds }) => !holds)).toEqual([])
  expect(found.find(({ id }) => id === 'B-03')!.sentence).toBe(
    '基本支出2909.79万元 = 人员经费2691.67 + 公用经费218.12，相符。',
  )
})

test('one project left out of a closed list is found, with the amount that is missing', () => {
  const found = identities({ ...lingling, listed: lingling.listed.slice(1) }, executionTable(duji))
  expect(found.filter(({ holds }) => !holds).map(({ id, sentence }) => [id, sentence])).toEqual([
    ['B-04', expect.stringContaining('相差25.70万元')],
  ])
})

test('a line paid without any budget is not passed over in silence', () => {
  const found = identities(lingling, executionTable([line('应急抢修', 0, 12), line('污水治理', 100, 80)]))
  expect(found.find(({ id }) => id === 'B-09')).toMatchObject({
    holds: false,
    sentence: '1行有支出而没有登记预算数（应急抢修），无法计算执行率；请补登。',
  })
})

test('a difference of one 分 is a difference', () => {
  const whole = { label: '基本支出', fen: 100 }
  expect(sumIdentity('B-03', '', whole, [{ label: '人员', fen: 99 }]).holds).toBe(false)
  expect(sumIdentity('B-03', '', whole, [{ label: '人员', fen: 100 }]).holds).toBe(true)
})

test('三公经费 above the running costs or above its budget is asked about', () => {
  const over = identities({ ...lingling, threePublicTotal: wan(300), threePublicBudget: wan(5) }, executionTable(duji))
  expect(over.filter(({ holds }) => !holds).map(({ label }) => label)).toEqual([
    '三公经费 = 各项之和',
    '三公经费不超过公用经费',
    '三公经费不超过预算',
  ])
})
