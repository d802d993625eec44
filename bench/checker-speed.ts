import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReading } from '../modules/checker/check/index.ts'
import { Desk } from '../modules/checker/desk.ts'
import { faultyFiles } from '../modules/checker/fixtures/formats.ts'
import { readBytes } from '../modules/checker/read/document.ts'
import { readText } from '../modules/checker/read/text.ts'
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

const desk = new Desk()
for (const { name, bytes } of await faultyFiles()) await desk.check(name, bytes)
const pdfs = haveReports() ? readdirSync(reportsFolder).filter((name) => name.endsWith('.pdf')) : []
for (const name of pdfs) await desk.check(name, new Uint8Array(readFileSync(join(reportsFolder, name))))
await desk.close()
console.log(`各种格式在一个线程里读过、审校过，内存最多 ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)

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
