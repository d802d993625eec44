import { damaged } from '../modules/checker/fixtures/damage.ts'
import { faultyFiles } from '../modules/checker/fixtures/formats.ts'
import { Desk, Unreadable } from '../modules/checker/index.ts'

/** Damaged files, 2,000 unless told (`-- 500`): each must be read or refused with a sentence. Says what became of them. */
const count = Number(process.argv[2] ?? 2000)
const sound = await faultyFiles()
const desk = new Desk({ threads: 2 })
const outcomes = new Map<string, number>()
const wrong: string[] = []
let slowest = { name: '', ms: 0 }

async function one(number: number) {
  const { name, bytes } = damaged(sound, number)
  const began = performance.now()
  const outcome = await desk.check(name, bytes).then(
    () => '读出',
    (error) => (error instanceof Unreadable ? error.code : `故障 ${name}：${error.message?.split('\n')[0]}`),
  )
  const ms = performance.now() - began
  if (ms > slowest.ms) slowest = { name, ms }
  if (outcome.startsWith('故障') || outcome === 'too-slow') wrong.push(`${name} ${outcome}`)
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
}

const began = performance.now()
for (let number = 0; number < count; number += 2) await Promise.all([one(number), one(number + 1)])
await desk.close()
const seconds = (performance.now() - began) / 1000
console.log(`${count} 个损坏文件，用时 ${seconds.toFixed(0)} 秒，最慢 ${slowest.name} ${slowest.ms.toFixed(0)} 毫秒`)
for (const [outcome, times] of [...outcomes].sort((one, other) => other[1] - one[1]))
  console.log(`  ${outcome} ${times}`)
for (const line of wrong) console.log(`  ✗ ${line}`)
process.exitCode = wrong.length ? 1 : 0
