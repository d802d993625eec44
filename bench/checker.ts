import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReading, readText } from '../modules/checker/index.ts'
import { haveReports, relations, reportsFolder } from './checker/relations.ts'
import { type Scored, scored } from './checker/score.ts'

/** The scoreboard: published reports with relations somebody verified by hand. `-- 001 002` for some; `--all` says each miss. */
const args = process.argv.slice(2)
if (!haveReports()) console.log('没有 ../shared/reports，略过对真实报告的评分。')
else {
  const facts = relations()
  const wanted = args.filter((arg) => !arg.startsWith('-'))
  const names = [...new Set(facts.map(({ report }) => report))].filter(
    (name) => !wanted.length || wanted.includes(name),
  )
  const scores = names.map((name) => {
    const text = readFileSync(join(reportsFolder, `${name}.txt`), 'utf8')
    const result = checkReading(readText(`${name}.txt`, text))
    return scored(
      name,
      text,
      facts.filter(({ report }) => report === name),
      result,
    )
  })
  for (const score of scores) say(score, args.includes('--all'))
}

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
