import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWorkKind, quantityFault } from '../../catalog/ledgers/work-kinds.ts'
import { demoFigures } from './figures.ts'
import { crewDays, split } from './spread.ts'

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const [lingling, duji, suizhou] = demoFigures
const paidOf = (codes?: readonly string[]) =>
  sum(lingling!.projects.filter((p) => codes?.includes(p.code) ?? true).flatMap((p) => p.payments.map((x) => x.amount)))

test('the payments of 零陵区 2022 add up to the sums of its report, to the fen', () => {
  const general = lingling!.projects.filter((p) => p.budgetType === 'general').map((p) => p.code)
  expect(paidOf(general)).toBe(1308_8200_00)
  expect(paidOf(['LL01', 'LL02', 'LL03', 'LL04', 'LL05', 'LL06', 'LL07', 'LL08'])).toBe(761_4400_00)
  expect(paidOf(['LL11', 'LL12'])).toBe(967_0800_00)
  const basic = (kind: string) =>
    sum(lingling!.basic.filter((b) => b.kind === kind).flatMap((b) => b.payments.map((x) => x.amount)))
  expect([basic('people'), basic('public')]).toEqual([2691_6700_00, 218_1200_00])
})

test('the seven projects of 杜集区 2024 have 302.19 万元 and spent 224.05 万元', () => {
  expect(duji!.projects).toHaveLength(7)
  expect(sum(duji!.projects.map((p) => p.initial!.amount))).toBe(302_1900_00)
  expect(sum(duji!.projects.flatMap((p) => p.payments.map((x) => x.amount)))).toBe(224_0500_00)
})

test('every payment lies in the bureau’s year and on no weekend', () => {
  for (const { year, projects, basic } of demoFigures)
    for (const { on } of [...projects, ...basic].flatMap((x) => x.payments)) {
      expect(on.slice(0, 4)).toBe(String(year))
      expect([0, 6]).not.toContain(new Date(`${on}T00:00:00Z`).getUTCDay())
    }
})

test('every work is of a declared kind, and its total is a quantity that kind may have', () => {
  for (const work of demoFigures.flatMap((bureau) => bureau.works)) {
    expect(findWorkKind(work.kind), work.kind).toBeDefined()
    expect(quantityFault(work.kind, work.total), work.kind).toBeUndefined()
  }
})

test('the indicators of a project weigh ninety, ten being left for the execution of its budget', () => {
  for (const { code } of duji!.projects)
    expect(sum(duji!.indicators.filter((i) => i.project === code).map((i) => i.weight)), code).toBe(90_000)
})

test('the brigade has 440 万元 and spent 437.21, all of it basic', () => {
  expect(sum(suizhou!.basic.map(({ initial }) => initial!.amount))).toBe(440_0000_00)
  expect(sum(suizhou!.basic.flatMap(({ payments }) => payments.map(({ amount }) => amount)))).toBe(437_2100_00)
  expect(sum(suizhou!.indicators.map(({ weight }) => weight))).toBe(80_000)
})

test('a split total adds up again and gives nobody nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 400 }), (total, parts) => {
      const shares = split(total, parts)
      expect(sum(shares)).toBe(total)
      expect(Math.min(...shares)).toBeGreaterThan(0)
      expect(shares).toHaveLength(Math.min(parts, total))
    }),
  )
})

test('a year of work falls on working days within its time and adds up to the reported total', () => {
  const days = ['2022-09-30', '2022-10-08', '2022-10-09', '2022-10-10']
  const rows = crewDays({ total: 8_337_395, records: 6, from: '2022-10-01', to: '2022-10-09' }, days)
  expect(sum(rows.map((row) => row.quantity))).toBe(8_337_395)
  expect(new Set(rows.map((row) => row.on))).toEqual(new Set(['2022-10-08', '2022-10-09']))
})
