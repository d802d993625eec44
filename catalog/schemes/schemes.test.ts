import { expect, test } from 'vitest'
import { type IndicatorLine, type Scheme, schemeFor, score, type Value } from '../../modules/evaluation/index.ts'
import { demoFigures } from '../../server/demo/figures.ts'
import { anhui2024 } from './anhui-2024.ts'
import { schemes } from './index.ts'
import { nat2020 } from './nat-2020.ts'

const duji = demoFigures.find(({ tenant }) => tenant === '340602')!
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** Every indicator reached as the report says, so that only the money decides. */
function totalOf(scheme: Scheme, code: string, asWritten: boolean): [total: string, grade: string] {
  const project = duji.projects.find((one) => one.code === code)!
  const found = duji.indicators.filter((one) => one.project === code)
  const lines = found.map((one): IndicatorLine => {
    const direction = one.direction === 'execution' && !asWritten ? 'at-most' : one.direction
    return {
      id: one.code,
      level1: one.level1,
      level2: one.level2,
      name: one.name,
      direction,
      ...(one.target === undefined ? {} : { target: String(one.target / 1000) }),
      measure: one.measure ?? '',
      weight: String(one.weight / 1000),
      evidence: one.evidence,
    }
  })
  const paid = sum(project.payments.map(({ amount }) => amount))
  const values = Object.fromEntries(
    found.map((one): [string, Value] => {
      if (one.typed?.tier) return [one.code, { tier: one.typed.tier, points: String(one.typed.points! / 1000) }]
      const actual = one.evidence === 'payment' ? paid / 1_000_000 : (one.typed?.value ?? one.target!) / 1000
      return [one.code, { actual: String(actual) }]
    }),
  )
  const result = score(scheme, lines, values, { initial: project.initial!.amount, full: project.initial!.amount, paid })
  expect(result.faults).toEqual([])
  return [result.total, result.grade]
}

test('the scores 杜集区 published for 2024 are computed again to the cent', () => {
  const published = ['93.14', '92.42', '100.00', '90.00', '99.43', '100.00', '100.00']
  expect(duji.projects.map(({ code }) => totalOf(anhui2024, code, true)[0])).toEqual(published)
})

test('by the national rule alone the rate counts once and the same projects have 96.57, 96.21, 95.00 and 99.43', () => {
  const totals = ['DJ01', 'DJ02', 'DJ04', 'DJ05'].map((code) => totalOf(nat2020, code, false))
  expect(totals.map(([total]) => total)).toEqual(['96.57', '96.21', '95.00', '99.43'])
})

test('by the national bands each of them is 优, even with exactly ninety', () => {
  expect(new Set(duji.projects.map(({ code }) => totalOf(anhui2024, code, true)[1]))).toEqual(new Set(['优']))
})

test('every scheme shares out a hundred points, covers every total with a grade, and names its paper', () => {
  for (const scheme of schemes) {
    expect(scheme.execution + sum(Object.values(scheme.levels)), scheme.id).toBe(100)
    expect(Math.min(...scheme.bands.map(({ from }) => from)), scheme.id).toBe(0)
    expect(scheme.source.document, scheme.id).not.toBe('')
    expect(scheme.source.note, scheme.id).not.toBe('')
  }
  expect(schemeFor(schemes, '340602', 2024)).toBe(anhui2024)
  expect(schemeFor(schemes, '431102', 2022)).toBe(nat2020)
})
