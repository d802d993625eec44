import type { TableCell, UnderstoodTable } from '../../understand/tables.ts'
import type { Rule } from '../rule.ts'
import { hasSatisfactionClass } from '../satisfaction.ts'
import { named, wrong } from '../words.ts'

const classes =
  /^(?:.*\n)?(数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|满意度)(?:指标)?(?:[（(]\d+分?[）)])?$/

/** The same in a table of indicators. */
export const taxonomyTable: Rule = {
  id: 'taxonomy.table',
  kind: 'taxonomy',
  title: '指标表中资金投入属成本指标，及时率属时效指标，满意度单列',
  source: '财预〔2020〕10号附件《项目支出绩效自评表》：一级、二级指标',
  fails: [
    '|一级指标|二级指标|三级指标|年度指标值|实际完成值|\n|产出指标|数量指标|项目投入金额|≤20万元|12.41万元|\n|产出指标|质量指标|验收合格率|100%|100%|\n',
    '|二级指标|三级指标|指标值|完成值|得分|\n|社会效益指标|群众满意度|≥95%|96%|10|\n|数量指标|清运量|3万吨|3万吨|10|\n',
    '|一级指标|二级指标|三级指标|指标值|完成值|\n|产出|数量指标|食品抽检合格率|≥97%|98.21%|\n|产出|数量指标|抽检批次|8000批次|8640批次|\n',
    '|二级指标|三级指标|指标值|完成值|得分|\n|质量指标|项目总成本控制数|≤90万元|90万元|10|\n|数量指标|清运量|3万吨|3万吨|10|\n',
    '|一级指标|二级指标|三级指标|指标值|完成值|\n|产出指标|成本指标|抚恤金发放及时率|100%|100%|\n|产出指标|成本指标|项目支出控制数|≤90万元|86万元|\n',
    '|单位名称|临江县教育局| | |\n|年度目标1|办学条件改善| | |\n|指标类型|三级指标|指标值|完成值|\n|数量指标|新建校舍|3栋|3栋|\n|质量指标|家长满意度|≥90%|93%|\n|年度目标2|资助| | |\n|指标类型|三级指标|指标值|完成值|\n|数量指标|资助人数|30人|31人|\n',
    '|一级指标|二级指标|三级指标|指标值|完成值|\n|产出指标|时效指标|困难群众满意度|≥90%|95%|\n|产出指标|数量指标|走访户数|30户|31户|\n',
  ],
  holds: [
    '|一级指标|二级指标|三级指标|年度指标值|实际完成值|\n|产出指标|成本指标|项目投入金额|≤20万元|12.41万元|\n|满意度指标|服务对象满意度指标|群众满意度|≥95%|96%|\n|效益指标|经济效益指标|节约经费|≥5万元|6万元|\n|产出指标|数量指标|罚款案件数|10件|12件|\n',
    '|一级指标|二级指标|三级指标|指标值|完成值|\n|产出指标|时效指标|补贴按时发放率|100%|100%|\n|产出指标|质量指标|案件及时处置率|≥95%|97%|\n|产出指标|成本指标|资金节约率|≥1%|1.2%|\n|产出指标|数量指标|满意度调查次数|2次|2次|\n|产出指标|质量指标|满意度测评覆盖率|100%|100%|\n',
    '|序号|项目|金额|\n|1|数量指标编制|20万元|\n|2|其他|3万元|\n',
  ],
  *check(doc) {
    const indicators = doc.tables.flatMap((table) => [...indicatorsOf(table)])
    for (const [right, isMisplaced] of misplaced) {
      const found = indicators.filter(isMisplaced).map(({ name }) => name)
      if (found.length) yield told(found, right, true)
    }
    const under = indicators.filter(
      ({ name, under }) => /^(?:经济|社会|生态)效益/.test(under) && isSatisfaction(name.text),
    )
    // Where the form has no class for satisfaction, 效益 is where it stands.
    if (under.length)
      yield told(
        under.map(({ name }) => name),
        '满意度指标',
        hasSatisfactionClass(doc),
      )
  },
}

interface Indicator {
  name: TableCell
  under: string
  target: TableCell | undefined
}

const isSatisfaction = (name: string) => /满意(?:度|率)$/.test(name)
const spends = /(?:金额|经费|资金|成本|费用|投入|支出)(?:总额|数|控制数|控制)?$/
const inTime = /(?:及时|按时|按期|准时)[^|\n]{0,6}率$/
const misplaced: readonly [string, (indicator: Indicator) => boolean][] = [
  [
    '成本指标',
    ({ name, under, target }) =>
      /^(?:数量|质量)/.test(under) && spends.test(name.text) && target?.quantities[0]?.unit.dimension === 'money',
  ],
  ['质量指标', ({ name, under }) => under === '数量' && /(?:合格|达标|优良|完好|准确)率$/.test(name.text)],
  ['满意度指标', ({ name, under }) => /^(?:数量|质量|时效|.*成本)/.test(under) && isSatisfaction(name.text)],
  ['时效指标', ({ name, under }) => /成本/.test(under) && inTime.test(name.text)],
]

const told = (found: TableCell[], right: string, sure: boolean) =>
  wrong(
    sure ? 'error' : 'question',
    sure ? 0.8 : 0.6,
    `${sure ? '指标归类有误' : '请核对指标归类'}：${named(found.map(({ text }) => text))}属于${right}，不应放在表中的其他类别下。`,
    found,
    { computed: right },
  )

const heading = /^(?:三级指标|(?:三级)?指标名称|指标内容)$/
/** Indicators with the class they stand under. Forms with a part for each aim repeat the heading within. */
function* indicatorsOf({ rows, columns }: UnderstoodTable): Generator<Indicator> {
  let at = columns.findIndex((words) => /三级指标|指标名称|指标内容/.test(words))
  for (const row of rows) {
    const named = row.findIndex(({ text }) => heading.test(text))
    if (named >= 0) at = named
    if (at < 0) continue
    const name = row[at]
    const under = row
      .slice(0, at)
      .map(({ text }) => classes.exec(text)?.[1])
      .findLast((found) => found)
    if (name?.text && under) yield { name, under, target: row.slice(at + 1).find((cell) => cell.quantities.length > 0) }
  }
}
