import { afterAll, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type Database, openDatabase, type Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { addSmallBureau, roles, smallBureau } from '../../tests/helpers/bureau.ts'
import { freshDatabase } from '../../tests/helpers/database.ts'
import * as commands from './commands.ts'
import { forgetOrg, loadOrg } from './load.ts'
import { findOpenAreas } from './store.ts'

const tenant = '431102'
const doing = { by: 'p-admin', at: '2022-03-01T01:00:00.000Z' }
const clock = fixedClock(doing.at)
const databases: Database[] = []
let database: Database

beforeEach(async () => {
  database = openDatabase((await freshDatabase()).appUrl)
  databases.push(database)
  await addSmallBureau(database)
})
afterAll(() => Promise.all(databases.map((one) => one.close())))

async function change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await database.inTenant(tenant, work)
  forgetOrg(database, tenant)
  return result
}
const refusalOf = (work: (tx: Tx) => Promise<unknown>): Promise<Refusal> =>
  change(work).then(
    () => expect.fail('it was not refused'),
    (error) => {
      expect(error).toBeInstanceOf(Refusal)
      return error
    },
  )
const world = () => loadOrg(database, tenant, clock)

test('whoever administers never audits, in whichever order the roles are given', async () => {
  const audit = { person: 'p-admin', role: 'auditor', unit: 'u-bureau' }
  expect((await refusalOf((tx) => commands.grantRole(tx, audit, roles, doing))).sentence).toBe(
    '“审计管理员”与“系统管理员”不能由同一人担任；请另选人员，或先收回“系统管理员”。',
  )
  const administer = { person: 'p-auditor', role: 'admin', unit: 'u-bureau' }
  expect((await refusalOf((tx) => commands.grantRole(tx, administer, roles, doing))).code).toBe('org.roles-apart')
  const later = { ...administer, person: 'p-lead', fromOn: '2022-06-01' }
  await change((tx) => commands.grantRole(tx, later, roles, doing))
  const now = { ...audit, person: 'p-lead', toOn: '2022-05-31' }
  await change((tx) => commands.grantRole(tx, now, roles, doing))
  expect((await world()).rolesOf('p-lead').map(({ role }) => role)).toEqual(['shift-lead', 'auditor'])
})

test('a plan that makes one person administrator and auditor sets up no bureau', async () => {
  const people = smallBureau.people.map((person) =>
    person.id === 'p-admin' ? { ...person, roles: [{ role: 'admin' }, { role: 'auditor' }] } : person,
  )
  await expect(addSmallBureau(database, '340602', { ...smallBureau, people })).rejects.toThrow(/不能由同一人担任/)
  expect(await database.outside('select tenant from platform.tenant')).toEqual([{ tenant }])
})

test('a collector who still looks after a grid cannot be removed; handed over, she can', async () => {
  const refused = await refusalOf((tx) => commands.removePerson(tx, 'p-collector', doing))
  expect(refused.sentence).toBe('“周敏”还负责1个网格（431102001001001），不能停用；请先交接给其他人员。')
  const role = { person: 'p-collector', role: 'collector', unit: 'u-centre' }
  expect((await refusalOf((tx) => commands.withdrawRole(tx, role, roles, doing))).code).toBe('org.still-held')
  await change(async (tx) => {
    await commands.grantRole(tx, { person: 'p-lead', role: 'collector', unit: 'u-centre' }, roles, doing)
    await commands.assignArea(tx, { area: '431102001001001', role: 'collector', person: 'p-lead' }, doing)
    await commands.releaseArea(tx, { area: '431102001001001', role: 'collector', person: 'p-collector' }, doing)
    await commands.removePerson(tx, 'p-collector', doing)
  })
  const org = await world()
  expect(org.keepersOf('431102001001001', 'collector')).toEqual(['p-lead'])
  expect(org.personName('p-collector')).toBe('周敏')
  expect(() => org.actorOf('p-collector')).toThrow(/没有在岗的人员“周敏”/)
  expect(org.worksIn('p-collector', '', 'collector')).toBe(false)
})

test('a grid goes only to somebody who has the role', async () => {
  const refused = await refusalOf((tx) =>
    commands.assignArea(tx, { area: '431102001001002', role: 'collector', person: 'p-lamps' }, doing),
  )
  expect(refused.code).toBe('org.role-not-held')
})

test('the last administrator stays until there is another', async () => {
  const admin = { person: 'p-admin', role: 'admin', unit: 'u-bureau' }
  expect((await refusalOf((tx) => commands.withdrawRole(tx, admin, roles, doing))).code).toBe('org.last-admin')
  expect((await refusalOf((tx) => commands.removePerson(tx, 'p-admin', doing))).code).toBe('org.last-admin')
  await change((tx) => commands.grantRole(tx, { ...admin, person: 'p-lead' }, roles, doing))
  await change((tx) => commands.withdrawRole(tx, admin, roles, doing))
  expect((await world()).rolesOf('p-admin')).toEqual([])
})

test('a role withdrawn by mistake is given back the same day, and was held all the time before', async () => {
  const role = { person: 'p-lamps', role: 'unit-lead', unit: 'u-lamps' }
  await change((tx) => commands.withdrawRole(tx, role, roles, doing))
  expect((await world()).rolesOf('p-lamps')).toEqual([])
  await change((tx) => commands.grantRole(tx, role, roles, doing))
  await change((tx) => commands.withdrawRole(tx, role, roles, doing))
  await change((tx) => commands.grantRole(tx, role, roles, doing))
  const org = await world()
  expect(org.worksIn('p-lamps', 'u-lamps', 'unit-lead')).toBe(true)
  expect(org.worksIn('p-lamps', 'u-lamps', 'unit-lead', '2022-02-28')).toBe(true)
})

