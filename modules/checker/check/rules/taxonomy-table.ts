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
  title: '指标表中资金投入属成本指标，满意度单列',
  source: '财预〔2020〕10号附件《项目支出绩效自评表》：一级、二级指标',
  fails: [
    '|一级指标|二级指标|三级指标|年度指标值|实际完成值|\n|产出指标|数量指标|项目投入金额|≤20万元|12.41万元|\n|产出指标|质量指标|验收合格率|100%|100%|\n',
    '|二级指标|三级指标|指标值|完成值|得分|\n|社会效益指标|群众满意度|≥95%|96%|10|\n|数量指标|清运量|3万吨|3万吨|10|\n',
    '|一级指标|二级指标|三级指标|指标值|完成值|\n|产出|数量指标|食品抽检合格率|≥97%|98.21%|\n|产出|数量指标|抽检批次|8000批次|8640批次|\n',
    '|二级指标|三级指标|指标值|完成值|得分|\n|质量指标|项目总成本控制数|≤90万元|90万元|10|\n|数量指标|清运量|3万吨|3万吨|10|\n',
  ],
  holds: [
    '|一级指标|二级指标|三级指标|年度指标值|实际完成值|\n|产出指标|成本指标|项目投入金额|≤20万元|12.41万元|\n|满意度指标|服务对象满意度指标|群众满意度|≥95%|96%|\n|效益指标|经济效益指标|节约经费|≥5万元|6万元|\n|产出指标|数量指标|罚款案件数|10件|12件|\n',
    '|序号|项目|金额|\n|1|数量指标编制|20万元|\n|2|其他|3万元|\n',
  ],
  *check(doc) {
    const money: TableCell[] = []
    const satisfied: TableCell[] = []
    const quality: TableCell[] = []
    for (const table of doc.tables)
      for (const { name, under, target } of indicatorsOf(table)) {
        const spends = /(?:金额|经费|资金|成本|费用|投入|支出)(?:总额|数|控制数|控制)?$/.test(name.text)
        if (/^(?:数量|质量)/.test(under) && spends && target?.quantities[0]?.unit.dimension === 'money')
          money.push(name)
        if (/^数量/.test(under) && /(?:合格|达标|优良|完好|准确)率$/.test(name.text)) quality.push(name)
        if (/^(?:经济|社会|生态)效益/.test(under) && /满意(?:度|率)$/.test(name.text)) satisfied.push(name)
      }
    // Where the form has no class for satisfaction, 效益 is where it stands.
    const apart = hasSatisfactionClass(doc)
    for (const [found, right, sure] of [
      [money, '成本指标', true],
      [satisfied, '满意度指标', apart],
      [quality, '质量指标', true],
    ] as const)
      if (found[0])
        yield wrong(
          sure ? 'error' : 'question',
          sure ? 0.8 : 0.6,
          `${sure ? '指标归类有误' : '请核对指标归类'}：${named(found.map(({ text }) => text))}属于${right}，不应放在表中的其他类别下。`,
          found,
          { computed: right },
        )
  },
}

function* indicatorsOf({ rows, columns }: UnderstoodTable) {
  const at = columns.findIndex((words) => /三级指标|指标名称|指标内容/.test(words))
  if (at < 0) return
  for (const row of rows) {
    const name = row[at]
    const under = row
      .slice(0, at)
      .map(({ text }) => classes.exec(text)?.[1])
      .findLast((found) => found)
    if (name?.text && under) yield { name, under, target: row.slice(at + 1).find((cell) => cell.quantities.length > 0) }
  }
}
