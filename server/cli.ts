import { readConfig } from '../platform/config.ts'
import { refuse } from '../platform/errors.ts'

const usage = `用法：npx chengji <命令>
  start                         启动服务（首次会装载演示数据）
  migrate                       升级数据库
  demo [--remove]               装载演示数据；--remove 全部移除
  verify [单位代码]              核对：记录链、记录与经过、封账、已公开的报告
  verify 数据包.zip              离线核对公开页面上下载的数据包，不需要数据库和网络
  figure 单位代码 指标 --period 2022 [--as-of 封账编号] [--json]
  evaluate 单位代码 年度 [--scheme 评分办法] [--json]
  check 文件或目录… [--json] [--text 去处] [--html 去处] [--xlsx 文件]
                                审校写好的报告，不需要数据库和网络`

/** Each is loaded when it is called: whoever checks a file needs neither a server nor a database. */
const commands = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  figure: async () => (await import('./commands/figure.ts')).figureCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
}

const [name, ...args] = process.argv.slice(2)
if (name === undefined) {
  // Whoever only looks what there is gets no server.
  console.error(usage)
  process.exitCode = 1
} else if (['help', '--help', '-h'].includes(name)) console.log(usage)
else {
  const command = commands[name as keyof typeof commands]
  if (!command) throw refuse('cli.unknown', `没有“${name}”这个命令。\n${usage}`)
  const run = await command()
  process.exitCode = await run(readConfig(process.env), args)
}
