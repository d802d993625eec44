import { checkReading } from '../modules/checker/check/index.ts'
import { readText } from '../modules/checker/read/text.ts'
import { accounts } from './checker/accounts.ts'
import { haveReports, ownReports, published } from './checker/relations.ts'
import { type Scored, scored } from './checker/score.ts'

/**
 * The scoreboard: reports with relations somebody verified by hand, the published ones and our own fixtures,
 * then final accounts as PDF files.
 * `-- 001 002` for some, `--own` for our own; `--all` says each miss.
 */
const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('-'))
if (!haveReports()) console.log('没有 ../shared/reports，略过对真实报告的评分。')
const known = [...(args.includes('--own') ? [] : published()), ...(wanted.length ? [] : ownReports())]
for (const { name, text, facts } of known.filter(({ name }) => !wanted.length || wanted.includes(name)))
  say(scored(name, text, facts, checkReading(readText(`${name}.txt`, text))), args.includes('--all'))
if (!args.includes('--own'))
  for (const { name, reading, facts } of await accounts(wanted))
    say(scored(name, reading.text, facts, checkReading(reading)), args.includes('--all'))

function say(
  { report, recall, missed, suspicious, falseErrors, questions, touching, untouched }: Scored,
  all: boolean,
) {
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
