import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Direction,
  executionPoints,
  faultsOf,
  gradeOf,
  type IndicatorLine,
  type Money,
  proposedFor,
  quantityPoints,
  type Scheme,
  schemeFor,
  type Value,
} from './domain.ts'
import { score } from './scoring.ts'

/** The shape of the national scheme; the catalog has the real one. */
const scheme: Scheme = {
  id: 'test',
  version: '1',
  title: '试行办法',
  issuer: '财政局',
  appliesTo: { region: '', from: 2020 },
  source: { document: '试行办法', certainty: 'general', note: '' },
  execution: 10,
  levels: { output: 50, benefit: 30, satisfaction: 10 },
  reverseRule: 'linear',
  moneySpent: 'rate',
  unmet: 'proportion',
  overAchieved: 1.2,
  tiers: {
    met: { label: '达成年度指标', from: 0.8, to: 1 },
    partly: { label: '部分达成年度指标并具有一定效果', from: 0.6, to: 0.8 },
    unmet: { label: '未达成年度指标且效果较差', from: 0, to: 0.6 },
  },
  bands: [
    { label: '优', from: 90 },
    { label: '良', from: 80 },
    { label: '中', from: 60 },
    { label: '差', from: 0 },
  ],
}
const line = (more: Partial<IndicatorLine> = {}): IndicatorLine => ({
  id: 'lamps',
  level1: 'output',
  level2: 'number',
  name: '维修路灯',
  direction: 'at-least',
  target: '540',
  measure: '盏',
  weight: '90',
  evidence: 'ledger',
  ...more,
})
const allSpent: Money = { initial: 100, full: 100, paid: 100 }
const points = (direction: Direction, target: number, actual: number, rule: 'linear' | 'ratio' = 'linear') =>
  quantityPoints(
    direction,
    new Decimal(10),
    new Decimal(actual),
    { target: new Decimal(target) },
    { reverseRule: rule },
  ).toFixed(2)
const scoreOf = (one: IndicatorLine, value: Value | undefined) =>
  score(scheme, { lines: [one], values: value ? { [one.id]: value } : {}, money: allSpent }).lines[0]!

test('a budget executed to 65.66 % earns 6.57 of ten, one executed above 100 % earns ten', () => {
  const earned = (full: number, paid: number) =>
    executionPoints(new Decimal(10), { initial: full, full, paid }).toFixed(2)
  expect(earned(170_35, 111_85)).toBe('6.57')
  expect(earned(20_00, 12_41)).toBe('6.21')
  expect(earned(100, 130)).toBe('10.00')
  expect(earned(0, 130)).toBe('0.00')
})

test('a target that is met earns all, one that is missed its proportion', () => {
  expect(points('at-least', 540, 540)).toBe('10.00')
  expect(points('at-least', 540, 270)).toBe('5.00')
  expect(points('equal', 100, 98)).toBe('9.80')
  expect(points('at-most', 20, 18)).toBe('10.00')
  expect(points('at-most', 20, 25)).toBe('7.50')
  expect(points('at-most', 20, 40)).toBe('0.00')
  expect(points('at-most', 20, 60)).toBe('0.00')
})

test('where the finance bureau divides target by actual, 25 against 20 earns eight of ten', () => {
  expect(points('at-most', 20, 25, 'ratio')).toBe('8.00')
  expect(points('at-most', 20, 60, 'ratio')).toBe('3.33')
})

test('a part that has no last digit and comes to half a hundredth is rounded up all the same', () => {
  const seventh = quantityPoints('at-least', new Decimal(3.5), new Decimal(0.01), { target: new Decimal(7) }, scheme)
  expect(seventh.toFixed(2)).toBe('0.01')
})

test('a strict target is missed above and below, and an exact equality is asked about', () => {
  expect(points('more', 10, 11)).toBe('10.00')
  expect(points('more', 10, 9)).toBe('9.00')
  expect(points('less', 10, 12)).toBe('8.00')
  expect(scoreOf(line({ direction: 'more', target: '10' }), { actual: '10' }).question).toContain('恰好等于')
})

test('a target of zero is kept by zero and by nothing above it', () => {
  expect(points('equal', 0, 0)).toBe('10.00')
  expect(points('equal', 0, 1)).toBe('0.00')
  expect(points('at-most', 0, 0)).toBe('10.00')
  expect(points('at-most', 0, 1)).toBe('0.00')
  expect(points('at-least', 0, 0)).toBe('10.00')
})

test('nobody has given a value: nothing is earned, and the line says so', () => {
  expect(scoreOf(line(), undefined)).toMatchObject({
    points: '0.00',
    lost: '90.00',
    missing: true,
    because: '没有“维修路灯”的完成值，得0分。',
  })
})

