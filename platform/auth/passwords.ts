import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { invalid } from '../errors.ts'

// argon2id, as OWASP's password storage sheet asks for at least: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

let dummy: Promise<string> | undefined

/** Whether the password fits. Without a hash (no such account) it takes as long and says no. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(24).toString('base64url'))
  const fits = await verify(passwordHash ?? (await dummy), password.normalize('NFKC'))
  return fits && passwordHash !== undefined
}

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]

/** Refuses a password that is too weak (GB/T 22239-2019, 8.1.4.1: complexity; practice: eight of three kinds). */
export function checkPassword(password: string, account: string): void {
  const used = kinds.filter((kind) => kind.test(password)).length
  if (password.length < 8 || password.length > 128 || used < 3 || password.toLowerCase().includes(account))
    throw invalid(
      'session.password-weak',
      '密码至少8位，含大写字母、小写字母、数字、符号中的三种，且不含账号；请换一个密码。',
      { fields: [{ field: 'password', sentence: '密码不够复杂' }] },
    )
}
