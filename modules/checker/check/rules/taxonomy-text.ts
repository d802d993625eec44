import type { Span } from '../../read/reading.ts'
import type { Fact, Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { hasSatisfactionClass } from '../satisfaction.ts'
import { sectionsOn } from '../sections.ts'
import { matches, named, wrong } from '../words.ts'

const spent = /(?:投入|支出|经费|资金|金额|成本|费用|造价|预算)(?:金额|总额|数|成本|资金)?$/
const asTarget = /^[（(][^（）()]{0,12}(?:指标|目标)(?:值)?/

/** An indicator of the text stands under a class it does not belong to: money under 数量, satisfaction under 效益. */
export const taxonomyText: Rule = {
  id: 'taxonomy.text',
  kind: 'taxonomy',
  title: '资金投入属成本指标，满意度单列',
  source: '财预〔2015〕88号《中央部门预算绩效目标管理办法》、财预〔2020〕10号附件：指标分类',
  fails: [
    '1、产出指标\n数量指标：三个项目完成预期。其中，亮化项目投入金额12.41万元（年度指标≤20万元），完成62%。\n质量指标：合格率100%。',
    '（一）产出指标\n1.数量指标\n维修道路13.91万平方米；道路养护资金投入2860万元。\n2.成本指标\n道路清扫成本7.28元/平方米。',
    '①产出指标完成情况分析。\n产出指标满分25分，完成21分。\n②效益指标完成情况分析。\n效益指标满分5分，完成5分。具体情况是：市民对市容市貌满意度：基本满意，得分5分。',
    '社会效益指标：居民对垃圾分类的满意度98%（目标值95%），得10分。\n（三）满意度指标\n服务对象满意度96%，得10分。',
    '社会效益指标：居民对垃圾分类的满意度98%（目标值95%），得10分。',
  ],
  holds: [
    '1、产出指标\n数量指标：清运垃圾3万吨（年度指标≥3万吨）。\n成本指标：投入金额12.41万元（年度指标≤20万元）。\n2、满意度指标\n服务对象满意度：98%。',
    '（一）产出指标\n1.数量指标\n维修道路13.91万平方米，支出按进度拨付。\n2.成本指标\n道路养护资金投入2860万元。',
    '2.效益及满意度指标完成情况。\n居民满意度98%，得10分。',
    '（二）效益指标\n社会效益：整洁率提升到95%，群众满意度不断提升。\n3.满意度指标\n服务对象满意度：98%，得10分。',
    '（三）履职效益\n社会公众满意度为96%，得5分。',
    '（二）效益指标\n1.在全市市容环境卫生公众满意度测评中，我区得分86.31分。\n（三）满意度指标\n综合满意度88%。',
  ],
  *check(doc) {
    const money = doc.facts.filter((fact) => isSpending(doc, fact) && classOf(doc, fact) === '数量指标')
    if (money[0])
      yield wrong(
        'error',
        0.85,
        `指标归类有误：${named(money.map((fact) => doc.folded.text.slice(fact.labelSpan.start, fact.end)))}是资金投入，属于成本指标，不应放在“数量指标”下。`,
        money.map(({ labelSpan, end }) => ({ start: labelSpan.start, end })),
        { claimed: '数量指标', computed: '成本指标' },
      )
    else yield* spentUnderQuantity(doc)
    const satisfied = [...underBenefit(doc)]
    if (!satisfied[0]) return
    const listed = named(satisfied.map(({ start, end }) => doc.folded.text.slice(start, end)))
    const apart = hasSatisfactionClass(doc)
    yield wrong(
      apart ? 'error' : 'question',
      0.8,
      apart
        ? `指标归类有误：${listed}属于满意度指标，本报告另有满意度一类，不应放在“效益指标”下计分。`
        : `${listed}放在“效益指标”下计分；按财预〔2020〕10号，满意度指标应单列。如本地的表样就把满意度列在效益之下，可不改。`,
      satisfied,
      { claimed: '效益指标', computed: '满意度指标' },
    )
  },
}

function isSpending({ folded: { text, lines } }: Understanding, fact: Fact): boolean {
  if (fact.unit.dimension !== 'money' || lines[fact.line]?.cell) return false
  return asTarget.test(text.slice(fact.end, fact.end + 16)) && spent.test(fact.label)
}

const invested = /(?:资金|经费)投入(?:资金|金额|总额)?$|投入(?:资金|经费|金额|总额)$/
/** 道路养护资金投入2860万元 among the quantities, where costs have a heading of their own. */
function* spentUnderQuantity(doc: Understanding) {
  if (!sectionsOn(doc, /^成本指标/).length) return
  const [section] = sectionsOn(doc, /^数量指标/)
  const found = doc.facts.filter(
    ({ start, unit, label, line }) =>
      section &&
      start >= section.start &&
      start < section.end &&
      unit.dimension === 'money' &&
      invested.test(label) &&
      !doc.folded.lines[line]?.cell,
  )
  if (!found[0]) return
  yield wrong(
    'question',
    0.76,
    `${named(found.map(({ labelSpan, end }) => doc.folded.text.slice(labelSpan.start, end)))}写在“数量指标”下；资金投入属于成本指标，本报告另有“成本指标”，请核对归类。`,
    found.map(({ labelSpan, end }) => ({ start: labelSpan.start, end })),
    { claimed: '数量指标', computed: '成本指标' },
  )
}

const classes = /(?:数量|质量|时效|成本|(?:经济|社会|生态)?效益|满意度)指标(?=[：:\n完])/g
/** The class named last before a fact, in its line or as a heading above it. */
function classOf({ folded: { text } }: Understanding, { start }: Span): string {
  const before = text.slice(Math.max(0, start - 600), start)
  return [...before.matchAll(classes)].at(-1)?.[0] ?? ''
}

const scored =
  /[^。；;，,\n：:]{0,18}满意度(?!测评|调查|评价|访)(?=[^。；;\n]{0,24}(?:得(?:满)?分?\d|得分\d|分值|目标值))/g
function* underBenefit(doc: Understanding): Generator<Span> {
  const titled = sectionsOn(doc, /^[^满]{0,8}效益(?:指标)?(?!.*满意)[^满]*$/).filter(({ heading }) =>
    /指标/.test(heading.text),
  )
  const inLine = matches(doc, /(?<=^|\n)(?:[①-⑳]|[（(]?\d+[）).、])?(?:经济|社会|生态)效益(?:指标)?[：:][^\n]*/g)
  const told = new Set<number>()
  for (const place of matches(doc, scored, /满意度[^。；;\n]{0,24}(?:得|分值|目标值)/)) {
    const within = [...titled, ...inLine].some(({ start, end }) => place.start >= start && place.end <= end)
    const closer = /满意度指标/.test(doc.folded.text.slice(Math.max(0, place.start - 60), place.start))
    if (within && !closer && !told.has(place.start)) {
      told.add(place.start)
      yield place
    }
  }
}
