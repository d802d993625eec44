import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** The annex the text refers to is not among those listed. */
export const missingAnnex: Rule = {
  id: 'missing-element.annex',
  kind: 'missing-element',
  title: '正文引用的附件应列在附件目录中',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.4 附件说明',
  fails: '自评得分92分，具体得分情况详见附件3。\n附件：1.绩效目标自评表\n2.绩效指标完成情况表\n2024年3月15日',
  holds: '自评得分92分，具体得分情况详见附件2。\n附件：1.绩效目标自评表\n2.绩效指标完成情况表\n2024年3月15日',
  *check(doc) {
    const { text, lines } = doc.folded
    const from = lines.findIndex((_, index) => /^附件[：:]1[.、．]/.test(doc.line(index)))
    if (from < 0) return
    let last = 1
    for (let line = from + 1; line < lines.length && line < from + 12; line++) {
      const number = /^(\d{1,2})[.、．]/.exec(doc.line(line))?.[1]
      if (Number(number) === last + 1) last++
      else break
    }
    const start = lines[from]?.start ?? text.length
    const place = lines[from]
    for (const found of matches(doc, /(?:见|按|附)[^，。；\n]{0,6}附件(\d{1,2})/g)) {
      const number = Number(found.groups[0])
      if (number <= last || found.start >= start || !place) continue
      yield wrong(
        'error',
        0.82,
        `正文提到附件${number}，文后只列了${last}个附件；应补上附件${number}或改正序号。`,
        [found, place],
        {
          claimed: `附件${number}`,
          computed: `${last}个附件`,
        },
      )
    }
  },
}
