import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { type Section, sectionsOf } from '../sections.ts'
import { wrong } from '../words.ts'

/** What is told of every project: its score. */
const scored =
  /(?:自评|综合|评价|绩效|项目)?(?:总?得分|评分|分值合计)[^，。；\d]{0,10}\d|(?:自评|评价|综合|最终|合计|共)(?:得|为)?\d+(?:\.\d+)?分|(?:得|评)\d+(?:\.\d+)?分[，。；（]/
const projects = /(?:项目|工程|经费|专项|资金|补助|购置)(?:支出)?(?:绩效)?(?:自评)?(?:情况|结果)?$/
const explained = /未(?:纳入|列入|参与|开展|实施|启动)|不(?:纳入|参与|评分|打分)|未评|另行|暂不|取消|终止|上年|收回/
const FEWEST = 3

/** Projects told one by one, each with its score but one. */
export const missingSibling: Rule = {
  id: 'missing-element.sibling-score',
  kind: 'missing-element',
  title: '逐项自评的项目，各项均应写明得分',
  source: '财预〔2020〕10号：单位对全部项目逐一自评',
  fails:
    '三、各项目自评情况\n（一）公厕管护项目\n支出120万元，自评得分95分。\n（二）路灯维护项目\n支出80万元，自评得分92.5分。\n（三）绿化养护项目\n支出60万元，自评得分96分。\n（四）车辆购置项目\n支出40万元，购置车辆3台，已投入使用。\n四、问题\n无。',
  holds: [
    '三、各项目自评情况\n（一）公厕管护项目\n支出120万元，自评得分95分。\n（二）路灯维护项目\n支出80万元，自评得分92.5分。\n（三）绿化养护项目\n支出60万元，自评得分96分。\n（四）车辆购置项目\n支出40万元，自评得分91分。\n四、问题\n无。',
    '三、各项目自评情况\n（一）公厕管护项目\n支出120万元，自评得分95分。\n（二）路灯维护项目\n支出80万元，自评得分92.5分。\n（三）绿化养护项目\n支出60万元，自评得分96分。\n（四）车辆购置项目\n当年未实施，资金收回。\n四、问题\n无。',
    '三、各项目实施情况\n（一）公厕管护项目\n支出120万元，自评得分95分。\n（二）路灯维护项目\n支出80万元。\n（三）绿化养护项目\n支出60万元。\n四、问题\n无。',
  ],
  *check(doc) {
    for (const row of rowsOf(doc)) {
      const without = row.filter(({ body }) => !scored.test(body))
      const [only] = without
      const told = row.length - without.length
      if (!only || without.length !== 1 || told < FEWEST || explained.test(only.body) || !only.body.includes('。'))
        continue
      yield wrong(
        'question',
        0.74,
        `同一部分的其他${told}个项目都写明了得分，“${only.heading.text.slice(0, 24)}”没有写；请补上得分，或说明未评分的原因。`,
        [only.title, ...doc.folded.lines.slice(only.to - 1, only.to)],
        { claimed: only.heading.text.slice(0, 24) },
      )
    }
  },
}

/** Sections that follow one another with numbers that run on, each named as a project is. */
function rowsOf(doc: Understanding): Section[][] {
  const rows: Section[][] = []
  for (const section of sectionsOf(doc)) {
    const { style, number = 0, text } = section.heading
    if (!style || style === '一是' || text.length > 40 || !projects.test(text.replace(/[。：]$/, ''))) continue
    const row = rows.findLast((one) => one[0]?.heading.style === style)
    const last = row?.at(-1)
    if (row && last?.heading.number === number - 1 && last.to === section.heading.line) row.push(section)
    else rows.push([section])
  }
  return rows
}
