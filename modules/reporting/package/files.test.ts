import { expect, test } from 'vitest'
import type { PublicRow } from '../snapshot.ts'
import { csvOf } from './files.ts'

const row = (amount: string): PublicRow => ({
  ...{ number: null, class: '支付', street: null, receivedOn: null, closedOn: null, unit: null, inTime: null },
  ...{ on: '2024-03-01', value: 1, amount },
})
const cellOf = (amount: string) =>
  new TextDecoder()
    .decode(csvOf([row(amount)]))
    .trimEnd()
    .split(',')
    .at(-1)

test('an amount below zero stays as it is, whatever an office program would compute is marked as text', () => {
  expect(['-5.00元', '-8㎡', '12.50元'].map(cellOf)).toEqual(['-5.00元', '-8㎡', '12.50元'])
  expect(['-1+1', '-2*cmd|A1', '=1+1', '@x'].map(cellOf)).toEqual(["'-1+1", "'-2*cmd|A1", "'=1+1", "'@x"])
})
