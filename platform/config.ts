import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { refuse } from './errors.ts'

/** The folder of package.json: the same from the sources and from the built dist/. */
export const projectRoot = findRoot(import.meta.dirname)

function findRoot(from: string): string {
  let folder = from
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) return from
    folder = dirname(folder)
  }
  return folder
}

export interface Config {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** The database's owner; without it the built-in database is used. */
  databaseUrl: string | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** A proxy speaks https for us: only then HSTS, secure cookies and the proxy's word for the caller's address. */
  behindTls: boolean
  /** Requests a minute of one session, or of one address without a session. */
  rateLimit: number
}

type Env = Readonly<Record<string, string | undefined>>

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const yes = ['1', 'true', 'yes', 'on']
const no = ['0', 'false', 'no', 'off']

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535

function isDatabaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1
}

const schema = z.object({
  PORT: z.string().refine(isPort, '端口应为 1–65535 的整数').default('8080').transform(Number),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, '监听地址应为 IP 地址或主机名，如 127.0.0.1、0.0.0.0')
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((folder) => resolve(projectRoot, folder)),
  DATABASE_URL: z.string().refine(isDatabaseUrl, '数据库地址应形如 postgres://用户:密码@主机:5432/库名').optional(),
  LOG_LEVEL: z.enum(levels, `日志级别应为 ${levels.join('、')} 之一`).default('info'),
  BEHIND_TLS: z
    .string()
    .toLowerCase()
    .refine((text) => yes.includes(text) || no.includes(text), '应为 true 或 false')
    .default('false')
    .transform((text) => yes.includes(text)),
  RATE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{1,7}$/, '每分钟请求数上限应为不小于 10 的整数；不能关闭')
    .default('1200')
    .transform(Number),
})

/** Reads the settings from the environment (an empty value counts as not given). Throws `config.invalid` with every
 *  problem at once, one a line, in `details.problems` too. Passwords are not repeated. */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = schema.safeParse(given)
  if (!read.success) throw invalidConfig(read.error.issues, given)
  const { PORT, HOST, DATA_DIR, DATABASE_URL, LOG_LEVEL, BEHIND_TLS, RATE_LIMIT } = read.data
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL,
    behindTls: BEHIND_TLS,
    rateLimit: RATE_LIMIT,
  }
}

function invalidConfig(issues: readonly { path: PropertyKey[]; message: string }[], given: Env) {
  const problems = issues.map(({ path, message }) => {
    const name = String(path[0])
    return `${name}=${name === 'DATABASE_URL' ? '（略）' : given[name]}：${message}`
  })
  return refuse('config.invalid', `启动配置有 ${problems.length} 处问题：\n${problems.join('\n')}`, {
    details: { problems },
  })
}
