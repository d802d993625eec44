import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCalendar } from './calendar.ts'
import { seedDays } from './calendar-seed.ts'
import {
  checkUnitTree,
  type Duty,
  isOnDuty,
  menuOf,
  permissionsOf,
  type RoleDeclaration,
  type Shift,
  unitsBelow,
} from './domain.ts'

const calendar = buildCalendar({ days: seedDays(2022, 2022), years: [2022] })
const duty = (shift: Partial<Shift & Pick<Duty, 'fromOn' | 'toOn'>>) => ({
  id: 's',
  name: '班',
  start: '08:00',
  end: '16:00',
  days: 'every',
  fromOn: '2022-03-01',
  toOn: '2022-03-31',
  ...shift,
})
/** Shanghai time. */
const at = (day: string, time: string) => new Date(Date.parse(`${day}T${time}:00+08:00`)).toISOString()

test('the day shift works from eight to four, the minute of the change belongs to the next', () => {
  const on = (time: string) => isOnDuty([duty({})], at('2022-03-10', time), calendar)
  expect([on('07:59'), on('08:00'), on('15:59'), on('16:00')]).toEqual([false, true, true, false])
})

test('a night shift goes on until the morning after its last day, and does not begin the morning of its first', () => {
  const night = [duty({ start: '22:00', end: '06:00' })]
  const on = (day: string, time: string) => isOnDuty(night, at(day, time), calendar)
  expect(on('2022-03-01', '03:00')).toBe(false)
  expect(on('2022-03-01', '23:00')).toBe(true)
  expect(on('2022-03-02', '03:00')).toBe(true)
  expect(on('2022-03-31', '23:00')).toBe(true)
  expect(on('2022-04-01', '05:59')).toBe(true)
  expect(on('2022-04-01', '06:00')).toBe(false)
  expect(on('2022-04-01', '22:00')).toBe(false)
})

test('a shift of working days is off on a holiday and on duty on the Saturday worked for it', () => {
  const office = [duty({ days: 'working', fromOn: '2022-01-01', toOn: '2022-12-31' })]
  const on = (day: string) => isOnDuty(office, at(day, '10:00'), calendar)
  expect([on('2022-10-03'), on('2022-10-08'), on('2022-10-10')]).toEqual([false, true, true])
})

test('a shift of Saturday and Sunday works on these', () => {
  const weekend = [duty({ days: '67' })]
  const days = ['2022-03-04', '2022-03-05', '2022-03-06', '2022-03-07']
  expect(days.map((day) => isOnDuty(weekend, at(day, '10:00'), calendar))).toEqual([false, true, true, false])
})

test('three shifts that follow each other leave no minute without somebody, and none with two', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 * 1440 }), (minute) => {
      const moment = new Date(Date.parse('2022-03-05T00:00:00+08:00') + minute * 60_000).toISOString()
      const shifts = [duty({}), duty({ start: '16:00', end: '00:00' }), duty({ start: '00:00', end: '08:00' })]
      expect(shifts.filter((shift) => isOnDuty([shift], moment, calendar))).toHaveLength(1)
    }),
  ))

const tree = [
  { id: 'u-bureau', name: '局', parent: null },
  { id: 'u-squad', name: '中队', parent: 'u-sanitation' },
  { id: 'u-sanitation', name: '环卫所', parent: 'u-bureau' },
]

test('a unit reaches itself and everything below it, nothing beside or above', () => {
  expect(unitsBelow(tree, 'u-bureau')).toEqual(['u-bureau', 'u-sanitation', 'u-squad'])
  expect(unitsBelow(tree, 'u-squad')).toEqual(['u-squad'])
  expect(unitsBelow(tree, 'u-none')).toEqual([])
})

test('in any tree the reach of a unit is its own and the reaches of its children, each unit once', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (parents) => {
      const units = [
        { id: '0', name: '0', parent: null },
        ...parents.map((nat, i) => ({ id: String(i + 1), name: '', parent: String(nat % (i + 1)) })),
      ]
      checkUnitTree(units)
      for (const { id } of units) {
        const children = units.filter(({ parent }) => parent === id)
        const expected = [id, ...children.flatMap((child) => unitsBelow(units, child.id))]
        expect(unitsBelow(units, id).toSorted()).toEqual(expected.toSorted())
      }
    }),
  ))

test('two tops, a missing parent and a ring are refused by name', () => {
  expect(() => checkUnitTree([...tree, { id: 'u-2', name: '第二局', parent: null }])).toThrow(/现在有2个（局、第二局）/)
  expect(() => checkUnitTree([...tree, { id: 'u-3', name: '路灯所', parent: 'u-none' }])).toThrow(
    /“路灯所”的上级单位不存在/,
  )
  const ring = [tree[0]!, { ...tree[1]!, parent: 'u-x' }, { id: 'u-x', name: '甲', parent: 'u-squad' }]
  expect(() => checkUnitTree(ring)).toThrow(/“中队”、“甲”的上级单位/)
})

test('two roles of one person add up, without doubles', () => {
  const role = (id: string, permissions: string[], menu: string[]): RoleDeclaration => ({
    id,
    label: id,
    about: '',
    reach: 'unit',
    permissions,
    menu,
  })
  const roles = [
    role('finance', ['budget.read', 'budget.write'], ['home', 'budget']),
    role('legal', ['report.read'], []),
  ]
  const both = [{ role: 'legal' }, { role: 'finance' }, { role: 'finance' }]
  expect(permissionsOf(roles, both)).toEqual(['budget.read', 'budget.write', 'report.read'])
  expect(menuOf(roles, [{ role: 'legal' }])).toEqual([])
})
