import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './build.mjs'
import { checkNode, ensureInstalled, root, Stop } from './prepare.mjs'

try {
  checkNode()
  await ensureInstalled()
  const [name, ...args] = process.argv.slice(2)
  checkName(name)
  const folder = join(root, 'dist', 'bench')
  await bundle(`bench/${name}.ts`, folder)
  const file = join(folder, `${name}.js`)
  process.argv = [process.argv[0], file, ...args]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(file).href)
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function checkName(name) {
  const folder = join(root, 'bench')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const names = files.filter((file) => /^[a-z0-9-]+\.ts$/.test(file)).map((file) => file.slice(0, -3))
  if (names.includes(name)) return
  const problem = name ? `没有名为“${name}”的测量` : '请说明要测量什么'
  throw new Stop(`${problem}：npm run bench -- 名称 [参数]；可以：${names.join('、') || '（暂无）'}`)
}
