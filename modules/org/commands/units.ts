import type { Tx } from '../../../platform/db.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { checkUnitTree, type Unit } from '../domain.ts'
import { findGrants, findPeople, findUnits, insertUnits, updateUnit } from '../store.ts'
import { type Doing, noteDoing, shortId } from './doing.ts'

/** Refuses a broken tree. */
export async function addUnit(
  tx: Tx,
  given: Omit<Unit, 'id' | 'active'> & { id?: string },
  doing: Doing,
): Promise<Unit> {
  const unit: Unit = { ...given, id: given.id ?? shortId('u'), active: true }
  checkUnitTree([...(await findUnits(tx)), unit])
  await insertUnits(tx, [unit])
  await noteDoing(tx, doing, 'org.unit-added', `新增单位“${unit.name}”`, { ...unit })
  return unit
}

/** Changes a unit, or closes it. Refuses a broken tree, and closing a unit people still work in. */
export async function changeUnit(tx: Tx, unit: Unit, doing: Doing): Promise<Unit> {
  const units = await findUnits(tx)
  const before = units.find(({ id }) => id === unit.id)
  if (!before) throw notFound('org.unit-unknown', `没有编号为“${unit.id}”的单位；请从单位列表中选择。`)
  checkUnitTree([...units.filter(({ id }) => id !== unit.id), unit])
  if (before.active && !unit.active) await checkEmpty(tx, units, unit)
  await updateUnit(tx, unit)
  await noteDoing(tx, doing, 'org.unit-changed', `修改单位“${unit.name}”`, { before, after: unit })
  return unit
}

async function checkEmpty(tx: Tx, units: readonly Unit[], unit: Unit): Promise<void> {
  const below = units.filter(({ parent, active }) => parent === unit.id && active)
  const people = (await findPeople(tx)).filter((person) => person.unit === unit.id && person.active)
  const held = (await findGrants(tx)).filter((grant) => grant.unit === unit.id && grant.toOn === null)
  const still = [
    below.length ? `${below.length}个下级单位` : '',
    people.length ? `${people.length}名人员` : '',
    held.length ? `${held.length}个岗位` : '',
  ].filter(Boolean)
  if (still.length)
    throw conflict('org.unit-in-use', `“${unit.name}”还有${still.join('、')}，不能停用；请先调整到其他单位。`)
}