test('a qualitative indicator earns what a person gave within its tier, and nothing outside it', () => {
  const words = line({ direction: 'qualitative', target: undefined, targetText: '平台投入使用', weight: '20' })
  expect(scoreOf(words, { tier: 'met', points: '16' }).points).toBe('16.00')
  expect(scoreOf(words, { tier: 'partly', points: '15.99' }).points).toBe('15.99')
  expect(scoreOf(words, { tier: 'partly', points: '16' })).toMatchObject({
    points: '0.00',
    question: expect.stringContaining('档次'),
  })
  expect(scoreOf(words, { tier: 'unmet', points: '12' }).points).toBe('0.00')
})

test('twice the target asks for the reason; a target that was too low is cut only when somebody says so', () => {
  const twice = { actual: '1080' }
  expect(scoreOf(line(), twice)).toMatchObject({ points: '90.00', question: expect.stringContaining('2.00倍') })
  expect(scoreOf(line(), { ...twice, overCause: 'effort' }).question).toBeUndefined()
  expect(scoreOf(line(), { ...twice, overCause: 'target-low' }).question).toContain('18.00分')
  expect(scoreOf(line(), { ...twice, overCause: 'target-low', points: '18' }).points).toBe('18.00')
  expect(proposedFor(new Decimal(10), new Decimal('1.5'), 1.2).toFixed(2)).toBe('7.00')
})

test('an amount scored at the execution rate loses what the budget row loses, once more', () => {
  const money = { initial: 20_00, full: 20_00, paid: 10_00 }
  const putIn = line({ id: 'put-in', direction: 'execution', target: '60', measure: '万元', weight: '10' })
  const rest = line({ id: 'rest', weight: '80' })
  const given = score(scheme, { lines: [putIn, rest], values: { rest: { actual: '540' } }, money })
  expect([given.execution.points, given.lines[0]!.points, given.total]).toEqual(['5.00', '5.00', '90.00'])
})

test('exactly ninety is 优, and a hair below is 良', () => {
  expect(gradeOf(scheme.bands, new Decimal(90))).toBe('优')
  expect(gradeOf(scheme.bands, new Decimal('89.99'))).toBe('良')
  expect(gradeOf(scheme.bands, new Decimal(60))).toBe('中')
  expect(gradeOf(scheme.bands, new Decimal(0))).toBe('差')
})

test('weights that do not add to a hundred are told, and so is an indicator without a target', () => {
  expect(faultsOf(scheme, [line()])).toEqual([])
  expect(faultsOf(scheme, [line({ weight: '80' })])[0]).toContain('合计90分')
  expect(faultsOf(scheme, [line({ target: undefined })])[0]).toContain('没有目标值')
})

test('a bureau is scored by the paper of its province from the year it holds, before that by the national one', () => {
  const local = { ...scheme, id: 'local', appliesTo: { region: '34', from: 2024 } }
  const of = (tenant: string, year: number) => schemeFor([scheme, local], tenant, year, 'project')?.id
  expect([of('340602', 2024), of('340602', 2023), of('431102', 2024), of('431102', 2019)]).toEqual([
    'local',
    'test',
    'test',
    undefined,
  ])
})

const weight = fc.integer({ min: 1, max: 5000 }).map((n) => new Decimal(n).div(100))
const figure = fc.integer({ min: 0, max: 1_000_000 }).map((n) => new Decimal(n).div(100))
const target = fc.integer({ min: 1, max: 1_000_000 }).map((n) => new Decimal(n).div(100))
const direction = fc.constantFrom<Direction>('at-least', 'equal', 'at-most', 'more', 'less')
const rule = fc.constantFrom<'linear' | 'ratio'>('linear', 'ratio')

test('whatever was reached, an indicator earns no less than nothing and no more than its weight', () => {
  fc.assert(
    fc.property(direction, weight, figure, target, rule, (way, most, actual, goal, reverse) => {
      const earned = quantityPoints(way, most, actual, { target: goal }, { reverseRule: reverse })
      expect(earned.gte(0) && earned.lte(most)).toBe(true)
      expect(earned.decimalPlaces()).toBeLessThanOrEqual(2)
    }),
  )
})

test('a larger shortfall never earns more than a smaller one', () => {
  fc.assert(
    fc.property(direction, weight, figure, figure, target, rule, (way, most, one, other, goal, reverse) => {
      const [less, more] = one.lt(other) ? [one, other] : [other, one]
      const [better, worse] = way === 'at-most' || way === 'less' ? [less, more] : [more, less]
      const earned = (actual: Decimal) => quantityPoints(way, most, actual, { target: goal }, { reverseRule: reverse })
      expect(earned(worse).lte(earned(better))).toBe(true)
    }),
  )
})

