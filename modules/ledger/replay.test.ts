import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { type Life, replayInParts } from './index.ts'

let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(fixedClock('2023-01-15T02:00:00.000Z'))
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const pay = (amount: number): Life => ({
  steps: [
    {
      move: 'pay',
      data: {
        kind: 'public',
        use: 'office',
        amount,
        paidOn: '2022-03-01',
        unit: 'u-lamps',
      },
      person: 'p-performance',
      at: '2023-01-15T01:00:00.000Z',
    },
  ],
})
const enter = (amounts: readonly number[]) => {
  const heard: number[] = []
  const saved = (count: number) => heard.push(count)
  const done = replayInParts(engine, '431102', 'basic-spending', amounts.map(pay), { size: 2, saved })
  return { done, heard }
}
const numbers = async () => {
  const rows = await engine.database.inTenant('431102', (tx) =>
    tx.query<{ number: string }>(
      "select number from ledger.record where tenant = '431102' and ledger = 'basic-spending' order by number",
    ),
  )
  return rows.map(({ number }) => number)
}

test('lives in parts are numbered in their order, part after part', async () => {
  const { done, heard } = enter([100, 200, 300, 400, 500])
  expect((await done).map(({ number, data }) => [number, data.amount])).toEqual(
    [100, 200, 300, 400, 500].map((amount, i) => [`JB2023${String(i + 1).padStart(5, '0')}`, amount]),
  )
  expect(heard).toEqual([2, 4, 5])
})

test('a life that cannot be leaves nothing of its part, and the parts before it stay', async () => {
  const before = await numbers()
  const { done } = enter([100, 200, 0, 400])
  await expect(done).rejects.toThrow('支付金额不能为零')
  expect(await numbers()).toHaveLength(before.length + 2)
})
