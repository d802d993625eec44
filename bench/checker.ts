import { checkReading } from '../modules/checker/check/index.ts'
import { readText } from '../modules/checker/read/text.ts'
import { accounts } from './checker/accounts.ts'
import { asked } from './checker/relations.ts'
import { type Scored, scored } from './checker/score.ts'

/**
 * The scoreboard: reports with relations somebody verified by hand, the published ones and our own fixtures,
 * then final accounts as PDF files.
 * `-- 001 002` for some, `--own` for our own, `--in=FOLDER` for others; `--all` says each miss.
 */
const { known, names, isPublished, all } = asked(process.argv.slice(2))
for (const { name, text, facts } of known) say(scored(name, text, facts, checkReading(readText(`${name}.txt`, text))))
if (isPublished)
  for (const { name, reading, facts } of await accounts(names))
    say(scored(name, reading.text, facts, checkReading(reading)))

function say({ report, recall, missed, suspicious, falseErrors, questions, touching, untouched }: Scored) {
  const shares = Object.entries(recall).map(([name, { caught, of }]) => `${name} ${caught}/${of}`)
  console.log(
    `${report}  矛盾：${shares.join('，')}；可疑 ${suspicious.caught}/${suspicious.of}；误报 ${falseErrors.length}；疑问 ${questions}；命中 ${touching.touching}/${touching.of}`,
  )
  if (!all) return
  for (const { id, kind, quotes, claimed, computed } of missed)
    console.log(`  漏 ${id} ${kind}：${quotes[0]?.slice(0, 60).replace(/\s+/g, ' ')} | ${claimed} | ${computed}`)
  for (const { relation, finding } of falseErrors)
    console.log(`  误 ${relation.id} ${finding.rule}：${finding.message}`)
  for (const { rule, severity, message, places } of untouched)
    console.log(`  余 ${severity} ${rule}：${message}｜${places[0]?.quote}`)
}