test('the total is the sum of the printed points, to the cent', () => {
  const lines = fc.array(fc.tuple(direction, weight, figure, target), { maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.nat(10_000), (given, paid) => {
      const tree = given.map(([way, most, , goal], i) =>
        line({ id: String(i), direction: way, weight: most.toString(), target: goal.toString() }),
      )
      const values = Object.fromEntries(given.map(([, , actual], i) => [String(i), { actual: actual.toString() }]))
      const result = score(scheme, { lines: tree, values, money: { initial: 5000, full: 5000, paid } })
      const sum = result.lines.reduce((all, one) => all.plus(one.points), new Decimal(result.execution.points))
      expect(result.total).toBe(sum.toFixed(2))
    }),
  )
})

test('where a person deducts, the points given stand below the target, and never above the proportion', () => {
  const judged: Scheme = { ...scheme, unmet: 'judged' }
  const pointsOf = (of: Scheme, given: string) =>
    score(of, {
      lines: [line({ target: '100', weight: '5' })],
      values: { lamps: { actual: '98', points: given, said: '人手不足' } },
      money: allSpent,
    }).lines[0]!.points
  expect([pointsOf(judged, '4'), pointsOf(judged, '5'), pointsOf(scheme, '4')]).toEqual(['4.00', '4.90', '4.90'])
})

test('less missing that cost more is asked about, by the name of the other', () => {
  const lines = [
    line({ id: 'order', name: '占道经营率', target: '100', weight: '5' }),
    line({ id: 'signs', name: '破损广告牌率', target: '100', weight: '5' }),
  ]
  const values = {
    order: { actual: '98', points: '4', said: '反复' },
    signs: { actual: '99', points: '3', said: '反复' },
  }
  const questions = (of: Scheme) => score(of, { lines, values, money: allSpent }).lines.map(({ question }) => question)
  expect(questions({ ...scheme, unmet: 'judged' })).toEqual([
    undefined,
    '差得比“占道经营率”少，扣得却更多；请核对扣分。',
  ])
  expect(questions(scheme)).toEqual([undefined, undefined])
})

test('the same missing that cost more is asked about as well: equal shortfalls lose equally', () => {
  const lines = [
    line({ id: 'a', name: '着装率', target: '100', weight: '5' }),
    line({ id: 'b', target: '100', weight: '5' }),
  ]
  const values = { a: { actual: '98', points: '4', said: '略' }, b: { actual: '98', points: '3', said: '略' } }
  const asked = score({ ...scheme, unmet: 'judged' }, { lines, values, money: allSpent }).lines.map(
    (one) => one.question,
  )
  expect(asked).toEqual([undefined, '与“着装率”差得一样多，扣得却更多；请核对扣分。'])
})

test('区间：between its bounds an interval is kept; below it earns its proportion, above it falls as ≤ does', () => {
  const interval = line({ direction: 'within', target: '20', upTo: '40', measure: '万元', weight: '10' })
  const earned = (actual: string) => scoreOf(interval, { actual, said: '略' }).points
  expect(['20', '30', '40', '10', '50', '80'].map(earned)).toEqual(['10.00', '10.00', '10.00', '5.00', '7.50', '0.00'])
  expect(scoreOf(interval, { actual: '10', said: '略' }).because).toContain('目标20–40万元，完成10万元')
  expect(faultsOf(scheme, [line({ direction: 'within' })])[0]).toContain('没有上限')
})

test('得分系数×权重：the coefficient is rounded before it is multiplied', () => {
  const one = (more: Partial<Scheme>) =>
    score(
      { ...scheme, ...more },
      { lines: [line()], values: { lamps: { actual: '400', said: '略' } }, money: allSpent },
    ).lines[0]!
  expect([one({}).points, one({ coefficient: 2 }).points]).toEqual(['66.67', '66.60'])
  expect(one({ coefficient: 2 }).because).toContain('按得分系数')
})

test('金额按执行率计分的指标：a scheme that scores it against its target lets it be reached', () => {
  const putIn = line({ direction: 'execution', target: '60', measure: '万元', weight: '10' })
  const given = { lines: [putIn], values: {}, money: { initial: 20_000_000, full: 20_000_000, paid: 10_000_000 } }
  expect(score(scheme, given).lines[0]!.points).toBe('5.00')
  expect(score({ ...scheme, moneySpent: 'target' }, given).lines[0]).toMatchObject({
    points: '10.00',
    because: '目标≤60万元，完成10万元，达到目标，得满分10.00分。本办法按目标值计分，执行率只计一次。',
  })
})

