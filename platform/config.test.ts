import { expect, test } from 'vitest'
import { projectRoot, readConfig } from './config.ts'
import type { Refusal } from './errors.ts'

test('without any setting the office gets a working default on its own machine', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: `${projectRoot}/.data`,
    databaseUrl: undefined,
    logLevel: 'info',
    behindTls: false,
    rateLimit: 1200,
  })
})

test('given settings are read, and an empty one counts as not given', () => {
  const databaseUrl = 'postgresql://chief:secret@db:5432/city'
  expect(
    readConfig({
      PORT: '80',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/城绩',
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: '',
      BEHIND_TLS: 'True',
      RATE_LIMIT: '200000',
    }),
  ).toEqual({
    port: 80,
    host: '0.0.0.0',
    dataDir: '/srv/城绩',
    databaseUrl,
    logLevel: 'info',
    behindTls: true,
    rateLimit: 200000,
  })
})

function problemsOf(env: Record<string, string>): unknown {
  try {
    readConfig(env)
  } catch (error) {
    return (error as Refusal).details.problems
  }
}

test('every wrong setting is told at once, and no password with it', () => {
  const wrong = {
    PORT: 'abc',
    HOST: '哪里',
    DATABASE_URL: 'mysql://a:secret@b/c',
    LOG_LEVEL: 'loud',
    BEHIND_TLS: '也许',
    RATE_LIMIT: '0',
  }
  expect(problemsOf(wrong)).toEqual([
    'PORT=abc：端口应为 1–65535 的整数',
    'HOST=哪里：监听地址应为 IP 地址或主机名，如 127.0.0.1、0.0.0.0',
    'DATABASE_URL=（略）：数据库地址应形如 postgres://用户:密码@主机:5432/库名',
    'LOG_LEVEL=loud：日志级别应为 fatal、error、warn、info、debug、trace、silent 之一',
    'BEHIND_TLS=也许：应为 true 或 false',
    'RATE_LIMIT=0：每分钟请求数上限应为不小于 10 的整数；不能关闭',
  ])
})

test('a port outside 1–65535 is refused', () => {
  for (const PORT of ['0', '65536', '-1', '80.5', '８０']) expect(problemsOf({ PORT })).toHaveLength(1)
})
