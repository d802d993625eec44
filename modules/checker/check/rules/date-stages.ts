import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** What is done one after the other, with the words that name it: of a building, of a report, of a purchase, of a case. */
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
    ['启动', /启动|召开[^，]{0,12}(?:动员|布置|部署)会/],
    ['数据采集', /(?:数据|资料|材料)(?:采集|收集|填报)|(?:采集|收集|填报)[^，]{0,8}(?:数据|资料|材料)/],
    ['自评', /自评$|自查$|开展[^，]{0,4}自[评查]/],
    ['复核', /(?:复核|审核|汇总)(?:$|各|有关|上报|相关)/],
    ['形成报告', /(?:形成|撰写|出具)[^，]{0,8}(?:报告|初稿)/],
    ['审议', /审议|审定/],
    ['报送', /(?:报送|上报|提交|报)[^，]{0,8}(?:财政局|财政部门|备案)/],
  ],
  [
    ['中标', /中标|成交/],
    ['签订合同', /签订[^，]{0,8}合同/],
    ['到货', /到货|交货|供货|安装调试/],
    ['验收', /验收/],
  ],
  [
    ['立案', /立案|受理|接到|收到/],
    ['结案', /结案|办结|处置完/],
  ],
  [
    ['下达整改', /(?:下达|下发|发出)[^，]{0,8}整改|责令[^，]{0,8}改/],
    ['完成整改', /完成[^，]{0,4}整改|整改(?:完成|完毕|到位)/],
  ],
  [
    ['发放问卷', /发放[^，]{0,10}问卷/],
    ['收回问卷', /(?:收回|回收)[^，]{0,8}问卷/],
  ],
  [
    ['报名', /报名/],
    ['考试', /笔试|面试|考试/],
    ['公示', /公示/],
    ['聘用', /聘用|录用|上岗|到岗/],
  ],
  [
    ['签订合同', /签订[^，]{0,8}(?:合同|协议)/],
    ['支付', /(?:支付|付清|拨付)[^，]{0,10}(?:预付款|首付款|进度款|尾款|货款|合同款|工程款)/],
  ],
]
const OF_REPORTS = 1
const PAYMENT = courses.length - 1
const notYet = /未|拟|计划|预计|约定|要求|应|前|较|比/
const planned = /计划|原定|预计|拟|约定|要求|应|合同/
const dated =
  /(?<year>(?:19|20)\d{2}年)?(?<m>\d{1,2})月(?:(?<d>\d{1,2})日|[上中下]旬|[初底末份])?(?:\s?[-—~～至到]\s?(?:(?<m2>\d{1,2})月)?(?<d2>\d{1,2})日)?(?:，(?=[^，。；\n]{0,10}(?:自评|评价|复核|审核)))?(?<words>[^，。；、：\n\d]{2,24})/gu

interface Step {
  course: number
  stage: number
}
interface Event {
  start: number
  end: number
  year: number
  month: number
  /** Days since some day, every month counted as 31: the first it may mean, and the last. */
  from: number
  until: number
  span: boolean
  steps: Step[]
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
    '泵站改造于2023年8月6日开工，合同工期120天，2023年7月20日完工并通过验收。',
    '泵站改造2023年8月6日开工（合同工期120天），由宏远公司承建，于2022年12月5日竣工。',
    '道路大修工程2023年9月开工，总投资320万元，2023年6月完成竣工验收。',
    '泵站改造于2023年8月6日正式开工，2023年7月20日顺利通过区水务局组织的竣工验收。',
    '该案于2023年5月16日立案，2023年4月28日结案。',
    '设备采购于2023年6月20日签订合同，2023年6月2日到货。',
    '本次自评于2023年3月22日启动，3月14日完成数据采集。',
    '评价组2023年3月18日发放问卷，3月11日收回问卷300份。',
    '3月4日至3月25日，各单位开展自评并填报表格；3月16日，局评价小组汇总审核。',
  ],
  holds: [
    '改造工程于2022年7月4日开工，2022年9月30日通过竣工验收。老桥2022年7月4日开工，新桥2022年6月30日通过验收。',
    '报告经2024年4月16日局党组会议审议通过，于2024年4月20日报送县财政局。2023年11月5日开工，2024年3月2日完工。',
    '步道于2022年4月18日完成施工招标，同年5月25日进场施工。一标段于2023年8月14日开工，2022年7月30日已签订合同的二标段同步推进。11月5日开工，次年3月2日完工，11月20日开工，3月1日验收。',
    '泵站改造原计划2023年8月6日开工，合同工期120天，2023年7月20日完工。东桥2023年8月6日开工，工期90天，西桥2023年7月20日完工。',
    '东桥2023年8月6日开工，正在施工，2023年7月20日竣工的西桥运行良好。2023年11月20日开工，工期90天，3月1日完工。',
    '泵站改造2023年8月6日开工，合同工期30天，8月28日完工，2023年9月开工，2023年9月20日竣工。',
    '2023年8月6日开工建设A路，2023年7月20日B路通过验收。合同约定2023年8月6日开工，2023年7月20日完工。东片2023年8月6日开工，2023年7月20日西片竣工。',
  ],
  *check(doc) {
    const events = eventsOf(doc)
    for (const [at, one] of events.entries()) {
      const next = events[at + 1]
      if (next && follows(doc, one, next)) yield* compared(doc, one, next)
    }
  },
}

