import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkReading } from '../modules/checker/check/index.ts'
import { faultyFiles } from '../modules/checker/fixtures/formats.ts'
import { readBytes } from '../modules/checker/read/document.ts'
import { readText } from '../modules/checker/read/text.ts'
import { projectRoot } from '../platform/config.ts'
import { haveReports, ownReports, reportsFolder } from './checker/relations.ts'

/** On one core: how many reports of 10,000 characters are checked in a second, how long each format takes to read, and the memory. */
const LENGTH = 10_000
const ROUNDS = 5

const median = (values: number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] as number
/** Milliseconds of processor time: others on the machine do not count. */
async function timed(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / 1000)
  }
  return median(times)
}

/** The program itself, told to say at its end how much memory it had at most. In MB. */
function memoryFor(file: string): number {
  const told = encodeURIComponent("process.on('exit',()=>console.error('MB',process.resourceUsage().maxRSS/1024))")
  const { stderr } = spawnSync(process.execPath, [join(projectRoot, 'bin/chengji.mjs'), 'check', file], {
    env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${told}` },
    encoding: 'utf8',
  })
  return Math.max(...[...stderr.matchAll(/MB (\d+)/g)].map(([, mb]) => Number(mb)))
}

const pdfs = haveReports() ? readdirSync(reportsFolder).filter((name) => name.endsWith('.pdf')) : []
const folder = mkdtempSync(join(tmpdir(), 'chengji-bench-'))
for (const { name, bytes } of await faultyFiles()) {
  writeFileSync(join(folder, name), bytes)
  console.log(`npx chengji check ${name}：内存最多 ${memoryFor(join(folder, name))} MB`)
}
rmSync(folder, { recursive: true })
for (const name of pdfs) console.log(`npx chengji check ${name}：内存最多 ${memoryFor(join(reportsFolder, name))} MB`)

/** Each fixture with those after it, up to ten thousand characters: a fixture said again and again would be no report. */
const own = ownReports()
const texts = own.map(({ name }, at) => ({
  name,
  text: [...own.slice(at), ...own.slice(0, at)]
    .map(({ text }) => text)
    .join('')
    .slice(0, LENGTH),
}))
for (const { name, text } of texts) checkReading(readText(name, text))
const whole = await timed(() => texts.map(({ name, text }) => checkReading(readText(name, text))))
let slowest = { name: '', ms: 0 }
for (const { name, text } of texts) {
  const ms = await timed(() => checkReading(readText(name, text)))
  if (ms > slowest.ms) slowest = { name, ms }
}
console.log(
  `${texts.length} 份各一万字的报告：每秒审校 ${((texts.length / whole) * 1000).toFixed(1)} 份（最慢 ${slowest.name} ${slowest.ms.toFixed(0)} 毫秒）`,
)

for (const { name, bytes } of await faultyFiles())
  console.log(
    `读 ${name}（${(bytes.length / 1024).toFixed(0)} KB）：${(await timed(() => readBytes(name, bytes))).toFixed(1)} 毫秒`,
  )

for (const name of pdfs) {
  const bytes = new Uint8Array(readFileSync(join(reportsFolder, name)))
  const reading = await readBytes(name, bytes)
  const pages = reading.pages?.length ?? 0
  const [read, check] = [await timed(() => readBytes(name, bytes)), await timed(() => checkReading(reading))]
  console.log(
    `${name}（${pages} 页）：读 ${read.toFixed(0)} 毫秒，审校 ${check.toFixed(0)} 毫秒；合 60 页 ${((((read + check) / pages) * 60) / 1000).toFixed(1)} 秒`,
  )
}
