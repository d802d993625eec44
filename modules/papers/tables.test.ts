import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFigures, sharesOf } from './domain.ts'

const rowsOf = (...rows: string[][]) => rows.map((row) => row.map((text) => ({ text })))

test('a column takes of a table what its longest text asks for, and figures stand in the middle', () => {
  const rows = rowsOf(['项目', '得分', '等级'], ['农村环境卫生经费', '100.00', '优'], ['智慧城管', '93.14', '优'])
  const [name, points, grade] = sharesOf(rows) as [number, number, number]
  expect(name).toBeGreaterThan(2 * points)
  expect(grade).toBeLessThanOrEqual(points)
  expect([0, 1, 2].map((at) => isFigures(rows, at))).toEqual([false, true, true])
})

test('where texts ask for more than there is, the wide columns give way and figures stay on one line', () => {
  const long = '城区主次干道及背街小巷市容环境卫生督察'
  const rows = rowsOf(['一级指标', '指标', '目标值', '完成值', '得分'], ['产出指标', long, long, long, '100.00'])
  const [level, name, , , points] = sharesOf(rows, 36).map((share) => share * 36) as number[]
  expect(level).toBeGreaterThan(4)
  expect(points).toBeGreaterThan(4)
  expect(name).toBeLessThan(10)
})

test('however long its texts are, a table is as wide as its page and no column narrower than a head of two characters', () => {
  const text = fc.string({ maxLength: 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text, text), { minLength: 1 }), (rows) => {
      const shares = sharesOf(rowsOf(...rows))
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
      // 156 mm hold 37 characters of a table.
      for (const share of shares) expect(share * 37).toBeGreaterThan(2)
    }),
  )
})
