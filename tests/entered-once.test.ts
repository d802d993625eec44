import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { freshEngine } from './helpers/engine.ts'
import { walkerOn } from './helpers/walker.ts'

// People and assets are counted once a year: a second entry of the year would double the figure.
const clock = fixedClock('2023-01-10T01:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const personnel = walkerOn(() => engine, 'personnel')
const asset = walkerOn(() => engine, 'asset')
const people = { posts: 150, staff: 143, veterans: 1, retired: 20, temporary: 6, total: 170 }
const owned = { total: 723_00, current: 83_00, fixed: 600_00, otherFixed: 40_00, inUse: 550_00 }
const counted = (countedOn: string) => personnel.open('p-performance', 'count', { ...people, countedOn })

test('a second entry of the year is refused with the entry that is there, and how to correct it', async () => {
  const first = await counted('2022-12-31')
  expect(first.data.year).toBe(2022)
  await expect(counted('2022-06-30')).rejects.toMatchObject({
    status: 409,
    sentence: '年度相同的人员编制已经有了：“2022-12-31”；请在那一条上办理，可以：作废。',
  })
  await counted('2021-12-31')
  await personnel.go(first, 'p-performance', 'withdraw', {}, '在职人数登错')
  expect((await counted('2022-12-31')).state).toBe('counted')
})

test('two who enter the assets of a year at once enter them once', async () => {
  const enter = () => asset.open('p-performance', 'count', { ...owned, countedOn: '2022-12-31' })
  const tried = await Promise.allSettled([enter(), enter(), enter()])
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
