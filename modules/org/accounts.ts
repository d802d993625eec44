import type { Accounts } from '../../platform/auth.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { loadOrg } from './load.ts'
import { findAccount, insertLog } from './store.ts'

/** What sign-in asks of the bureau's people. */
export const accountsOf = (database: Database): Accounts => ({
  find: findAccount,
  actor: async (tenant, person, at) => {
    const org = await loadOrg(database, tenant, { now: () => at })
    return org.people.some(({ id, active }) => id === person && active) ? org.actorOf(person, dayOf(at)) : undefined
  },
  note: (tx, { account, person, address, at }) =>
    insertLog(tx, {
      at,
      by: person ?? '',
      what: person ? 'session.begun' : 'session.refused',
      sentence: person ? `账号“${account}”登录` : `账号“${account}”登录未成功`,
      about: { account, address },
    }),
})
