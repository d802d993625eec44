import { expect, test } from 'vitest'
import { gathering } from './gathering.ts'

/** Work that takes until it is let go, and remembers what went together. */
function counter(options: { most?: number; atOnce?: number; keyOf?: (item: string) => string | undefined } = {}) {
  const bunches: string[][] = []
  const open: (() => void)[] = []
  const ask = gathering<string, string>(
    async (items) => {
      bunches.push([...items])
      await new Promise<void>((go) => open.push(go))
      return items.map((item) => `${item}办完`)
    },
    { most: 3, atOnce: 1, keyOf: () => undefined, ...options },
  )
  const turn = () => new Promise((done) => setTimeout(done, 5))
  const letGo = async () => {
    open.shift()?.()
    await turn()
  }
  return { ask, bunches, letGo, turn }
}

test('who comes alone goes at once; who comes while the counter is busy goes together', async () => {
  const { ask, bunches, letGo, turn } = counter()
  const first = ask('一')
  await turn()
  const others = ['二', '三', '四', '五'].map(ask)
  await turn()
  expect(bunches).toEqual([['一']])
  await letGo()
  expect(await first).toBe('一办完')
  await letGo()
  await letGo()
  expect(await Promise.all(others)).toEqual(['二办完', '三办完', '四办完', '五办完'])
  expect(bunches).toEqual([['一'], ['二', '三', '四'], ['五']])
})

test.each([1, 2])(
  'two moves of one case are never under way at once, and keep their order (%i at once)',
  async (atOnce) => {
    const { ask, bunches, letGo, turn } = counter({ atOnce, keyOf: (item) => item[0] })
    const all = ['甲1', '甲2', '乙1', '甲3'].map(ask)
    await turn()
    for (let i = 0; i < 3; i++) await letGo()
    await Promise.all(all)
    expect(bunches).toEqual([['甲1', '乙1'], ['甲2'], ['甲3']])
  },
)

test('no more bunches are under way than may be', async () => {
  const { ask, bunches, letGo, turn } = counter({ most: 1, atOnce: 2 })
  const all = ['一', '二', '三'].map(ask)
  await turn()
  expect(bunches).toEqual([['一'], ['二']])
  await letGo()
  expect(bunches).toHaveLength(3)
  await letGo()
  await letGo()
  await Promise.all(all)
})

test('when a bunch fails all of it hear so, and the next goes on', async () => {
  let fails = true
  const ask = gathering<string, string>(
    async (items) => {
      if (fails) throw new Error('连接断了')
      return items
    },
    { most: 9, atOnce: 1, keyOf: () => undefined },
  )
  const heard = await Promise.allSettled([ask('一'), ask('二')])
  expect(heard.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await ask('三')).toBe('三')
})

test('what takes longer than its bunch holds nobody up', async () => {
  let finish: (answer: string) => void = () => {}
  const ask = gathering<string, string>(
    async (items) => items.map((item) => (item === '慢' ? new Promise((done) => (finish = done)) : item)),
    { most: 9, atOnce: 1, keyOf: () => undefined },
  )
  const [slow, quick] = [ask('慢'), ask('快')]
  expect(await quick).toBe('快')
  expect(await ask('又一件')).toBe('又一件')
  finish('慢')
  expect(await slow).toBe('慢')
})
