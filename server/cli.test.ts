import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const chengji = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...args], { encoding: 'utf8' })

test('without a command nothing is started: what there is is told, and it is not done', () => {
  const { status, stdout, stderr } = chengji()
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('用法：npx chengji <命令>')
})

test('whoever asks for help gets the same, and that is done', () => {
  const { status, stdout } = chengji('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('start                         启动服务')
})
