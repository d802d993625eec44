import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkNode, ensureInstalled, oneAtATime, root, Stop, step } from './prepare.mjs'

const at = (...path) => join(root, ...path)
const shared = ['package-lock.json', 'tsconfig.json', 'bin/build.mjs', 'platform', 'modules', 'kit']

const parts = {
  server: {
    title: '构建服务端',
    sources: [...shared, 'server', 'catalog', 'site'],
    build: (folder) => bundle('server/cli.ts', folder),
  },
  console: { title: '构建界面', sources: [...shared, 'vite.config.ts', 'console', 'site'], build: buildConsole },
}

/** Builds dist/server (and dist/console) from the sources, unless they were built from these very sources. */
export async function ensureBuilt({ console = true } = {}) {
  const wanted = console && existsSync(at('console', 'index.html')) ? ['server', 'console'] : ['server']
  const stale = () => wanted.filter((name) => !isBuilt(name))
  if (stale().length === 0) return
  await oneAtATime(async () => {
    for (const name of stale()) await buildPart(name)
  })
}

const noteOf = (name) => at('dist', name, '.built')
const isBuilt = (name) => existsSync(noteOf(name)) && readFileSync(noteOf(name), 'utf8') === hashOf(parts[name].sources)

async function buildPart(name) {
  const { title, sources, build } = parts[name]
  const hash = hashOf(sources)
  const unfinished = at('dist', `.${name}`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await step(title, () => build(unfinished))
  writeFileSync(join(unfinished, '.built'), hash)
  // Moved into place whole, so that a server that runs meanwhile never reads half a build.
  rmSync(at('dist', name), { recursive: true, force: true })
  renameSync(unfinished, at('dist', name))
}

/**
 * Puts one program and what it imports of ours into few files; packages stay in node_modules. What is only imported when it
 * is needed is a file of its own. Beside it lies the thread that the checker reads documents in.
 */
export async function bundle(entry, folder) {
  if (!existsSync(at(entry))) throw new Stop(`缺少源文件 ${entry}，检出不完整；请重新获取项目。`)
  const { build, stop } = await import('esbuild')
  const options = { bundle: true, packages: 'external', sourcemap: true, jsx: 'automatic', logLevel: 'warning' }
  await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [
      { in: entry, out: basename(entry, '.ts') },
      { in: 'modules/checker/thread.ts', out: 'checker-thread' },
    ],
    splitting: true,
    outdir: folder,
    platform: 'node',
    target: 'node20',
    // Otherwise each such pattern is compiled anew whenever it is met.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'esm',
    loader: { '.geojson': 'json' },
  })
  // Its helper process would live as long as the server.
  await stop()
}

async function buildConsole(folder) {
  const { build } = await import('vite')
  await build({
    root: at('console'),
    configFile: at('vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: false },
  })
}

function hashOf(sources) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(at(path))) return []
  if (!/^[a-z-]+$/.test(path)) return [path]
  return readdirSync(at(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

if (process.argv[1] === import.meta.filename) {
  try {
    checkNode()
    await ensureInstalled()
    await ensureBuilt()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