test('a low rate caps the total where the scheme says so, and what is deducted is named', () => {
  const capped: Scheme = {
    ...scheme,
    caps: [
      { rateBelow: 60, most: 80 },
      { rateBelow: 30, most: 60 },
    ],
  }
  const of = (paid: number, deductions: { label: string; points: string }[] = []) =>
    score(capped, {
      lines: [line()],
      values: { lamps: { actual: '540' } },
      money: { initial: 100, full: 100, paid },
      deductions,
    })
  expect([of(60).total, of(59).total, of(29).total]).toEqual(['96.00', '80.00', '60.00'])
  expect(of(59).capped).toBe('执行率59.00%，按评分办法总分不超过80分，由95.90分减为80.00分。')
  const late = [{ label: '自评报送逾期', points: '2' }]
  expect([of(100, late).total, of(100, late).capped, of(100, late).deductions]).toEqual(['98.00', undefined, late])
})

test('executed below what the scheme lets pass, the project has to say why', () => {
  const asked = (paid: number) =>
    score({ ...scheme, explainBelow: 90 }, { lines: [], values: {}, money: { initial: 100, full: 100, paid } })
      .execution.question
  expect([asked(90), asked(89)]).toEqual([undefined, '执行率低于90%，按评分办法应说明原因。'])
})

test('满意度 that nobody was asked about is missing, whatever was typed; asked of people it counts', () => {
  const satisfied = line({
    level1: 'satisfaction',
    level2: 'satisfaction',
    name: '居民满意度',
    target: '90',
    measure: '%',
    weight: '10',
  })
  expect(scoreOf({ ...satisfied, evidence: 'typed' }, { actual: '100' })).toMatchObject({
    points: '0.00',
    missing: true,
    because: '“居民满意度”没有满意度调查，不能评分，记为缺失，得0分。',
  })
  const asked = { ...satisfied, evidence: 'survey' } as const
  expect(scoreOf(asked, { actual: '100' }).points).toBe('10.00')
  const judged = { ...asked, direction: 'qualitative' } as const
  expect(scoreOf(judged, { tier: 'met', points: '10' })).toMatchObject({ points: '0.00', missing: true })
  expect(scoreOf({ ...asked, direction: 'execution' }, undefined)).toMatchObject({ points: '0.00', missing: true })
})

test('the grade is that of the printed total, also where what is deducted has a third decimal', () => {
  const { total, grade } = score(scheme, {
    lines: [line()],
    values: { lamps: { actual: '540' } },
    money: allSpent,
    deductions: [{ label: '自评报送逾期', points: '10.005' }],
  })
  expect([total, grade]).toEqual(['90.00', '优'])
})

test('a weight with a third decimal is told: rounded one by one, such points may come to more than a hundred', () => {
  const lines = ['33.335', '33.335', '23.33'].map((weight, i) => line({ id: String(i), weight }))
  expect(faultsOf(scheme, lines)).toEqual(['分值最多两位小数；请调整，否则各项四舍五入后合计可能不是100分。'])
})

test('how much of the score rests on entries, how much was typed, and how much has no value adds to a hundred', () => {
  const lines = [
    line({ id: 'a', weight: '50' }),
    line({ id: 'b', weight: '30', evidence: 'typed' }),
    line({ id: 'c', weight: '10', evidence: 'typed' }),
  ]
  const values = { a: { actual: '540' }, b: { actual: '540' } }
  expect(score(scheme, { lines, values, money: allSpent }).coverage).toEqual({
    entries: '60.00',
    judged: '0.00',
    typed: '30.00',
    missing: '10.00',
  })
})

test('what a person judged in words rests on no entries, also where a ledger is named beside it', () => {
  const words = { direction: 'qualitative', target: undefined, targetText: '制度健全' } as const
  const lines = [
    line({ id: 'a', weight: '50' }),
    line({ id: 'b', weight: '20', evidence: 'ledger', ...words }),
    line({ id: 'c', weight: '15', evidence: 'typed', ...words }),
    line({ id: 'd', weight: '5', evidence: 'ledger', ...words }),
  ]
  const met = { tier: 'met', points: '15' } as const
  const values = { a: { actual: '540' }, b: met, c: met }
  expect(score(scheme, { lines, values, money: allSpent }).coverage).toEqual({
    entries: '60.00',
    judged: '35.00',
    typed: '0.00',
    missing: '5.00',
  })
})
