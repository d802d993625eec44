import { markOf } from '../marks.ts'
import { outlineOf } from '../outline.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** （一） below 1. turns the levels round. */
export const structureInversion: Rule = {
  id: 'structure.inversion',
  kind: 'structure',
  title: '标题层次应为“一、”“（一）”“1.”“（1）”的次序',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3：“一、”“（一）”“1.”“（1）”',
  fails: [
    '一、自评结论\n（一）得分\n93分。\n（二）目标完成情况\n1.执行率情况。\n2.完成的绩效目标。\n（一）注重学习教育。\n组织学习。',
    '1.概况\n（一）职责\n履行职责。\n（二）机构\n内设机构。\n2.绩效\n完成。',
  ],
  holds:
    '一、自评结论\n（一）得分\n93分。\n（二）目标完成情况\n1.执行率情况。\n（1）本年。\n2.完成的绩效目标。\n（三）问题\n无。',
  *check(doc) {
    const told = new Set<string>()
    for (const fault of outlineOf(doc).faults) {
      if (fault.fault !== 'inverted') continue
      const { at, under } = fault
      const pair = `${at.family}${under.family}`
      if (told.has(pair)) continue
      told.add(pair)
      const places = [at.line, under.line].flatMap((line) => doc.folded.lines[line] ?? [])
      yield wrong(
        'format',
        0.85,
        `标题层次颠倒：“${markOf(at.family, at.number)}”用在“${markOf(under.family, under.number)}”之下；结构层次序数依次为“一、”“（一）”“1.”“（1）”。`,
        places,
        { claimed: markOf(at.family, at.number), computed: under.family === '1.' ? '（1）' : '①' },
      )
    }
  },
}
