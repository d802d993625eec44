import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const day = '((?:19|20)\\d{2})年(\\d{1,2})月(?:(\\d{1,2})日)?'
/** 根据《…自评…通知》（…，3月10日印发）要求，……于2月20日前完成自评 */
const afterNotice = new RegExp(
  `(?:自评|评价)[^》。\\n]{0,20}通知》[（(][^（()）\\n]{0,30}?${day}(?:印发|下发|发布)[）)][^。\\n]{0,80}?(?:于|在)${day}(?:日?前|至|起|-|完成|开展|组织|召开|成立)[^。；\\n]{0,20}`,
  'g',
)

/** What a notice asks for is not done before the notice. */
export const dateNotice: Rule = {
  id: 'date.notice',
  kind: 'date',
  title: '自评工作不早于布置自评的通知',
  source: '先有通知，后按通知开展自评',
  fails:
    '根据《市财政局关于开展2023年度绩效自评工作的通知》（平财绩〔2024〕6号，2024年3月12日印发）要求，我局组织了自评，并于2024年2月25日前完成全部自评工作。',
  holds: [
    '根据《市财政局关于开展2023年度绩效自评工作的通知》（平财绩〔2024〕6号，2024年2月12日印发）要求，我局组织了自评，并于2024年3月25日前完成全部自评工作。',
    '根据《市财政局关于开展2023年度绩效自评工作的通知》（平财绩〔2024〕6号，2024年3月12日印发）要求，对2023年3月5日启动的项目开展自评。',
  ],
  *check(doc) {
    for (const found of matches(doc, afterNotice)) {
      const [y1, m1, d1, y2, m2, d2] = found.groups.map((part) => Number(part ?? 0))
      const [notice, work] = [ordinal(y1, m1, d1 || 1), ordinal(y2, m2, d2 || 31)]
      const isWork = /自评|评价|报告|部署/.test(found.words.slice(found.words.lastIndexOf('，')))
      if (!isWork) continue
      if (work >= notice) {
        yield { verdict: 'consistent', formula: '先印发通知，后完成自评', places: [found] }
        continue
      }
      const days = found.words.match(/(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?/g) ?? []
      yield wrong(
        'error',
        0.87,
        `日期先后颠倒：通知于${days.at(-2)}印发，按通知开展的自评却写在${days.at(-1)}，请核实。`,
        [found],
        { claimed: days.at(-1) ?? '', computed: `不早于${days.at(-2)}` },
      )
    }
  },
}

const ordinal = (year = 0, month = 0, date = 0): number => year * 10_000 + month * 100 + date
