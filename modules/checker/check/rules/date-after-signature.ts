import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { lineAt, type Match, matches, raw, wrong } from '../words.ts'

const signed = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$/
/** What has happened: no plan is told in these words. */
const happened =
  /((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:正式)?(?:印发|成立|召开|下发|收到|审议通过|形成了|经[^，。；\n]{2,20}审议)/g
const future = /拟|将|计划|预计|力争|争取|确保|前|底/
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
  ],
  holds: [
    '平川区水务局2022年度绩效自评报告\n根据通知（2023年3月6日印发）要求开展自评。我局于2023年3月成立自评组。\n平川区水务局\n2023年3月18日',
    '平川区水务局2022年度绩效自评报告\n我局于2023年3月成立自评组。\n六、改进措施\n2023年6月召开推进会，拟于2023年5月成立专班。\n平川区水务局\n2023年3月18日',
  ],
  *check(doc) {
    const last = signature(doc)
    if (!last) return
    for (const event of matches(doc, happened)) {
      const heading = doc.headings.findLast(({ line, style }) => style && line <= lineAt(doc, event.start))
      const lead = doc.folded.text.slice(Math.max(0, event.start - 8), event.start)
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