const MONTH = 31
const YEAR = 12 * MONTH
function eventsOf(doc: Understanding): Event[] {
  const { text } = doc.folded
  return matches(doc, dated).flatMap(({ start, end, groups: [year, m, d, m2, d2, words = ''] }) => {
    const steps = stepsOf(words)
    const clause = /[^，。；：（(\n]*$/.exec(text.slice(Math.max(0, start - 16), start))?.[0] ?? ''
    if (!steps.length || notYet.test(words.slice(0, 8)) || planned.test(clause)) return []
    // A month alone may be any year's.
    if (!d && !year && !/[同当]年$/.test(clause)) return []
    const month = Number(m)
    const ended = d2 ? Number(m2 ?? m) : month
    return [
      {
        start,
        end,
        year: Number(year?.slice(0, 4) ?? 0),
        month,
        from: month * MONTH + Number(d ?? 1),
        until: ended * MONTH + Number(d2 ?? d ?? MONTH),
        span: Boolean(d2),
        steps,
        words,
      },
    ]
  })
}

/** The last step of each course its words name; what is said of something (竣工的西桥) is none. */
function stepsOf(words: string): Step[] {
  return courses.flatMap((stages, course) => {
    const stage = stages.findLastIndex(([, pattern]) => pattern.test(words))
    const found = stages[stage]?.[1].exec(words)
    return found && words[found.index + found[0].length] !== '的' ? [{ course, stage }] : []
  })
}

const joined = /^(?:并|经|又|已|最终)?(?:于|在)?(?:同年|当年)?$/
/** 合同工期90天, 由宏远公司承建: what may stand between, and begins nothing else. */
const aside =
  /^(?:合同|计划|约定|设计|建设|施工|总|中标|历时|由[^，]{2,20}(?:施工|承建|实施|负责)|监理|工期|期限|造价|投资|预算|全长|面积)/
const another = /标段|期工程|号楼|[路桥楼园厕街村校]/

/** 西片竣工 is of another thing than what was told of; 顺利通过竣工验收, 由区住建局组织验收 are not. */
const plainly =
  /^(?:正式|全面|全部|顺利|如期|按期|提前|完成|组织|实施|进行|开始|竣工|施工|工程|项目|主体|建设|改造|已|并|开展|公开|监理|设计|四方|联合|初步|最终|设备|货物|全线|整体|建成|完工|开工|招标|交付)*(?:(?:[由经与]|通过)[^，]*)?$/
function isOfAnother({ words, steps }: Event): boolean {
  const [first] = steps
  const pattern = first && first.course !== OF_REPORTS ? courses[first.course]?.[first.stage]?.[1] : undefined
  return another.test(words) || Boolean(pattern && !plainly.test(words.slice(0, words.search(pattern))))
}

/** Of one thing: a comma and 于 between, or what only adds to the first. */
function follows({ folded: { text } }: Understanding, one: Event, next: Event): boolean {
  const between = text.slice(one.end - one.words.length, next.start).replace(/[（(][^（()）]*[）)]/g, '')
  if (between.length > 60 || /[。：\n]/.test(between) || isOfAnother(next)) return false
  const listed = one.span && /^[^；]*；$/.test(between) && commonOf(one, next)?.course === OF_REPORTS
  const [, ...clauses] = between.split(/[，,]/)
  const last = clauses.pop()
  const apart = last !== undefined && joined.test(last) && clauses.every((clause) => aside.test(clause))
  return listed || (apart && !between.includes('；'))
}

const commonOf = (one: Event, next: Event): { course: number; before: string; after: string } | undefined => {
  for (const { course, stage } of one.steps) {
    const later = next.steps.find((step) => step.course === course)
    const [before, after] = [courses[course]?.[stage]?.[0], later && courses[course]?.[later.stage]?.[0]]
    if (later && later.stage > stage && before && after) return { course, before, after }
  }
  return undefined
}

/** An evaluation is over in a few months, and what is told of one month happened in it. */
const isSameYear = (text: string, one: Event, next: Event, course: number): boolean =>
  next.from >= one.from ||
  one.month - next.month <= (course === OF_REPORTS ? 3 : 0) ||
  /[同当]年$/.test(text.slice(one.end, next.start))

function* compared({ folded: { text } }: Understanding, one: Event, next: Event): Generator<Outcome> {
  const common = commonOf(one, next)
  if (!common) return
  const { course, before, after } = common
  const places = [next, one]
  const years = one.year && next.year ? (next.year - one.year) * YEAR : 0
  if (years + next.from >= one.until) {
    yield { verdict: 'consistent', formula: `先${before}，后${after}`, places }
    return
  }
  if (years + next.until >= (one.span ? one.until : one.from)) return
  // 11月20日开工，3月1日验收: the next year may be meant.
  if (!next.year && !one.span && !isSameYear(text, one, next, course)) return
  if (next.year && !one.year) return
  const day = ({ start, words, end }: Event) => text.slice(start, end - words.length).replace(/，$/, '')
  const isAsked = one.span || course === PAYMENT
  yield wrong(
    isAsked ? 'question' : 'error',
    isAsked ? 0.76 : 0.9,
    `日期先后颠倒：${after}（${day(next)}）早于${before}（${day(one)}）${one.span ? '结束' : ''}，请核实。`,
    places,
    { claimed: day(next), computed: day(one) },
  )
}
