import { expect, test } from 'vitest'
import { type Declaration, defineLedger, type Fields, money, text } from './domain.ts'

// What the compiler refuses is marked; should it ever let one of these through, the type check of the project fails.
const fields = { name: text('名称'), fine: money('金额') }
const small = {
  id: 'scratch',
  title: '试用台账',
  group: '试用',
  fields,
  states: { open: { label: '办理中', tone: 'doing' }, done: { label: '办结', tone: 'done', ended: true } },
  columns: { title: ['name'] },
  read: { receiver: 'bureau' },
  form: { 内容: ['name', 'fine'] },
} as const
const moves = {
  begin: { label: '登记', from: 'new', to: 'open', by: { receiver: 'bureau' }, needs: ['name'] },
  finish: { label: '办结', from: 'open', to: 'done', by: { receiver: 'bureau' } },
} as const
/** As a catalog sees it, when the compiler is not asked. */
const define = (more: object) =>
  defineLedger({ ...small, moves, ...more } as unknown as Declaration<Fields, string, string>)

test('a field, a state, a move named wrongly does not compile', () => {
  defineLedger({ ...small, moves })
  // @ts-expect-error a move needs a field there is not
  const one = () => defineLedger({ ...small, moves: { ...moves, finish: { ...moves.finish, needs: ['nmae'] } } })
  // @ts-expect-error a move leads to a state there is not
  const two = () => defineLedger({ ...small, moves: { ...moves, finish: { ...moves.finish, to: 'finished' } } })
  const limit = { n: 1, unit: 'work-day' } as const
  const three = () =>
    defineLedger({
      ...small,
      moves,
      // @ts-expect-error a clock starts at a move there is not
      deadlines: { d: { label: '时限', starts: ['start'], stops: ['finish'], limit } },
    })
  const told = { label: '金额', unit: '元', formula: '登记的金额之和' }
  const four = () =>
    defineLedger({
      ...small,
      moves,
      // @ts-expect-error a metric adds up a field there is not
      metrics: { m: { kind: 'sum', at: 'begin', field: 'fines', ...told } },
    })
  const { finish } = moves
  const five = () =>
    defineLedger({
      ...small,
      moves: {
        ...moves,
        // @ts-expect-error a guard reads a field there is not
        finish: { ...finish, guard: ({ data }) => data.nmae },
      },
    })
  for (const wrong of [one, two, three, four, five]) expect(wrong).toBeTypeOf('function')
})

test('what the compiler cannot see is refused when the program starts, in a sentence', () => {
  expect(() => define({ form: { 内容: ['name'] } })).toThrow('字段 fine 不在任何表单分组里')
  expect(() => define({ number: 'S{seq}' })).toThrow('没有说由哪个动作取号')
  expect(() => define({ moves: { finish: moves.finish } })).toThrow('没有开始一条记录的动作')
  expect(() => define({ fields: { ...fields, name: { ...fields.name, secret: true, searched: true } } })).toThrow(
    '不能被检索',
  )
  expect(() =>
    define({ metrics: { m: { kind: 'count', at: 'begin', label: '件数', unit: '件', formula: '' } } }),
  ).toThrow('没有写明公式')
  const only = { field: 'name' as const, is: 'carried' }
  expect(() =>
    define({ metrics: { m: { kind: 'count', at: 'begin', only, label: '件数', unit: '件', formula: '期内件数' } } }),
  ).toThrow('没有这个选项')
})

test('what there is to be one of begins with the class of the ledger, by which it is looked for', () => {
  const columns = { title: ['name'], class: 'name' }
  expect(() => define({ columns, one: ['fine', 'name'] })).toThrow('第一个应是分类列')
  expect(define({ columns, one: ['name', 'fine'] }).one).toEqual(['name', 'fine'])
})

test('what opens by itself opens a record, and what limits nobody brings a move and stands behind what does', () => {
  const { finish } = moves
  expect(() => define({ moves: { ...moves, finish: { ...finish, finds: 'lagging' } } })).toThrow('只能开始一条记录')
  const limit = { n: 1, unit: 'work-day' } as const
  const clock = { label: '时限', starts: ['begin'], stops: ['finish'], limit }
  expect(() => define({ deadlines: { a: { ...clock, aside: true } } })).toThrow('不能是第一个时限')
  expect(() => define({ deadlines: { a: clock, b: { ...clock, aside: true } } })).toThrow('也不带来动作')
})
