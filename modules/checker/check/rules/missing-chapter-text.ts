import type { Rule } from '../rule.ts'
import { sectionsOf } from '../sections.ts'
import { wrong } from '../words.ts'

const chapter = /(?:情况|问题|措施|建议|分析|概况|目标|职责|结论|应用|公开|原因|说明|效益|影响|满意度|打算|计划|绩效)$/
const body = '我局紧紧围绕全年目标任务，统筹推进市容整治、设施维护和垃圾分类等各项工作，圆满完成了年度目标。'

/** A heading with nothing under it. */
export const missingChapterText: Rule = {
  id: 'missing-element.chapter-text',
  kind: 'missing-element',
  title: '标题下应有正文',
  source: '自评报告提纲：没有的内容应写“无”',
  fails: `一、基本情况\n${body}\n二、绩效目标完成情况\n${body}\n三、存在的主要问题\n四、下一步改进措施\n${body}`,
  holds: [
    `一、基本情况\n（一）部门职责\n${body}\n二、存在的主要问题\n无。\n三、下一步改进措施\n${body}`,
    `目录\n一、基本情况\n二、存在的问题\n三、改进措施\n\n一、基本情况\n${body}\n二、存在的问题\n${body}\n三、改进措施\n${body}`,
    `一、措施\n1.完善制度，说明情况。\n2.加强管理，做好公开。`,
  ],
  *check(doc) {
    const sections = sectionsOf(doc)
    const titles = new Map<string, number>()
    for (const { heading } of sections) titles.set(heading.text, (titles.get(heading.text) ?? 0) + 1)
    const empty = sections.filter(({ heading, from, to, title }) => {
      if (!heading.style || !['一、', '（一）'].includes(heading.style)) return false
      const words = doc.folded.text.slice(title.start, title.end)
      const listed = doc.headings.some(({ line, style }) => line === heading.line - 1 && style === heading.style)
      return from >= to && !listed && words.length <= 30 && chapter.test(heading.text) && titles.get(heading.text) === 1
    })
    const inRow = empty.filter(({ heading }) =>
      empty.some((other) => Math.abs(other.heading.line - heading.line) === 1),
    )
    for (const { title, heading } of empty.filter((one) => !inRow.includes(one) && one.to < doc.folded.lines.length))
      yield wrong('error', 0.75, `标题“${heading.text}”下面没有正文；没有内容也应写“无”。`, [title], {
        claimed: '无正文',
      })
  },
}
