import { expect, test } from 'vitest'
import { type IndicatorLine, type Scheme, schemeFor, score, type Value } from '../../modules/evaluation/index.ts'
import { type DemoIndicator, demoFigures } from '../../server/demo/figures.ts'
import { ah002 } from './ah-002.ts'
import { hb2080 } from './hb-20-80.ts'
import { schemes } from './index.ts'
import { nat2020 } from './nat-2020.ts'

const duji = demoFigures.find(({ tenant }) => tenant === '340602')!
const suizhou = demoFigures.find(({ tenant }) => tenant === '421300')!
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const paidIn = (list: readonly { payments: readonly { amount: number }[] }[]) =>
  sum(list.flatMap(({ payments }) => payments.map(({ amount }) => amount)))

const linesOf = (found: readonly DemoIndicator[]): IndicatorLine[] =>
  found.map((one) => ({
    id: one.code,
    level1: one.level1,
    level2: one.level2,
    name: one.name,
    direction: one.direction,
    ...(one.target === undefined ? {} : { target: String(one.target / 1000) }),
    measure: one.measure ?? '',
    weight: String(one.weight / 1000),
    evidence: one.evidence,
  }))

/** Every indicator reached as the report says. */
const valuesOf = (found: readonly DemoIndicator[], paid: number): Record<string, Value> =>
  Object.fromEntries(
    found.map(({ code, evidence, typed, target, surveyed }): [string, Value] => {
      const points = typed?.points === undefined ? {} : { points: String(typed.points / 1000) }
      if (typed?.tier) return [code, { tier: typed.tier, ...points }]
      const reached = surveyed?.value ?? (typed?.value ?? target!) / 1000
      const actual = evidence === 'payment' ? paid / 1_000_000 : reached
      return [code, { actual: String(actual), ...points }]
    }),
  )

function totalOf(scheme: Scheme, code: string): [total: string, grade: string] {
  const project = duji.projects.find((one) => one.code === code)!
  const found = duji.indicators.filter((one) => one.project === code)
  const paid = paidIn([project])
  const full = project.initial!.amount
  const result = score(scheme, {
    lines: linesOf(found),
    values: valuesOf(found, paid),
    money: { initial: full, full, paid },
  })
  expect(result.faults).toEqual([])
  return [result.total, result.grade]
}

test('the scores 杜集区 published for 2024 are computed again to the cent', () => {
  const published = ['93.14', '92.42', '100.00', '90.00', '99.43', '100.00', '100.00']
  expect(duji.projects.map(({ code }) => totalOf(ah002, code)[0])).toEqual(published)
})

test('by the national rule alone the rate counts once and the same projects have 96.57, 96.21, 95.00 and 99.43', () => {
  const totals = ['DJ01', 'DJ02', 'DJ04', 'DJ05'].map((code) => totalOf(nat2020, code))
  expect(totals.map(([total]) => total)).toEqual(['96.57', '96.21', '95.00', '99.43'])
})

test('by the national bands each of them is 优, even with exactly ninety', () => {
  expect(new Set(duji.projects.map(({ code }) => totalOf(ah002, code)[1]))).toEqual(new Set(['优']))
})

test('the goals of the brigade earn 26, 28 and 18 as it published, and with the execution 91.87, not 93', () => {
  const { indicators, basic } = suizhou
  const full = sum(basic.map(({ initial }) => initial!.amount))
  const paid = paidIn(basic)
  const result = score(hb2080, {
    lines: linesOf(indicators),
    values: valuesOf(indicators, paid),
    money: { initial: full, full, paid },
  })
  const goal = (code: string) =>
    sum(result.lines.filter(({ id }) => id.startsWith(code)).map(({ points }) => Number(points)))
  expect([full, paid, result.execution.rate]).toEqual([440_0000_00, 437_2100_00, '99.37'])
  expect(['1-1', '1-2', '2-1', '2-2', '3-1', '3-2'].map(goal)).toEqual([21, 5, 23, 5, 13, 5])
  expect([result.execution.points, result.total, result.grade, result.faults]).toEqual(['19.87', '91.87', '优', []])
})

test('every scheme shares out a hundred points, covers every total with a grade, and names its paper', () => {
  for (const scheme of schemes) {
    expect(scheme.execution + sum(Object.values(scheme.levels)), scheme.id).toBe(100)
    expect(Math.min(...scheme.bands.map(({ from }) => from)), scheme.id).toBe(0)
    expect(scheme.source.document, scheme.id).not.toBe('')
    expect(scheme.source.note, scheme.id).not.toBe('')
  }
  expect(schemeFor(schemes, '340602', 2024, 'project')).toBe(ah002)
  expect(schemeFor(schemes, '431102', 2022, 'project')).toBe(nat2020)
  expect(schemeFor(schemes, '421300', 2022, 'whole')).toBe(hb2080)
})

test('a paper on the whole does not score projects, nor one on projects the whole: for the other the national one holds', () => {
  const both = (tenant: string, year: number) =>
    (['project', 'whole'] as const).map((subject) => schemeFor(schemes, tenant, year, subject)?.id)
  expect(both('421300', 2022)).toEqual(['NAT-2020', 'HB-20/80'])
  expect(both('340602', 2024)).toEqual(['AH-002', 'NAT-2020'])
  expect(both('431102', 2022)).toEqual(['NAT-2020', 'NAT-2020'])
  expect(both('110105', 2018)).toEqual(['BJ-2016', undefined])
})

test('北京 is scored by its forms of 2016 to 2019 in those years only, and by the national paper from 2020 on', () => {
  const ids = [2015, 2016, 2019, 2020, 2024].map((year) => schemeFor(schemes, '110105', year, 'project')?.id)
  expect(ids).toEqual([undefined, 'BJ-2016', 'BJ-2016', 'NAT-2020', 'NAT-2020'])
})
