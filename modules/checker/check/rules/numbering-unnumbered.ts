import { markOf } from '../marks.ts'
import { type Fault, outlineOf } from '../outline.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const body =
  '我局紧紧围绕全年目标任务，统筹推进市容整治、设施维护和垃圾分类等各项工作，群众的获得感不断增强，圆满完成了年度目标。'

/** A title without a number among titles that have one. */
export const numberingUnnumbered: Rule = {
  id: 'numbering.unnumbered',
  kind: 'numbering',
  title: '与编号标题并列的标题也应编号',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3 结构层次序数',
  fails: [
    `一、基本情况\n（一）部门基本情况\n${body}\n部门年度绩效目标\n${body}\n项目支出绩效目标\n${body}\n二、支出情况\n${body}`,
    `二、工作\n（一）注重学习教育，强化政治引领。\n${body}\n注重工作实效，推进创建工作。\n${body}\n`,
    `一、概况\n${body}\n二、支出\n${body}\n三、绩效\n${body}\n其他需要说明的情况\n无。`,
  ],
  holds: [
    `一、基本情况\n（一）部门基本情况\n${body}\n（二）年度绩效目标\n${body}\n二、支出情况\n${body}\n三、其他需要说明的情况\n无。`,
    `一、概况\n${body}\n二、主要工作\n市容环境整治\n${body}\n停车秩序管理\n${body}\n三、问题\n${body}`,
    `一、基本情况\n（一）部门概况\n主要职能。\n${body}\n机构设置。\n${body}\n（二）目标\n${body}`,
  ],
  *check(doc) {
    const rows = new Map<number, Extract<Fault, { fault: 'unnumbered' }>[]>()
    const faults = outlineOf(doc).faults
    const gaps = new Set(faults.flatMap((fault) => (fault.fault === 'missing' ? fault.between : [])))
    for (const fault of faults)
      if (fault.fault === 'unnumbered' && !gaps.has(fault.line))
        rows.set(fault.after.line, [...(rows.get(fault.after.line) ?? []), fault])
    for (const row of rows.values()) {
      const [{ after }] = row as [(typeof row)[0]]
      const marks = row.map(({ number }) => `“${markOf(after.family, number)}”`).join('、')
      const titles = row.map(({ line }) => `“${doc.line(line).replace(/。$/, '').slice(0, 16)}”`).join('、')
      const places = row.flatMap(({ line }) => doc.folded.lines[line] ?? [])
      yield wrong(
        'format',
        0.75,
        `标题${titles}没有编号；它与“${markOf(after.family, after.number)}${after.text.slice(0, 12)}”并列，应编为${marks}。`,
        [...places, ...(doc.folded.lines[after.line] ? [doc.folded.lines[after.line] as (typeof places)[0]] : [])],
        { claimed: '无序号', computed: markOf(after.family, (row[0] as (typeof row)[0]).number) },
      )
    }
  },
}
