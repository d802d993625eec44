import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { lineAt, type Match, matches, raw, wrong } from '../words.ts'

const signed = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$/
/** What has happened: no plan is told in these words. */
const happened =
  /((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:正式)?(?:印发|成立|召开|下发|收到|审议通过|形成了|经[^，。；\n]{2,20}审议)/g
/** 4月15日经局党组会审议通过, of the year of the last full date before it: what is done for the report itself. */
const withoutYear =
  /(\d{1,2})月(\d{1,2})日(?:\s?[-—~～至到]\s?(?:(\d{1,2})月)?(\d{1,2})日)?(?:[，,]?(?:[^，,。；;\n\d]{0,12}))?(?:审议通过(?:后形成[^，,。；;\n]{0,8}报告)?|审[议定核]|召开|印发|下发|收到|成立|形成[^，,。；;\n]{0,10}报告|完成(?:了)?[^，,。；;\n]{0,8}(?:自评|评价|复核|报告|打分|汇总)|(?:开展|进行)[^，,。；;\n]{0,6}(?:自评|复核|核查|打分)|(?:汇总|撰写|报送|上报|提交|出具)[^，,。；;\n]{0,8}报告)/g
const fullDay = /((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日)?/g
const anyYear = /(?:19|20)\d{2}年|[次明翌]年|上年|去年/g
const future = /拟|将|计划|预计|力争|争取|确保|前|底/
const asked = /要求|应当?|须|需|务必|规定|部署在|日(?:之|以)?前|公[开示布]/
const futureHeading = /改进|下一步|措施|建议|打算|应用|公开|安排/
const LAST_LINES = 12

/** The report is signed on 20 February, and tells of what happened in March. */
export const dateAfterSignature: Rule = {
  id: 'date.after-signature',
  kind: 'date',
  title: '报告落款日期不早于文中已经发生的事',
  source: '报告形成于所述工作之后',
  fails: [
    '平川区水务局2022年度绩效自评报告\n根据通知（2023年3月6日印发）要求开展自评。\n我局于2023年3月成立自评组。\n平川区水务局\n2023年2月18日',
    '平川区水务局2022年度绩效自评报告\n我局于2023年4月召开部署会。\n平川区水务局\n2023年3月18日',
    '平川区水务局2022年度绩效自评报告\n2023年3月5日收到通知后布置，3月11日至3月29日填报数据，4月8日前完成复核，4月15日经局党组会审议通过后形成报告。\n平川区水务局\n2023年4月2日',
    '平川区水务局2022年度绩效自评报告\n我局于2023年2月6日成立自评小组，3月20日召开评审会。\n平川区水务局\n2023年3月10日',
    '平川区水务局2022年度绩效自评报告\n2023年2月6日印发方案，2月10日至3月15日，各单位开展自评。\n平川区水务局\n2023年3月10日',
  ],
  holds: [
    '平川区水务局2022年度绩效自评报告\n2023年3月5日收到通知后布置，3月11日至3月29日填报数据，4月15日经局党组会审议通过后形成报告。\n平川区水务局\n2023年4月15日',
    '平川区水务局2022年度绩效自评报告\n2023年3月5日收到通知，要求各单位4月15日报送报告，4月20日前完成复核。2022年3月12日成立专班，5月8日召开推进会。\n平川区水务局\n2023年4月2日',
    '平川区水务局2022年度绩效自评报告\n2023年1月5日收到通知。项目2022年12月20日开工，4月8日印发方案，2022年9月召开现场会。\n平川区水务局\n2023年2月2日',
    '平川区水务局2022年度绩效自评报告\n根据通知（2023年3月6日印发）要求开展自评。我局于2023年3月成立自评组。\n平川区水务局\n2023年3月18日',
    '平川区水务局2022年度绩效自评报告\n我局于2023年3月成立自评组。\n六、改进措施\n2023年6月召开推进会，拟于2023年5月成立专班。\n平川区水务局\n2023年3月18日',
  ],
  *check(doc) {
    const last = signature(doc)
    if (!last) return
    for (const event of [...matches(doc, happened), ...matches(doc, withoutYear).flatMap((one) => dated(doc, one))]) {
      const heading = doc.headings.findLast(({ line, style }) => style && line <= lineAt(doc, event.start))
      const lead = clauseOf(doc.folded.text.slice(Math.max(0, event.start - 8), event.start))
      if (future.test(lead) || futureHeading.test(heading?.text ?? '') || !isLater(event, last)) continue
      yield wrong(
        'error',
        0.86,
        `落款日期为${last.words}，文中却写“${raw(doc, event)}”，早于所述的事，请核实日期。`,
        [last, event],
        { claimed: last.words, computed: raw(doc, event) },
      )
      return
    }
  },
}

/** The day with the year its paragraph last told. */
function dated(doc: Understanding, event: Match): Match[] {
  const line = doc.folded.lines[lineAt(doc, event.start)]
  if (!line || line.cell) return []
  const told = doc.folded.text.slice(line.start, event.start)
  const year = every(told, fullDay).at(-1)
  const last = every(told, anyYear).at(-1)
  const [m, d, m2, d2] = event.groups
  // 要求4月15日审核: asked for, not done.
  if (!year || last?.index !== year.index || /年$/.test(told) || asked.test(clauseOf(told) + event.words)) return []
  return [{ ...event, groups: [year[1], d2 ? (m2 ?? m) : m, d2 ?? d] }]
}

/** What its own clause says before it. */
const clauseOf = (told: string): string =>
  told.slice(Math.max(...['，', '。', '；', '：', '\n'].map((stop) => told.lastIndexOf(stop))) + 1)

function signature(doc: Understanding): Match | undefined {
  const { lines } = doc.folded
  for (let at = lines.length - 1; at >= Math.max(1, lines.length - LAST_LINES); at--) {
    const words = doc.line(at)
    const found = lines[at]?.cell ? null : signed.exec(words)
    const span = lines[at]
    if (found && span) return { start: span.start, end: span.end, words, groups: found.slice(1) }
  }
  return undefined
}

/** A month without a day is later when it is another month. */
function isLater({ groups: [year, month, day] }: Match, { groups: [y, m, d] }: Match): boolean {
  const [one, other] = [Number(year) * 12 + Number(month), Number(y) * 12 + Number(m)]
  return one !== other ? one > other : Number(day ?? 0) > Number(d)
}
