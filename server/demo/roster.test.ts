import { expect, test } from 'vitest'
import { lingling } from './bureaus/index.ts'
import { prepare } from './load.ts'
import { DAY, HOUR, msOf } from './times.ts'

const { roster, plan } = prepare(lingling)

test('the desk, the patrols of each street office and every unit are manned on every day of the year', () => {
  const posts = [
    ...['receiver', 'dispatcher', 'shift-lead'].map((role) => ({ group: roster.of(role), from: '08:00', to: 12 })),
    ...['431102001', '431102002', '431102003', '431102004'].map((area) => ({
      group: roster.keeping(area, 'collector'),
      from: '07:30',
      to: 11,
    })),
    ...['u-lamps', 'u-sanitation', 'u-wires'].flatMap((unit) =>
      ['unit-lead', 'handler'].map((role) => ({ group: roster.of(role, unit), from: '07:30', to: 15 })),
    ),
  ]
  for (let day = msOf('2022-01-01'); day < msOf('2023-01-01'); day += DAY)
    for (const { group, from, to } of posts)
      for (let hour = 0; hour < to; hour++) {
        const at = day + (msOf('2022-01-01', from) - msOf('2022-01-01')) + hour * HOUR
        expect(roster.onDuty(group, at), `${group[0]} ${new Date(at).toISOString()}`).not.toEqual([])
      }
})

test('after the desk has closed the next receiver is there at eight', () => {
  const receivers = roster.of('receiver')
  expect(roster.next(receivers, msOf('2022-10-01', '20:00'))).toBe(msOf('2022-10-02', '08:00'))
  expect(roster.next(receivers, msOf('2022-10-01', '09:12'))).toBe(msOf('2022-10-01', '09:12'))
})

test('the office is closed over the National Day and open on the Sunday worked for it', () => {
  const finance = roster.of('finance')
  expect(roster.next(finance, msOf('2022-10-01', '09:00'))).toBe(msOf('2022-10-08', '08:00'))
  expect(roster.onDuty(finance, msOf('2022-10-09', '09:00'))).not.toEqual([])
})

test('nobody has the name of somebody else', () => {
  expect(new Set(plan.people.map(({ name }) => name)).size).toBe(plan.people.length)
})
