import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type Database, openDatabase } from '../../platform/db.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { freshDatabase } from '../../tests/helpers/database.ts'
import { loadOrg } from './load.ts'
import * as store from './store.ts'

let database: Database
const clock = fixedClock('2022-03-01T06:00:00.000Z')

beforeAll(async () => {
  database = openDatabase((await freshDatabase()).appUrl)
  await addSmallBureau(database)
  await addSmallBureau(database, '340602', {
    ...smallBureau,
    title: '杜集区城市管理局',
    short: '杜集',
    areas: [],
    keepers: [],
    units: [{ id: 'u-bureau', name: '杜集城管局', parent: null, kind: 'bureau' }],
    people: [{ id: 'p-admin', name: '马超', unit: 'u-bureau', account: 'admin', roles: [{ role: 'admin' }] }],
  })
})
afterAll(() => database.close())

test('the view of a bureau knows its units, people and who reaches which unit', async () => {
  const org = await loadOrg(database, '431102', clock)
  expect(org.unitName('u-squad')).toBe('南津渡中队')
  expect(org.unitExists('u-none')).toBe(false)
  expect(org.actorOf('p-sanitation')).toEqual({
    tenant: '431102',
    person: 'p-sanitation',
    name: '陈国平',
    grants: [{ role: 'unit-lead', unit: 'u-sanitation', units: ['u-sanitation', 'u-squad'] }],
  })
  expect(org.worksIn('p-handler', 'u-sanitation', 'handler')).toBe(true)
  expect(org.worksIn('p-handler', 'u-lamps', 'handler')).toBe(false)
  expect(org.worksIn('p-handler', '', 'handler')).toBe(true)
  expect(org.worksIn('p-handler', 'u-sanitation', 'receiver')).toBe(false)
})

test('many who ask at once get one answer, and the next day another', async () => {
  const [one, other] = await Promise.all([loadOrg(database, '431102', clock), loadOrg(database, '431102', clock)])
  expect(one).toBe(other)
  expect(await loadOrg(database, '431102', clock)).toBe(one)
  const tomorrow = await loadOrg(database, '431102', fixedClock('2022-03-02T06:00:00.000Z'))
  expect([one.today, tomorrow.today]).toEqual(['2022-03-01', '2022-03-02'])
})

test('a point on the ground gives its grid, the community over it and the unit responsible', async () => {
  const org = await loadOrg(database, '431102', clock)
  expect(org.locate({ lng: 111.605, lat: 26.205 })).toEqual({
    grid: '431102001001001',
    gridName: '香零山第一网格',
    area: '431102001001',
    areaName: '香零山社区',
    unit: 'u-sanitation',
  })
  expect(org.locate({ lng: 112.5, lat: 26.2 })).toBeUndefined()
})

test('the National Day of 2022 is in the calendar of a new bureau, and so is the Sunday worked for it', async () => {
  const { calendar, years } = await loadOrg(database, '431102', clock)
  expect(years).toEqual([2021, 2022, 2023])
  expect(calendar.isWorkingDay('2022-10-03')).toBe(false)
  expect(calendar.isWorkingDay('2022-10-08')).toBe(true)
})

test('a role is held from its first day on, not before', async () => {
  const org = await loadOrg(database, '431102', clock)
  expect(org.actorOf('p-receiver', '2020-12-31').grants).toEqual([])
  expect(org.onDuty('p-receiver', 'receiver', '2020-12-31T02:00:00.000Z')).toBe(false)
  expect(org.onDuty('p-receiver', 'receiver', '2021-01-01T02:00:00.000Z')).toBe(true)
})

test('one bureau sees nothing of another: not its units, people, accounts, ground nor log', async () => {
  const seen = await database.inTenant('340602', async (tx) => ({
    rows: await store.readOrg(tx),
    accounts: await store.findAccounts(tx),
    log: await store.findLog(tx, undefined, 10),
    units: await tx.query<{ tenant: string }>('select distinct tenant from org.unit'),
    people: await tx.query<{ tenant: string }>('select distinct tenant from org.person'),
  }))
  expect(seen.rows.units.map(({ name }) => name)).toEqual(['杜集城管局'])
  expect(seen.rows.people.map(({ name }) => name)).toEqual(['马超'])
  expect(seen.rows.areas).toEqual([])
  expect(seen.accounts.map(({ account }) => account)).toEqual(['admin'])
  expect(seen.log.map(({ sentence }) => sentence)).toEqual(['建立“杜集区城市管理局”'])
  expect(seen.units).toEqual([{ tenant: '340602' }])
  expect(seen.people).toEqual([{ tenant: '340602' }])
})

test('a bureau cannot write a row into another', async () => {
  const writing = database.inTenant('340602', (tx) =>
    tx.query(`insert into org.shift (tenant, id, name, start_time, end_time, days)
      values ('431102', 'day', '白班', '08:00', '16:00', 'every')`),
  )
  await expect(writing).rejects.toThrow(/row-level security/)
})

test('the program cannot rewrite what a result depends on', async () => {
  const rewriting = (text: string) => database.inTenant('431102', (tx) => tx.query(text))
  await expect(rewriting(`update org.calendar_day set working = true`)).rejects.toThrow(/permission denied/)
  await expect(rewriting(`delete from org.role_grant`)).rejects.toThrow(/permission denied/)
  await expect(rewriting(`update org.role_grant set role = 'admin'`)).rejects.toThrow(/permission denied/)
  await expect(rewriting(`update org.area set geometry = '{}'`)).rejects.toThrow(/permission denied/)
  await expect(rewriting(`delete from org.log`)).rejects.toThrow(/permission denied/)
})
