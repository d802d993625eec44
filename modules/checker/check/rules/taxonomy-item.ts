import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { matches, named, wrong } from '../words.ts'

export type Class = '数量' | '质量' | '时效' | '成本'

const mark = '(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．]|[①-⑳])?'
/** 3.时效指标（15分）, 质量指标：…, where the line begins. */
const opened = new RegExp(
  `(?<=^|\\n)${mark}(?:(数量|质量|时效|成本)|[^\\n，。；]{0,6}(?:效益|影响|满意度|产出|效果))指标(?=[\\n：:。（(]|完成|$)[^\\n]*`,
  'g',
)
/** An indicator of a text: its name, and behind it its points or its target. */
const indicator = new RegExp(
  `(?<=^|[\\n。；;：:])(${mark})([\\p{Script=Han}]{2,22}?(?:成本|[\\p{Script=Han}]率|满意度))(?=[（(](?:分值|满分|权重)?\\d+(?:\\.\\d+)?分|[（(，,：:]?(?:年度|年初|全年)?(?:目标|指标)值|[，,：:](?:分值|满分|目标)|\\d+分[，,；;。])`,
  'gu',
)
const valued =
  /(?<=[，,；;。])[\p{Script=Han}]{0,10}对[\p{Script=Han}]{0,12}满意度(?:达到?|为|是)?\d+(?:\.\d+)?%(?=[，,；;。])/gu

const amount =
  /(?:数量|总数|总量|面积|座数|里程)(?:增加到|增至|达到?|为|共计?)\d[\d,.]*万?(?:座|个|处|台|辆|平方米|公里|吨|盏|条)(?=[，,。；;])/g

/** The class an indicator belongs to by its name, and those it is mistaken for. */
const belongs: readonly [RegExp, Class | '满意度', readonly Class[]][] = [
  [/成本$/, '成本', ['数量', '质量', '时效']],
  [/(?:合格|达标|优良|完好|准确)率$/, '质量', ['数量', '成本']],
  [/(?:及时|按时|按期|准时)[\p{Script=Han}]{0,4}率$/u, '时效', ['成本']],
  [/满意度$/, '满意度', ['数量', '质量', '时效', '成本']],
]

/** 清扫保洁单位成本（7分） under 时效指标: an indicator of the running text under a class that is not its own. */
export const taxonomyItem: Rule = {
  id: 'taxonomy.item',
  kind: 'taxonomy',
  title: '正文所列指标归在所属的类别下',
  source: '财预〔2015〕88号《中央部门预算绩效目标管理办法》、财预〔2020〕10号附件：指标分类',
  fails: [
    '2.时效指标（12分）\n（1）工单按期办结率（6分）。目标值≥95%，实际97%，得6分。\n（2）垃圾清运单位成本（6分）。目标值≤86元，实际85元，得6分。\n3.成本指标（8分）\n控制在预算内。',
    '1.数量指标：绿化养护面积目标值120万平方米，完成121万平方米；道路保洁合格率目标值95%，实际96%。\n2.质量指标：设施完好率目标值98%，实际99%。',
    '（一）产出指标\n成本指标：补助发放及时率（5分），全年100%，得5分；总成本（5分），控制在预算内。',
    '2.时效指标。全年立案3680件，按期结案率97.9%。城区公厕数量达到86座。\n3.成本指标。未超预算。',
    '1.数量指标。全年巡查1200次，群众对巡查工作满意度达到92.5%。\n2.质量指标。合格率96%。',
  ],
  holds: [
    '2.时效指标（12分）\n（1）工单按期办结率（6分）。目标值≥95%，实际97%，得6分。\n3.成本指标（8分）\n（1）垃圾清运单位成本（6分）。目标值≤86元，实际85元，得6分。',
    '1.数量指标：开展满意度测评2次，绿化养护121万平方米，合格率达到96%。\n2.质量指标：道路保洁合格率目标值95%，实际96%。\n3.满意度指标：群众对巡查工作满意度92.5%。',
    '1.数量指标。城区公厕数量达到86座。\n2.时效指标。新增泊位数量达到260个，均按期完工。截至6月底改造面积达到3万平方米。',
    '1.成本指标\n未超预算。\n（三）满意度指标\n市民满意度（10分），达到92%，得10分。',
  ],
  *check(doc) {
    const misplaced = new Map<string, { place: Span; under: Class; right: string }[]>()
    for (const { under, ...within } of classesIn(doc))
      for (const { start, end, groups } of matches(doc, indicator)) {
        if (start < within.start || end > within.end) continue
        const [lead = '', name = ''] = groups
        const right = belongs.find(([names, , mistaken]) => names.test(name) && mistaken.includes(under))?.[1]
        const place = { start: start + lead.length, end }
        if (right) misplaced.set(right, [...(misplaced.get(right) ?? []), { place, under, right }])
      }
    for (const [right, found] of misplaced) {
      const places = found.map(({ place }) => place)
      const names = named(places.map(({ start, end }) => doc.folded.text.slice(start, end)))
      yield wrong(
        'error',
        0.82,
        `指标归类有误：${names}属于${right}指标，不应放在“${found[0]?.under}指标”下。`,
        places,
        { claimed: `${found[0]?.under}指标`, computed: `${right}指标` },
      )
    }
    if (!misplaced.has('满意度')) yield* told(doc)
    yield* countedInTime(doc)
  },
}

/** What stands under each class, as far as the next class or the next heading of its rank. */
export function classesIn(doc: Understanding): (Span & { under: Class })[] {
  const starts = matches(doc, opened)
  return starts.flatMap(({ start, end, groups: [under] }, at) => {
    if (!under) return []
    const section = sectionsOn(doc, new RegExp(`^${under}指标`)).find(({ title }) => title.start === start)
    const next = starts[at + 1]?.start ?? doc.folded.text.length
    return [{ under: under as Class, start, end: Math.max(end, Math.min(section?.end ?? end, next)) }]
  })
}

/** …。城区公厕数量达到286座。 among what was in time. */
function* countedInTime(doc: Understanding) {
  const late = classesIn(doc).filter(({ under }) => under === '时效' || under === '成本')
  for (const found of late.length ? matches(doc, amount) : []) {
    const within = late.find(({ start, end }) => found.start >= start && found.end <= end)
    const sentence = /[^。；;\n]*$/.exec(doc.folded.text.slice(Math.max(0, found.start - 80), found.start))?.[0] ?? ''
    const rest = /^[^。；;\n]*/.exec(doc.folded.text.slice(found.end, found.end + 60))?.[0] ?? ''
    if (!within || /及时|按期|按时|提前|时限|完工|工期|小时|天|月|日|元|成本|节约/.test(sentence + found.words + rest))
      continue
    yield wrong(
      'question',
      0.76,
      `“${found.words}”写在“${within.under}指标”下；数量属于数量指标，请核对归类。`,
      [found],
      { claimed: `${within.under}指标`, computed: '数量指标' },
    )
  }
}

/** …，群众对执法工作满意度达到93.5%。 among what was produced. */
function* told(doc: Understanding) {
  const classes = classesIn(doc)
  for (const found of matches(doc, valued)) {
    const within = classes.find(({ start, end }) => found.start >= start && found.end <= end)
    if (!within) continue
    yield wrong(
      'question',
      0.76,
      `“${found.words}”写在“${within.under}指标”下；满意度属于满意度指标，请核对归类。`,
      [found],
      { claimed: `${within.under}指标`, computed: '满意度指标' },
    )
  }
}
