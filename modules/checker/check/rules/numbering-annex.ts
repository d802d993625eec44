import { sameName } from '../names.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const annex = /^附件(\d{1,2}|[一二三四五六七八九十])[：:、.]?([\p{Script=Han}（）()“”\d]{4,40})$/u

/** 附件1 and again 附件1, of another thing. */
export const numberingAnnex: Rule = {
  id: 'numbering.annex',
  kind: 'numbering',
  title: '附件序号不重复',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.4 附件说明',
  fails: '自评得分92分。\n附件1：部门整体支出绩效自评表\n数量指标完成。\n附件1：三公经费控制情况表\n接待费2万元。',
  holds: [
    '自评得分92分。\n附件1：部门整体支出绩效自评表\n数量指标完成。\n附件2：三公经费控制情况表\n接待费2万元。',
    '附件：1.绩效自评表\n附件1：部门绩效自评表\n附件2：基础数据表\n附件1\n部门绩效自评表\n附件1：部门绩效自评表（2023年度）',
  ],
  *check(doc) {
    const { lines } = doc.folded
    const seen = lines.flatMap((line, at) => {
      const [, number = '', title = ''] = (line.cell ? null : annex.exec(doc.line(at))) ?? []
      return title ? [{ line, number, title }] : []
    })
    for (const [at, one] of seen.entries()) {
      const first = seen.slice(0, at).find(({ number }) => number === one.number)
      if (!first || sameName(first.title, one.title) || seen[at - 1] !== first) continue
      yield wrong(
        'format',
        0.85,
        `附件序号重复：“附件${one.number}”既是“${first.title}”，又是“${one.title}”。`,
        [one.line, first.line],
        { claimed: `附件${one.number}` },
      )
    }
  },
}
