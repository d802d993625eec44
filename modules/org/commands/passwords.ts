import { checkPassword, hashPassword, passwordFits } from '../../../platform/auth/passwords.ts'
import { endSessions } from '../../../platform/auth/store.ts'
import type { Tx } from '../../../platform/db.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { findAccount, findAccounts, updatePassword } from '../store.ts'
import { type Doing, noteDoing } from './doing.ts'

/** Sets a new password for somebody who forgot it, and signs them out everywhere. */
export async function resetPassword(tx: Tx, account: string, password: string, doing: Doing): Promise<void> {
  const found = await findAccount(tx, account)
  if (!found) throw notFound('org.account-unknown', `没有账号“${account}”；请检查账号名。`)
  checkPassword(password, account)
  await updatePassword(tx, account, await hashPassword(password), doing.at)
  await endSessions(tx, found.person)
  await noteDoing(tx, doing, 'org.password-reset', `重设账号“${account}”的密码`, { account, person: found.person })
}

/** The other sessions of the person end; the caller signs in anew. */
export async function changeOwnPassword(tx: Tx, given: { old: string; password: string }, doing: Doing): Promise<void> {
  const own = (await findAccounts(tx)).find(({ person }) => person === doing.by)
  if (!own || !(await passwordFits(own.passwordHash, given.old)))
    throw invalid('session.password-wrong', '原密码不对；请重新输入。', {
      fields: [{ field: 'old', sentence: '原密码不对' }],
    })
  if (own.demo) throw invalid('session.demo-password', '演示账号的密码是公开的，不能修改；请用正式账号登录后修改。')
  checkPassword(given.password, own.account)
  await updatePassword(tx, own.account, await hashPassword(given.password), doing.at)
  await endSessions(tx, doing.by)
  await noteDoing(tx, doing, 'org.password-changed', '修改了自己的密码', { account: own.account })
}