test('a unit with people in it is not closed, and the tree stays a tree', async () => {
  const lamps = (await world()).units.find(({ id }) => id === 'u-lamps')!
  expect((await refusalOf((tx) => commands.changeUnit(tx, { ...lamps, active: false }, doing))).sentence).toBe(
    '“路灯所”还有1名人员、1个岗位，不能停用；请先调整到其他单位。',
  )
  const bureau = (await world()).units.find(({ id }) => id === 'u-bureau')!
  expect((await refusalOf((tx) => commands.changeUnit(tx, { ...bureau, parent: 'u-squad' }, doing))).code).toBe(
    'org.unit-top',
  )
  const sanitation = (await world()).units.find(({ id }) => id === 'u-sanitation')!
  const ring = await refusalOf((tx) => commands.changeUnit(tx, { ...sanitation, parent: 'u-squad' }, doing))
  expect(ring.code).toBe('org.unit-parent')
})

const grid = (code: string, lng: number, properties = {}) => ({
  type: 'Feature',
  properties: { code, kind: 'grid', name: `网格${code.slice(-3)}`, parent: '431102001001', ...properties },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lng, 26.2],
        [lng + 0.01, 26.2],
        [lng + 0.01, 26.21],
        [lng, 26.21],
        [lng, 26.2],
      ],
    ],
  },
})
const file = (...features: object[]) => ({ type: 'FeatureCollection', features })

test('grids are imported all or none, and each fault is told with its row', async () => {
  const bad = file(
    grid('431102001001003', 111.62),
    grid('431102001001004', 111.63, { unit: 'u-nobody' }),
    grid('431102001001005', 111.64, { parent: '431102999' }),
  )
  const refused = await refusalOf((tx) => commands.importGrids(tx, bad, {}, doing))
  expect(refused.details.rows).toEqual([
    { row: 2, sentence: '责任单位“u-nobody”不存在；请先建立该单位，或改正 unit。' },
    { row: 3, sentence: '所属区域“431102999”不存在；请先导入该区域，或改正 parent。' },
  ])
  expect((await world()).locate({ lng: 111.625, lat: 26.205 })).toBeUndefined()
})

test('a redrawn grid holds from its day, the old one stays in the table, an unchanged one is left alone', async () => {
  const good = file(
    grid('431102001001003', 111.62, { unit: 'u-lamps' }),
    grid('431102001001002', 111.605, { name: '香零山第二网格', unit: 'u-lamps' }),
  )
  const first = await change((tx) => commands.importGrids(tx, good, {}, doing))
  expect(first).toEqual({ added: 1, changed: 1, same: 0 })
  expect((await world()).locate({ lng: 111.625, lat: 26.205 })).toMatchObject({
    grid: '431102001001003',
    unit: 'u-lamps',
  })
  expect(await change((tx) => commands.importGrids(tx, good, {}, doing))).toEqual({ added: 0, changed: 0, same: 2 })
  const again = file(grid('431102001001003', 111.63, { unit: 'u-lamps' }))
  expect(await change((tx) => commands.importGrids(tx, again, {}, doing))).toEqual({ added: 0, changed: 1, same: 0 })
  const rows = await change((tx) =>
    tx.query<{ version: number; open: boolean }>(
      `select version, to_on is null as open from org.area where code = '431102001001003' order by version`,
    ),
  )
  expect(rows).toEqual([
    { version: 1, open: false },
    { version: 2, open: true },
  ])
  expect((await change(findOpenAreas)).filter(({ code }) => code === '431102001001003')).toHaveLength(1)
})

test('a day in the calendar is changed by a new version, and both are kept', async () => {
  const day = { day: '2022-10-08', working: false, name: '补休', reason: '连续作战' }
  await change((tx) => commands.setCalendarDay(tx, day, doing))
  expect((await world()).calendar.isWorkingDay('2022-10-08')).toBe(false)
  const versions = await change((tx) =>
    tx.query<{ working: boolean }>(`select working from org.calendar_day where day = '2022-10-08' order by version`),
  )
  expect(versions.map(({ working }) => working)).toEqual([true, false])
})

test('a year without published holidays is not guessed', async () => {
  const refused = await refusalOf((tx) => commands.addCalendarYear(tx, { year: 2150 }, doing))
  expect(refused.code).toBe('org.calendar-year-unknown')
  await change((tx) => commands.addCalendarYear(tx, { year: 2024 }, doing))
  expect((await world()).years).toContain(2024)
})

test('another process learns of a change: the revision is raised with it', async () => {
  const before = (await world()).version
  await change((tx) => commands.changePerson(tx, 'p-lamps', { name: '黄涛涛' }, doing))
  expect((await world()).version).toBe(before + 1)
  expect((await world()).personName('p-lamps')).toBe('黄涛涛')
})

test('a bureau that is no demonstration has no account with a known password', async () => {
  await expect(addSmallBureau(database, '340602', { ...smallBureau, demo: false })).rejects.toThrow(
    /正式单位的每个账号都要有自己的密码/,
  )
})
