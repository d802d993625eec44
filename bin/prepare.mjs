// Stands on Node alone: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...path) => join(root, ...path)

/** Ends with a sentence instead of a stack. */
export class Stop extends Error {}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Stop(
    `需要 Node.js 20.19 以上（建议 24 LTS），当前为 ${process.versions.node}；请从 https://nodejs.org 安装后重试。`,
  )
}

/** Says what is being done, that it still is, and how long it took. To stderr: stdout belongs to the command. */
export async function step(title, work) {
  const startedMs = performance.now()
  const seconds = () => `${((performance.now() - startedMs) / 1000).toFixed(1)} 秒`
  console.error(`${title}…`)
  const pulse = setInterval(() => console.error(`  仍在进行，已 ${seconds()}`), 10_000)
  try {
    const result = await work()
    console.error(`${title}：完成，用时 ${seconds()}`)
    return result
  } finally {
    clearInterval(pulse)
  }
}

/** Runs a program in the project with our input and output. Gives its exit code. */
export async function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
  const [code] = await once(child, 'exit').catch((error) => {
    throw new Stop(`无法运行 ${program}（${error.code ?? error.message}）；请确认它已安装并在 PATH 中。`)
  })
  return code ?? 1
}

/** Two starts in one checkout install and build one after the other. The kernel frees the lock with its process. */
export async function oneAtATime(work) {
  if (process.platform !== 'linux') return work()
  const name = `\0chengji-prepare-${createHash('sha256').update(root).digest('hex')}`
  const lock = await takeLock(name)
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function takeLock(name) {
  for (let told = false; ; told = true) {
    const server = createServer((socket) => socket.destroy()).listen(name)
    try {
      await once(server, 'listening')
      return server.unref()
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      if (!told) console.error('另一个进程正在安装或构建，等待它完成…')
      await new Promise((done) => setTimeout(done, 200))
    }
  }
}

const stamp = at('node_modules', '.chengji-lock')
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()

/** Installs exactly what package-lock.json names, unless that is what is there. */
export async function ensureInstalled({ tools = false } = {}) {
  const isEnough = () => isInstalled() && (!tools || existsSync(at('node_modules', 'vitest')))
  if (isEnough()) return
  await oneAtATime(async () => {
    if (isEnough()) return
    if (!isAlreadyThere(tools)) await step('安装依赖（npm ci，首次约需半分钟）', installAll)
    writeFileSync(stamp, lockHash())
  })
}

/** Whether somebody has run `npm ci` or `npm install` by hand: npm notes what it installed. Without `tools`, what only
 *  development needs may be missing. */
function isAlreadyThere(tools) {
  const note = at('node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const there = packagesOf(note)
  const wanted = Object.entries(packagesOf(at('package-lock.json'))).filter(
    ([path, { dev, optional, devOptional, peer }]) => path && !optional && !devOptional && !peer && (tools || !dev),
  )
  return wanted.every(([path, { version }]) => there[path]?.version === version)
}

async function installAll() {
  // Called through npx, npm hands its own settings down; they must not reach this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)))
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run('npm', args, { env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (code !== 0) {
    throw new Stop(
      `安装依赖失败（npm ci 退出码 ${code}）；请检查网络与 npm 镜像设置（npm config get registry）后重试。`,
    )
  }
}
const inherited =
  /^npm_(config_(package|call|yes|global|prefix|local_prefix|omit|include|dry_run|workspace.*)|package_|lifecycle_|command)/i
