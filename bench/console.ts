import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../platform/config.ts'
import { round } from './parts/say.ts'

// npm run bench -- console: what a browser fetches before the console draws anything, compressed as the server does it;
// and what each screen adds when it is first opened.

interface Chunk {
  file: string
  src?: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}
const built = join(projectRoot, 'dist', 'console')
const gzipped = (file: string) => gzipSync(readFileSync(join(built, file))).length
const kB = (bytes: number) => round(bytes / 1000)
const sum = (files: Iterable<string>) => [...files].reduce((all, file) => all + gzipped(file), 0)

/** A chunk and all it imports at once, with their styles. */
function filesOf(manifest: Record<string, Chunk>, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name]
  if (!chunk || seen.has(chunk.file)) return seen
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file)
  for (const other of chunk.imports ?? []) filesOf(manifest, other, seen)
  return seen
}

const { status } = spawnSync(process.execPath, ['bin/build.mjs'], { cwd: projectRoot, stdio: 'inherit' })
if (status !== 0) process.exit(1)
const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
const html = readFileSync(join(built, 'index.html'), 'utf8')
const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file!)
// What the page names and what the bundler knows to be imported at once: should they ever differ, both are fetched.
const first = new Set(['index.html', ...linked, ...filesOf(manifest, 'index.html')])
const screens = (manifest['index.html']?.dynamicImports ?? [])
  .map((name) => {
    const added = [...filesOf(manifest, name)].filter((file) => !first.has(file))
    return { screen: manifest[name]!.src?.split('/').at(-1) ?? name, kB: kB(sum(added)) }
  })
  .sort((a, b) => b.kB - a.kB)
const firstLoad = kB(sum(first))
console.log(`first load: ${first.size} files, ${firstLoad} kB gzip (at most 250)`)
for (const { screen, kB: more } of screens) console.log(`  ${screen}: ${more} kB more when first opened`)
console.log(JSON.stringify({ bench: 'console', firstLoadKB: firstLoad, files: first.size, screens }))
if (firstLoad > 250) process.exitCode = 1
