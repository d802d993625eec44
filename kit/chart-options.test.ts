import { expect, test } from 'vitest'
import { optionOf } from './chart-options.ts'

const axisOf = (values: readonly (number | null)[], unit: string) =>
  optionOf({ labels: values.map(String), series: [{ name: '满意度', values }], unit, line: true }).yAxis

test('the axis of a share ends at a hundred when it comes near, and one value alone stands on zero', () => {
  expect(axisOf([null, 99.43], '%')).toMatchObject({ min: 0, max: 100, interval: 20 })
  expect(axisOf([91, 99.43], '%')).toMatchObject({ min: 90, max: 100, interval: 2 })
  expect(axisOf([12, 30], '%')).not.toHaveProperty('max')
  expect(axisOf([96, 118], '%')).not.toHaveProperty('max')
  expect(axisOf([4.2], '小时')).toMatchObject({ min: 0 })
})
