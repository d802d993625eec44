import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Actor } from './auth/actor.ts'
import { createLockout, lockedFrom } from './auth/lockout.ts'
import { passwordFits } from './auth/passwords.ts'
import {
  deleteExpired,
  deleteSession,
  findSession,
  insertSession,
  type SessionRow,
  touchSession,
} from './auth/store.ts'
import type { Clock, Instant } from './clock.ts'
import type { Database, Tx } from './db.ts'
import { unauthenticated } from './errors.ts'

export type { Actor, Grant } from './auth/actor.ts'
export { checkPassword, hashPassword } from './auth/passwords.ts'
export { endSessions } from './auth/store.ts'

const IDLE_MS = 12 * 3_600_000
const WHOLE_MS = 7 * 24 * 3_600_000
export const SESSION_SECONDS = WHOLE_MS / 1000
const TOUCH_MS = 60_000
/** How long an answer may be used again without asking the database: a move costs no further round trip. */
const KEPT_MS = 10_000
const KEPT_SESSIONS = 20_000

/** What sign-in asks of the bureau's people; the module that owns them is handed in. */
export interface Accounts {
  find(tx: Tx, account: string): Promise<{ person: string; passwordHash: string } | undefined>
  /** Undefined when the person no longer works here. */
  actor(tenant: string, person: string, at: Instant): Promise<Actor | undefined>
  /** Writes into the log that somebody came in, or tried to. In the sign-in's transaction. */
  note?(tx: Tx, signIn: { account: string; person?: string; address: string; at: Instant }): Promise<void>
}

export interface Session {
  /** Which session it is, without giving away the cookie. */
  key: string
  actor: Actor
  csrf: string
  expiresAt: Instant
}

export interface Auth {
  /** Refuses with `session.refused` or `session.locked`. The cookie is told here and kept nowhere. */
  signIn(given: {
    tenant: string
    account: string
    password: string
    address: string
  }): Promise<{ cookie: string; session: Session }>
  signOut(cookie: string): Promise<void>
  /** The session of a cookie: undefined when unknown, idle for twelve hours, or a week old. */
  find(cookie: string): Promise<Session | undefined>
  /** The key of a cookie that was found a moment ago; asks nobody. */
  known(cookie: string): string | undefined
  /** Roles have changed: the next request of this person, or of everybody in the bureau, asks the database again. */
  forget(tenant: string, person?: string): void
}

interface Kept {
  untilMs: number
  session: Promise<Session | undefined>
  person: string | undefined
  tenant: string
}

const cookiePattern = /^(\d{6}(?:\d{2})?)\.([A-Za-z0-9_-]{43})$/
const sha256 = (text: string) => createHash('sha256').update(text).digest()
const instant = (ms: number): Instant => new Date(ms).toISOString()

export function createAuth({
  database,
  clock,
  accounts,
}: {
  database: Database
  clock: Clock
  accounts: Accounts
}): Auth {
  const kept = new Map<string, Kept>()
  const lockout = createLockout()
  const nowMs = () => Date.parse(clock.now())

  const keep = (key: string, tenant: string, session: Promise<Session | undefined>) => {
    const entry: Kept = { untilMs: nowMs() + KEPT_MS, session, person: kept.get(key)?.person, tenant }
    kept.set(key, entry)
    if (kept.size > KEPT_SESSIONS) kept.delete(kept.keys().next().value!)
    const drop = () => kept.get(key) === entry && kept.delete(key)
    session.then((found) => {
      if (found) entry.person = found.actor.person
      else drop()
    }, drop)
  }

  const read = async (tenant: string, idHash: Buffer): Promise<Session | undefined> => {
    const now = nowMs()
    const row = await database.inTenant(tenant, async (tx) => {
      const found = await findSession(tx, idHash)
      if (!found || isOver(found, now)) return undefined
      if (now - Date.parse(found.seenAt) > TOUCH_MS) await touchSession(tx, idHash, instant(now))
      return found
    })
    const actor = row && (await accounts.actor(tenant, row.person, instant(now)))
    return actor && { key: idHash.toString('hex'), actor, csrf: row.csrf, expiresAt: row.expiresAt }
  }

  return {
    async signIn({ tenant, account, password, address }) {
      const now = nowMs()
      const key = `${tenant}/${account}`
      const left = lockout.begin(key, now)
      const found = await database.inTenant(tenant, (tx) => accounts.find(tx, account))
      if (!(await passwordFits(found?.passwordHash, password)) || !found) {
        await database.inTenant(tenant, async (tx) => accounts.note?.(tx, { account, address, at: instant(now) }))
        throw wrong(left, now)
      }
      const actor = await accounts.actor(tenant, found.person, instant(now))
      if (!actor) throw unauthenticated('session.person-left', '该账号的人员已停用，不能登录；请联系系统管理员。')
      lockout.succeed(key)
      const id = randomBytes(32).toString('base64url')
      const row: SessionRow = {
        person: found.person,
        csrf: randomBytes(24).toString('base64url'),
        seenAt: instant(now),
        expiresAt: instant(now + WHOLE_MS),
      }
      await database.inTenant(tenant, async (tx) => {
        await deleteExpired(tx, row.seenAt)
        await insertSession(tx, sha256(id), row)
        await accounts.note?.(tx, { account, person: found.person, address, at: row.seenAt })
      })
      const session = { key: sha256(id).toString('hex'), actor, csrf: row.csrf, expiresAt: row.expiresAt }
      return { cookie: `${tenant}.${id}`, session }
    },

    async signOut(cookie) {
      const [, tenant, id] = cookiePattern.exec(cookie) ?? []
      if (!tenant || !id) return
      await database.inTenant(tenant, (tx) => deleteSession(tx, sha256(id)))
      kept.delete(sha256(id).toString('hex'))
    },

    async find(cookie) {
      const [, tenant, id] = cookiePattern.exec(cookie) ?? []
      if (!tenant || !id) return undefined
      const idHash = sha256(id)
      const key = idHash.toString('hex')
      const entry = kept.get(key)
      if (entry && entry.tenant === tenant && nowMs() < entry.untilMs) return entry.session
      const session = read(tenant, idHash)
      keep(key, tenant, session)
      return session
    },

    known(cookie) {
      const [, tenant, id] = cookiePattern.exec(cookie) ?? []
      const key = id && sha256(id).toString('hex')
      return key && kept.get(key)?.tenant === tenant && kept.get(key)?.person ? key : undefined
    },

    forget(tenant, person) {
      for (const [key, entry] of kept)
        if (entry.tenant === tenant && (person === undefined || entry.person === undefined || entry.person === person))
          kept.delete(key)
    },
  }
}

const isOver = ({ seenAt, expiresAt }: SessionRow, now: number) =>
  now >= Date.parse(expiresAt) || now - Date.parse(seenAt) >= IDLE_MS

const wrong = (left: number, now: number) =>
  left === 0
    ? lockedFrom(now)
    : unauthenticated('session.refused', `账号或密码不对；再错${left}次将锁定15分钟。`, {
        fields: [{ field: 'password', sentence: '账号或密码不对' }],
      })

/** Compares two secrets without telling by the time it takes how far they agree. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b))
}
