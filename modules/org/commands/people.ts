import { checkPassword, hashPassword } from '../../../platform/auth/passwords.ts'
import { endSessions } from '../../../platform/auth/store.ts'
import { addDays, type Day, dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { checkSeparation, holdsOn, type Person, type RoleDeclaration, type RoleGrant } from '../domain.ts'
import {
  closeGrants,
  deleteAccounts,
  findAccount,
  findGrants,
  findKeepers,
  findUnits,
  insertAccounts,
  insertGrants,
  insertPeople,
  lockPerson,
  updatePerson,
} from '../store.ts'
import { type Doing, type HeldWork, noteDoing, nothingHeld, shortId } from './doing.ts'

export interface NewPerson {
  id?: string
  name: string
  unit: string
  phone?: string | null
  /** With a password the person can sign in. */
  account?: string
  password?: string
}

async function getUnitAtWork(tx: Tx, id: string) {
  const unit = (await findUnits(tx)).find((one) => one.id === id)
  if (!unit?.active)
    throw invalid('org.unit-unknown', `没有“${unit?.name ?? id}”这个在用的单位；请从单位列表中选择。`, {
      fields: [{ field: 'unit', sentence: '请选择单位' }],
    })
  return unit
}
async function getPerson(tx: Tx, id: string): Promise<Person> {
  const person = await lockPerson(tx, id)
  if (!person) throw notFound('org.person-unknown', `没有编号为“${id}”的人员；请从人员列表中选择。`)
  return person
}

export async function addPerson(tx: Tx, given: NewPerson, doing: Doing): Promise<Person> {
  const unit = await getUnitAtWork(tx, given.unit)
  const person: Person = {
    id: given.id ?? shortId('p'),
    name: given.name,
    unit: given.unit,
    phone: given.phone ?? null,
    active: true,
  }
  await insertPeople(tx, [person])
  if (given.account && given.password) await addAccount(tx, person, given.account, given.password, doing)
  await noteDoing(tx, doing, 'org.person-added', `在${unit.name}新增人员“${person.name}”`, {
    person: person.id,
    account: given.account ?? null,
  })
  return person
}

async function addAccount(tx: Tx, person: Person, account: string, password: string, doing: Doing): Promise<void> {
  if (await findAccount(tx, account))
    throw conflict('org.account-taken', `账号“${account}”已有人使用；请换一个账号名。`, {
      fields: [{ field: 'account', sentence: '账号已有人使用' }],
    })
  checkPassword(password, account)
  const passwordHash = await hashPassword(password)
  await insertAccounts(tx, [{ account, person: person.id, passwordHash, demo: false, changedAt: doing.at }])
}

export async function changePerson(
  tx: Tx,
  id: string,
  given: Partial<Pick<Person, 'name' | 'unit' | 'phone'>>,
  doing: Doing,
): Promise<Person> {
  const before = await getPerson(tx, id)
  if (given.unit && given.unit !== before.unit) await getUnitAtWork(tx, given.unit)
  const after = { ...before, ...given }
  await updatePerson(tx, after)
  await noteDoing(tx, doing, 'org.person-changed', `修改人员“${after.name}”的资料`, {
    person: id,
    changed: Object.keys(given),
  })
  return after
}

/** Gives a role in a unit from a day on. Roles that exclude each other never meet in one person (三员分立). */
export async function grantRole(
  tx: Tx,
  given: { person: string; role: string; unit: string; fromOn?: Day; toOn?: Day | null },
  roles: readonly RoleDeclaration[],
  doing: Doing,
): Promise<RoleGrant> {
  const role = roles.find(({ id }) => id === given.role)
  if (!role)
    throw invalid('org.role-unknown', `没有“${given.role}”这个岗位；请从岗位列表中选择。`, {
      fields: [{ field: 'role', sentence: '请选择岗位' }],
    })
  const person = await getPerson(tx, given.person)
  if (!person.active) throw conflict('org.person-left', `“${person.name}”已停用，不能再给岗位；请另选人员。`)
  const unit = await getUnitAtWork(tx, given.unit)
  const grant: RoleGrant = {
    person: person.id,
    role: role.id,
    unit: unit.id,
    fromOn: given.fromOn ?? dayOf(doing.at),
    toOn: given.toOn ?? null,
  }
  const held = await findGrants(tx, person.id)
  const same = held.find((one) => one.role === grant.role && one.unit === grant.unit && holdsOn(one, grant.fromOn))
  if (same) throw conflict('org.role-held', `“${person.name}”已经是${unit.name}的${role.label}，不用再给一次。`)
  checkSeparation(roles, held, grant)
  await insertGrants(tx, [grant])
  await noteDoing(tx, doing, 'org.role-granted', `任命“${person.name}”为${unit.name}${role.label}`, { ...grant })
  return grant
}

/**
 * Takes a role away, at once. Refused while the person still looks after an area or holds work in that role: somebody
 * else has to take it over first (casework: a person removed still holds a grid).
 */
export async function withdrawRole(
  tx: Tx,
  given: { person: string; role: string; unit: string },
  roles: readonly RoleDeclaration[],
  doing: Doing,
  heldWork: HeldWork = nothingHeld,
): Promise<void> {
  const person = await getPerson(tx, given.person)
  const today = dayOf(doing.at)
  const label = roles.find(({ id }) => id === given.role)?.label ?? given.role
  const held = (await findGrants(tx, person.id)).filter(({ toOn }) => toOn === null || toOn >= today)
  const ending = held.filter(({ role, unit }) => role === given.role && unit === given.unit)
  if (!ending.length) throw notFound('org.role-not-held', `“${person.name}”现在不是${label}，没有可以收回的岗位。`)
  // Held in another unit too, the role and what hangs on it stay.
  const elsewhere = held.some(({ role, unit }) => role === given.role && unit !== given.unit)
  if (!elsewhere) await checkNothingHeld(tx, person, given.role, `收回${label}岗位`, today, heldWork)
  await checkAdminLeft(tx, ending, today)
  await closeGrants(tx, ending, addDays(today, -1))
  await endSessions(tx, person.id)
  await noteDoing(tx, doing, 'org.role-withdrawn', `收回“${person.name}”的${label}岗位`, { ...given })
}

/** Ends a person's work: roles and account go, the name stays, since records name it. */
export async function removePerson(tx: Tx, id: string, doing: Doing, heldWork: HeldWork = nothingHeld): Promise<void> {
  const person = await getPerson(tx, id)
  const today = dayOf(doing.at)
  await checkNothingHeld(tx, person, undefined, '停用', today, heldWork)
  const open = (await findGrants(tx, id)).filter(({ toOn }) => toOn === null || toOn >= today)
  await checkAdminLeft(tx, open, today)
  await closeGrants(tx, open, addDays(today, -1))
  await deleteAccounts(tx, id)
  await endSessions(tx, id)
  await updatePerson(tx, { ...person, active: false })
  await noteDoing(tx, doing, 'org.person-removed', `停用人员“${person.name}”`, { person: id })
}

async function checkNothingHeld(
  tx: Tx,
  person: Person,
  role: string | undefined,
  doing: string,
  today: Day,
  heldWork: HeldWork,
): Promise<void> {
  const kept = (await findKeepers(tx)).filter(
    (keeper) => keeper.person === person.id && holdsOn(keeper, today) && (role === undefined || keeper.role === role),
  )
  const codes = kept.map(({ area }) => area)
  const areas = codes.length
    ? [`负责${codes.length}个网格（${codes.slice(0, 3).join('、')}${codes.length > 3 ? '等' : ''}）`]
    : []
  const still = [...areas, ...(await heldWork(tx, person.id, role))]
  if (still.length)
    throw conflict('org.still-held', `“${person.name}”还${still.join('，还')}，不能${doing}；请先交接给其他人员。`, {
      areas: codes,
    })
}

async function checkAdminLeft(tx: Tx, ending: readonly RoleGrant[], today: Day): Promise<void> {
  if (!ending.some(({ role }) => role === 'admin')) return
  const others = (await findGrants(tx)).filter(
    (grant) => grant.role === 'admin' && holdsOn(grant, today) && !ending.some((one) => one.person === grant.person),
  )
  if (!others.length)
    throw conflict('org.last-admin', '这是最后一名系统管理员，不能停用或收回；请先任命另一名系统管理员。')
}
