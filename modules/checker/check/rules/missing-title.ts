import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const body = '我局紧紧围绕全年目标任务，统筹推进市容整治、设施维护和垃圾分类等各项工作，圆满完成了年度目标。'

/** A report that begins without saying what it is. */
export const missingTitle: Rule = {
  id: 'missing-element.title',
  kind: 'missing-element',
  title: '报告应有标题',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.1 标题',
  fails: `根据上级部门关于绩效评价工作的要求，临江区城市管理局组织开展了2024年度部门绩效自评工作。现将情况总结如下：\n一、自评工作开展情况\n${body}\n二、预算支出情况\n${body}\n三、主要问题\n${body}`,
  holds: `临江区城市管理局\n2024年度部门整体支出绩效自评报告\n根据上级部门关于绩效评价工作的要求，组织开展了绩效自评。\n一、自评工作开展情况\n${body}\n二、预算支出情况\n${body}\n三、主要问题\n${body}`,
  *check(doc) {
    const { profile, headings, folded } = doc
    const first = folded.lines[0]
    const chapters = headings.filter(({ style }) => style === '一、').length
    if (!first || profile.kind !== 'self-evaluation' || chapters < 3) return
    if (profile.title) {
      yield { verdict: 'consistent', formula: `标题：${profile.title}`, places: [first] }
      return
    }
    if (doc.line(0).length < 25 && headings[0]?.line !== 0) return
    yield wrong('format', 0.8, '报告没有标题，正文从第一段直接开始；应补上单位名称、年度和报告名称。', [first], {
      claimed: '无标题',
    })
  },
}
