import type { Rule } from '../rule.ts'
import { sectionsOf } from '../sections.ts'
import { wrong } from '../words.ts'

const unfinished = /(?:如下|其中|包括|表现在|分别[为是]|具体(?:为|是|情况))[：:]$|[\p{Script=Han}\d%][，、]$/u
const SHORTEST = 8

/** 主要问题如下： and then the next chapter; a paragraph that breaks off at a comma before a heading. */
export const missingRest: Rule = {
  id: 'missing-element.rest',
  kind: 'missing-element',
  title: '“如下：”之后有内容，段落不应中断',
  source: '公文写作：句意完整',
  fails: [
    '一、基本情况\n我局履行城市管理职责，全年完成。\n二、存在的问题\n自评中发现的主要问题如下：\n三、改进措施\n加强管理。',
    '一、绩效情况\n（一）产出\n全年清运垃圾3万吨，完成目标，\n（二）效益\n环境改善。',
  ],
  holds: [
    '一、存在的问题\n自评中发现的主要问题如下：\n（一）执行不均衡\n前期偏慢。\n（二）目标偏低\n不够细化。\n二、改进措施\n主要措施如下：\n1.加强管理。\n2.细化目标。',
    '一、概况\n（一）收支情况如下：\n|项目|金额|\n|收入|3|\n（二）职责\n履行职责。',
  ],
  *check(doc) {
    const { headings, folded } = doc
    for (const { heading, to, from } of sectionsOf(doc)) {
      const next = headings.find(({ line }) => line === to)
      const last = folded.lines[to - 1]
      if (!heading.style || !next || !last || last.cell || to <= from || last.autoNumbered) continue
      if (next.style !== heading.style || next.number !== (heading.number ?? 0) + 1) continue
      const words = doc.line(to - 1)
      if (words.length < SHORTEST || !unfinished.test(words)) continue
      yield wrong(
        'format',
        0.8,
        `“${words.slice(-16)}”之后没有内容，紧接着就是“${doc.line(to).slice(0, 16)}”；请补上或改正标点。`,
        [{ start: Math.max(last.start, last.end - 16), end: last.end }],
        { claimed: words.slice(-1) },
      )
    }
  },
}
