import { tooMany } from '../errors.ts'

const ALLOWED = 5
const LOCK_MS = 15 * 60_000
const KEPT = 50_000

interface Tries {
  failed: number
  sinceMs: number
  lockedUntilMs: number
}

export interface Lockout {
  /** Counts a try before the password is looked at, so that many at once do not slip through; gives how many are left
   *  should it fail. Refuses when locked. */
  begin(key: string, nowMs: number): number
  succeed(key: string): void
}

/** After five wrong passwords an account is locked for a quarter of an hour, whether it exists or not (GB/T 22239-2019, 8.1.4.1). */
export function createLockout(): Lockout {
  const tries = new Map<string, Tries>()
  return {
    begin(key, nowMs) {
      const known = tries.get(key)
      if (known && nowMs < known.lockedUntilMs) throw locked(known.lockedUntilMs, nowMs)
      const current = known && nowMs - known.sinceMs < LOCK_MS ? known : { failed: 0, sinceMs: nowMs, lockedUntilMs: 0 }
      if (current.lockedUntilMs) Object.assign(current, { failed: 0, sinceMs: nowMs, lockedUntilMs: 0 })
      current.failed++
      if (current.failed >= ALLOWED) current.lockedUntilMs = nowMs + LOCK_MS
      tries.set(key, current)
      if (tries.size > KEPT) tries.delete(tries.keys().next().value!)
      return ALLOWED - current.failed
    },
    succeed: (key) => void tries.delete(key),
  }
}

const shanghaiTime = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)

export const locked = (untilMs: number, nowMs: number) =>
  tooMany(
    'session.locked',
    `密码连续输错${ALLOWED}次，该账号已锁定到${shanghaiTime(untilMs)}；请到时再试，或请系统管理员重设密码。`,
    { retryAfter: Math.ceil((untilMs - nowMs) / 1000) },
  )
export const lockedFrom = (nowMs: number) => locked(nowMs + LOCK_MS, nowMs)
