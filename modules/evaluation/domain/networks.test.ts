import { expect, test } from 'vitest'
import { networksOf } from './networks.ts'

const from = (network: string, n: number, score = 100) =>
  Array.from({ length: n }, () => ({ network, score, most: 100 }))
const alone = (n: number) => Array.from({ length: n }, (_, i) => from(`single-${i}`, 1)).flat()

test('five of forty answers from one network are many, and are shown with a satisfaction of their own', () => {
  const found = networksOf([...from('a', 5, 100), ...from('b', 2, 60), ...alone(33)])
  expect(found).toEqual({
    answers: 40,
    networks: 35,
    largest: [
      { mark: 'a', answers: 5, percent: '12.5', satisfaction: '100.00', many: true },
      { mark: 'b', answers: 2, percent: '5.0', satisfaction: '60.00', many: false },
    ],
  })
})

test('a family of four is not many, nor are five of fifty or of a thousand', () => {
  expect(networksOf([...from('a', 4), ...alone(6)]).largest[0]!.many).toBe(false)
  expect(networksOf([...from('a', 5), ...alone(45)]).largest[0]!.many).toBe(false)
  expect(networksOf([...from('a', 5), ...alone(44)]).largest[0]!.many).toBe(true)
  expect(networksOf([...from('a', 100), ...alone(900)]).largest[0]!.many).toBe(false)
})

test('where every answer comes from a network of its own there is nothing to look at', () => {
  expect(networksOf(alone(12))).toEqual({ answers: 12, networks: 12, largest: [] })
  expect(networksOf([])).toEqual({ answers: 0, networks: 0, largest: [] })
})

test('only the five largest are shown, however many there are', () => {
  const all = [2, 3, 4, 5, 6, 7].flatMap((n) => from(`n${n}`, n))
  expect(networksOf(all).largest.map(({ answers }) => answers)).toEqual([7, 6, 5, 4, 3])
})
