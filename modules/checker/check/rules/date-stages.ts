import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** What is done one after the other, with the words that name it: of a building, and of a report. */
const courses: readonly (readonly [string, RegExp])[][] = [
  [
    ['招标', /招标|开标|中标/],
    ['签订合同', /签订[^，]{0,6}(?:合同|协议)/],
    ['开工', /开工|动工|进场施工/],
    ['完工', /完工|竣工(?!验收)/],
    ['验收', /验收/],
    ['投入使用', /投入使用|交付使用|投入运行/],
  ],
  [
    ['印发通知', /印发[^，]{0,12}通知/],
    ['自评', /自评$|自查$|开展[^，]{0,4}自[评查]/],
    ['复核', /(?:复核|审核)$/],
    ['审议', /审议|审定/],
    ['报送', /(?:报送|上报|提交|报)[^，]{0,8}(?:财政局|财政部门|备案)/],
  ],
]
const notYet = /未|拟|计划|预计|约定|要求|应|前|较|比/
const dated =
  /(?<year>(?:19|20)\d{2}年)?(?<m>\d{1,2})月(?<d>\d{1,2})日(?:\s?[-—~～至到]\s?(?:(?<m2>\d{1,2})月)?(?<d2>\d{1,2})日)?(?<words>[^，。；、：\n\d]{2,24})/gu

interface Event {
  start: number
  end: number
  from: number
  until: number
  span: boolean
  year?: string
  course: number
  stage: number
  words: string
}

/** 7月4日开工，6月30日通过竣工验收: the second comes after the first. */
export const dateStages: Rule = {
  id: 'date.stages',
  kind: 'date',
  title: '开工、验收，审议、报送等日期应先后有序',
  source: '建设程序：先开工后验收；财预〔2020〕10号：先审核后报送',
  fails: [
    '改造工程于2022年8月14日开工，2022年7月30日通过竣工验收。',
    '步道于2022年5月18日完成施工招标，同年4月25日进场施工，11月竣工。',
    '本报告经2024年4月26日局党组会议审议通过，于2024年4月20日报送县财政局。',
    '3月1日至3月20日由项目单位自评，3月21日至4月12日由财务科复核，4月9日报区财政局备案。',
  ],
  holds: [
    '改造工程于2022年7月4日开工，2022年9月30日通过竣工验收。老桥2022年7月4日开工，新桥2022年6月30日通过验收。',
    '报告经2024年4月16日局党组会议审议通过，于2024年4月20日报送县财政局。2023年11月5日开工，2024年3月2日完工。',
    '步道于2022年4月18日完成施工招标，同年5月25日进场施工。一标段于2023年8月14日开工，2022年7月30日已签订合同的二标段同步推进。11月5日开工，次年3月2日完工，11月20日开工，3月1日验收。',
  ],
  *check(doc) {
    const events = eventsOf(doc)
    for (const [at, one] of events.entries()) {
      const next = events[at + 1]
      if (next && follows(doc, one, next)) yield* compared(doc, one, next)
    }
  },
}

function eventsOf(doc: Understanding): Event[] {
  return matches(doc, dated).flatMap(({ start, end, groups: [year, m, d, m2, d2, words = ''] }) => {
    const found = stageOf(words)
    if (!found || notYet.test(words.slice(0, 8))) return []
    const from = Number(m) * 100 + Number(d)
    const until = d2 ? Number(m2 ?? m) * 100 + Number(d2) : from
    return [{ start, end, from, until, span: Boolean(d2), ...(year ? { year } : {}), ...found, words }]
  })
}

function stageOf(words: string): { course: number; stage: number } | undefined {
  for (const [course, stages] of courses.entries()) {
    const stage = stages.findLastIndex(([, pattern]) => pattern.test(words))
    if (stage >= 0) return { course, stage }
  }
  return undefined
}

const joined = /^[，,](?:并|经|又)?(?:于|在)?(?:同年|当年)?$/
const isSameYear = (text: string, one: Event, next: Event) => /[同当]年$/.test(text.slice(one.end, next.start))

/** Of one thing: nothing but a comma and 于 between, and both in one year or in none. */
const follows = ({ folded: { text } }: Understanding, one: Event, next: Event): boolean =>
  joined.test(text.slice(one.end, next.start)) &&
  one.course === next.course &&
  one.stage < next.stage &&
  (next.year
    ? one.year === next.year
    : !one.year || one.span || next.from >= one.from || isSameYear(text, one, next)) &&
  !/标段|期工程|号楼/.test(next.words)

function* compared({ folded: { text } }: Understanding, one: Event, next: Event): Generator<Outcome> {
  const [before, after] = [one, next].map(({ course, stage }) => courses[course]?.[stage]?.[0])
  const places = [next, one]
  if (next.from >= one.until) {
    yield { verdict: 'consistent', formula: `先${before}，后${after}`, places }
    return
  }
  // 11月20日开工，3月1日验收: the next year may be meant.
  if (!one.year && !one.span) return
  const day = ({ start, words, end }: Event) => text.slice(start, end - words.length)
  yield wrong(
    one.span ? 'question' : 'error',
    one.span ? 0.76 : 0.9,
    `日期先后颠倒：${after}（${day(next)}）早于${before}（${day(one)}）${one.span ? '结束' : ''}，请核实。`,
    places,
    { claimed: day(next), computed: day(one) },
  )
}
