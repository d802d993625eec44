import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Config } from '../../platform/config.ts'
import { refuse } from '../../platform/errors.ts'
import { logOptions } from '../../platform/log.ts'
import { demoAccounts, loadDemonstration } from '../demonstration.ts'
import { createServer, refuseOpenDemo, type Server } from '../main.ts'
import { openPlace, type Place } from '../place.ts'

const say = (sentence: string) => console.error(sentence)

async function listen({ http }: Server, { host, port }: Config): Promise<string> {
  try {
    await http.listen({ host, port })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE')
      throw refuse(
        'server.port-used',
        `端口 ${port} 已被别的程序占用；可以先停掉它，或换一个端口：PORT=8081 npm start。`,
        { status: 500 },
      )
    if (code === 'EACCES')
      throw refuse('server.port-closed', `没有权限监听端口 ${port}；请换用 1024 以上的端口。`, { status: 500 })
    throw error
  }
  const { port: opened } = http.server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${opened}`
}

async function greet(address: string, { parts }: Server): Promise<void> {
  const accounts = await demoAccounts(parts)
  console.log(`\n城绩已启动：${address}`)
  if (accounts.length) {
    console.log('公开页（不用登录）：', `${address}/public`)
    console.log('\n演示账号（数据均为演示，仅限本机访问）：')
    for (const { title, lines } of accounts) console.log(`  ${title}\n${lines.map((line) => `    ${line}`).join('\n')}`)
  }
  console.log('\n按 Ctrl-C 结束。')
}

const signals = ['SIGINT', 'SIGTERM'] as const
function untilAsked(): Promise<unknown> {
  return Promise.race(signals.map((signal) => once(process, signal)))
}

async function serveUntilAsked(config: Config, place: Place): Promise<void> {
  const asked = untilAsked()
  const server = await createServer({
    config,
    appUrl: place.appUrl,
    jobsUrl: place.jobsUrl,
    log: logOptions(config.logLevel),
  })
  try {
    await refuseOpenDemo(config, server.parts)
    const address = await listen(server, config)
    await greet(address, server)
    await asked
    say('\n正在结束…')
  } finally {
    await server.close()
  }
}

/** Starts everything and serves until Ctrl-C or SIGTERM. The first run loads the demonstration. */
export async function startCommand(config: Config): Promise<number> {
  const place = await openPlace(config, say)
  try {
    await loadDemonstration(config, place, say)
    await serveUntilAsked(config, place)
  } finally {
    await place.leave()
  }
  return 0
}
