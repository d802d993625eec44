import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { before, behind, type Match, matches, wrong } from '../words.ts'
import { type Class, classesIn } from './taxonomy-item.ts'

/** 居民满意度计划不低于85%，实际88%，已达标 below 数量指标: an indicator judged in running text below another class. */
export const taxonomyPlanned: Rule = {
  id: 'taxonomy.planned',
  kind: 'taxonomy',
  title: '正文按计划、实际对照的指标归在所属的类别下',
  source: '财预〔2015〕88号《中央部门预算绩效目标管理办法》、财预〔2020〕10号附件：指标分类',
  fails: [
    '1.数量指标。权重10分。计划安装路灯200盏，实际205盏；居民对夜间照明的满意度计划不低于85%，实际87.2%，已达标。\n2.质量指标。权重10分。合格率100%。',
    '1.数量指标：清淤3公里。\n2.质量指标：验收合格率计划95%，实际96%；商户满意度目标为90%，全年达到92%。\n3.时效指标：按期完成。',
    '1.数量指标。全年巡查1200次。项目支出计划不超过120万元，实际支出115万元。\n2.质量指标。合格率96%。',
    '3.时效指标。按期完工。\n4.成本指标。未超预算；工单办结及时率目标95%，实际完成97%。',
    '1.数量指标\n安装路灯205盏。居民满意度实际为87.2%，高于85%的计划值。\n2.质量指标\n合格率100%。',
    '1.数量指标\n安装路灯205盏，居民满意度87.2%（计划≥85%）。\n2.质量指标\n合格率100%。',
  ],
  holds: [
    '1.数量指标。计划安装路灯200盏，实际205盏；计划开展满意度调查2次，实际2次。\n2.满意度指标。居民满意度计划不低于85%，实际87.2%。',
    '1.数量指标。计划安装路灯200盏，实际205盏。\n4.成本指标。项目支出计划不超过120万元，实际支出115万元；单位成本目标30元，实际28元。\n3.时效指标。及时率目标95%，实际97%。',
    '1.数量指标。计划安装路灯200盏，实际205盏，居民满意度不断提升。\n2.质量指标。案件处置及时率计划95%，实际96%。',
    '1.数量指标。计划安装路灯200盏，实际205盏。居民满意度计划不低于85%，实际87.2%，已在满意度指标中单列，此处不计分。\n2.质量指标。合格率100%。',
    '1.数量指标。计划发放补贴120万元，实际发放118万元。\n2.质量指标。合格率100%。',
    '（三）效益指标\n居民满意度计划不低于85%，实际87.2%。',
  ],
  *check(doc) {
    const found = [...matches(doc, planned), ...matches(doc, reached)]
    const classes = found.length ? classesIn(doc) : []
    const told = new Set<string>()
    for (const one of found) {
      const within = classes.find(({ start, end }) => one.start >= start && one.end <= end)
      const right = within && rightFor(one, within.under)
      if (!within || !right || isElsewhere(doc, one)) continue
      const name = nameOf(doc, one)
      const key = `${within.under}${name}`
      if (told.has(key)) continue
      told.add(key)
      yield wrong(
        'question',
        0.78,
        `“${name}”写在“${within.under}指标”下；按其性质属于${right}指标，请核对归类。`,
        [{ start: one.start - name.length + (one.groups[0]?.length ?? 0), end: one.end }],
        { claimed: `${within.under}指标`, computed: `${right}指标` },
      )
    }
  },
}

const names = '(满意[度率]|成本|支出|费用|投入金额|及时率|合格率|达标率|完好率)'
const bound = '(?:不低于|不少于|不高于|不超过|控制在|达到|在|≥|≤|＞|＜|>|<)*'
const figure = '\\d[\\d,.]*(%|万元|元|亿元)'
const aim = '(?:年度|年初|全年)?(?:计划|目标|预期|指标|要求)(?:值|数)?'
/** 满意度计划不低于85%，实际88%. */
const planned = new RegExp(
  `${names}的?${aim}(?:为|是|：)?${bound}${figure}(?:以上|以内|/[\\p{Script=Han}]{1,3})?[，,；;（(、]?[^。；;\\n\\d，,]{0,8}(?:实际|完成|达到|达|实现)[^。；;\\n\\d，,]{0,8}\\d[\\d,.]*(?:%|万元|元|亿元)`,
  'gu',
)
/** 满意度88%（计划≥85%）, 满意度实际为88%，高于85%的计划值. */
const reached = new RegExp(
  `${names}(?:实际|全年|达到?|完成|为|是)*${figure}(?:[（(，,](?:年度)?${aim}(?:为|是|：)?${bound}\\d[\\d,.]*(?:%|万元|元)|[，,（(](?:高于|超过|超出|低于|达到|优于|未达到?)(?:了)?\\d[\\d,.]*(?:%|万元|元|亿元)的?${aim})`,
  'gu',
)

/** The class of a name, and those it is mistaken for; a name of money needs money behind it. */
const belongs: readonly [RegExp, Class | '满意度', readonly Class[], RegExp][] = [
  [/^满意/, '满意度', ['数量', '质量', '时效', '成本'], /%/],
  [/^成本$/, '成本', ['数量', '质量', '时效'], /元/],
  [/^(?:支出|费用|投入金额)$/, '成本', ['数量'], /元/],
  [/^及时率$/, '时效', ['成本'], /%/],
  [/^(?:合格|达标|完好)率$/, '质量', ['数量', '成本'], /%/],
]

function rightFor({ groups: [name = '', unit = ''] }: Match, under: Class): string | undefined {
  return belongs.find(
    ([names, , mistaken, units]) => names.test(name) && mistaken.includes(under) && units.test(unit),
  )?.[1]
}

/** The words before it in its clause belong to its name. */
function nameOf(doc: Understanding, { start, groups: [word = ''] }: Match): string {
  const lead = /[\p{Script=Han}“”]*$/u.exec(before(doc, { start, end: start }, 16))?.[0] ?? ''
  return lead.replace(/^.*(?:其中|年度|全年|本年)/, '') + word
}

/** It is said that it counts under its own class. */
const elsewhere = /单列|另行|另计|不计|不再|参见|见(?:满意度|成本)|(?:满意度|成本|时效|质量)指标(?:中|下|里)/
function isElsewhere(doc: Understanding, found: Match): boolean {
  const rest = behind(doc, found, 60).split(/[。\n]/)[0] ?? ''
  const lead =
    before(doc, found, 40)
      .split(/[。；;\n]/)
      .at(-1) ?? ''
  return elsewhere.test(rest) || elsewhere.test(lead)
}
