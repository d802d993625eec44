import { checkReading } from '../modules/checker/check/index.ts'
import { readText } from '../modules/checker/read/text.ts'
import { caught, mutations } from './checker/mutations.ts'
import { asked } from './checker/relations.ts'

/** Each number of each exact relation of the reports, changed one at a time: how many changes are found. */
const { known, all: isTold } = asked(process.argv.slice(2))
let [all, found] = [0, 0]
for (const { name, text, facts } of known) {
  const before = checkReading(readText(name, text))
  const { tried, left } = mutations(text, facts)
  const results = tried.map((mutation) => ({ mutation, caught: caught(name, text, mutation, before) }))
  const hits = results.filter(({ caught }) => caught).length
  console.log(
    `${name}  改动 ${tried.length}，发现 ${hits}（${((hits / Math.max(1, tried.length)) * 100).toFixed(1)}%）；不计的数字 ${left.length}`,
  )
  if (isTold)
    for (const { mutation, caught } of results)
      if (!caught)
        console.log(
          `  漏 ${mutation.relation.id} ${mutation.relation.kind} ${mutation.was} → ${mutation.became}｜${text.slice(mutation.spot.start - 14, mutation.spot.end + 6).replace(/\s+/g, ' ')}`,
        )
  all += tried.length
  found += hits
}
console.log(`合计 改动 ${all}，发现 ${found}（${((found / Math.max(1, all)) * 100).toFixed(1)}%）`)
