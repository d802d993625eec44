import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const day = '((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日'
/** The days somebody went to look, to ask or to check. */
const looked = new RegExp(
  `${day}[^。；;\\n]{0,24}?(?:自评|评价|工作|检查|核查)(?:小组|工作组|组)[^。；;\\n]{0,60}?(?:核实|核查|查看|查阅|走访|调查|抽查|进场|访谈)`,
  'g',
)
const formed = new RegExp(`于${day}(?:形成|完成|出具|提交|报送|撰写|定稿)[^。；;，,\\n]{0,12}(?:报告|评价结论)`, 'g')

const ordinal = ({ groups: [year, month, date] }: Match): number =>
  Number(year) * 10_000 + Number(month) * 100 + Number(date)

/** The report was written before anybody had looked. */
export const dateFormed: Rule = {
  id: 'date.formed',
  kind: 'date',
  title: '报告形成的日期不应早于核查的日期',
  source: '财预〔2020〕10号：先核实评价，后撰写报告',
  fails: [
    '2025年2月10日至28日，自评小组通过查看资料、实地走访等方法进行核实。\n自评小组进行打分，于2024年3月5日形成自评报告。',
    '2025年2月10日，评价组进场核查。于2025年1月25日出具评价报告。',
  ],
  holds: [
    '2025年2月10日至28日，自评小组通过查看资料进行核实。于2025年3月5日形成自评报告。',
    '2025年2月10日，自评小组查看资料。上年度于2024年3月5日形成自评报告。2025年3月5日定稿。',
  ],
  *check(doc) {
    const [first] = matches(doc, looked)
    if (!first) return
    for (const found of matches(doc, formed)) {
      const before = doc.folded.text.slice(Math.max(0, found.start - 12), found.start)
      if (ordinal(found) >= ordinal(first) || /上年|去年|上一年|往年/.test(before)) continue
      const [one, other] = [found, first].map(
        ({ words }) => /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/.exec(words)?.[0] ?? '',
      )
      const years = found.groups[0] !== first.groups[0]
      yield wrong(
        'error',
        0.86,
        `日期先后颠倒：报告写为${one}形成，而核查在${other}才进行${years ? '，疑年份有误' : ''}。`,
        [found, first],
        { claimed: one ?? '', computed: other ?? '', ...(years ? { kind: 'year' as const } : {}) },
      )
    }
  },
}
