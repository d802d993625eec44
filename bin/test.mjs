import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureInstalled, root, run, Stop, step } from './prepare.mjs'

const chromium = '/usr/bin/chromium'
const font = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

const total = { passed: 0, failed: 0, skipped: 0 }
const count = ({ passed, failed, skipped }) => {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** One check that is either fine or not; a failure is counted and the next check runs all the same. */
async function check(title, work) {
  const isFine = await step(title, work).catch((error) => {
    console.error(error instanceof Stop ? error.message : error)
    return false
  })
  if (!isFine) console.error(`${title}：未通过`)
  count(isFine ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
}

const tool = async (path, args, env = {}) =>
  (await run(process.execPath, [join(root, 'node_modules', path), ...args], { env: { ...process.env, ...env } })) === 0

async function ensureBrowser() {
  if (existsSync(chromium) && existsSync(font)) return
  const install = 'apt-get install -y --no-install-recommends chromium fonts-noto-cjk'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Stop(`浏览器测试需要 ${chromium} 和中文字体；请以 root 执行：apt-get update && ${install}`)
  }
  await step('安装 Chromium 与中文字体（apt-get）', async () => {
    const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    await run('apt-get', ['update', '-q'], options)
    const code = await run('apt-get', install.split(' ').slice(1), options)
    if (code !== 0) throw new Stop(`安装失败（退出码 ${code}）；请手工执行：apt-get update && ${install}`)
  })
}

async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'chengji-counts-'))
  const counts = join(folder, 'counts.json')
  const isFine = await tool('vitest/vitest.mjs', ['run', ...args], { TEST_COUNTS: counts })
  const told = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
  rmSync(folder, { recursive: true })
  // vitest may fail without a failed test: none found, or an error while closing.
  if (!isFine && told.failed === 0) told.failed = 1
  count(told)
}

try {
  checkNode()
  await ensureInstalled({ tools: true })
  await ensureBrowser()
  await check('类型检查', () => tool('typescript/bin/tsc', ['-p', 'tsconfig.json']))
  await check('格式与规范检查', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']))
  const { ensureBuilt } = await import('./build.mjs')
  await check('构建', async () => {
    await ensureBuilt()
    return true
  })
  await runTests(process.argv.slice(2))
  process.exitCode = total.failed > 0 ? 1 : 0
} catch (error) {
  console.error(error instanceof Stop ? error.message : error)
  count({ passed: 0, failed: 1, skipped: 0 })
  process.exitCode = 1
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
