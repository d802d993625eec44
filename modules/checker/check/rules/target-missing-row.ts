import type { Rule } from '../rule.ts'
import { named, wrong } from '../words.ts'

/** A row of a score sheet with points and without a target. */
export const targetMissingRow: Rule = {
  id: 'target-missing.row',
  kind: 'target-missing',
  title: '计分的指标应有目标值',
  source: '财预〔2020〕10号附件《项目支出绩效自评表》：年度指标值',
  fails:
    '|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|\n|产出|数量指标|清运量|≥3万吨|3.1万吨|10|10|\n|产出|质量指标|合格率|≥95%|96%|10|10|\n|效益|社会效益|有效投诉件||1846件|8|5.5|\n',
  holds:
    '|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|\n|产出|数量指标|清运量|≥3万吨|3.1万吨|10|10|\n|产出|质量指标|合格率|≥95%|96%|10|10|\n|效益|社会效益|投诉件|≤2000件|1846件|8|8|\n|合计||||||100|\n',
  *check(doc) {
    for (const { columns, rows, headingRows } of doc.tables) {
      const at = (pattern: RegExp) => columns.findIndex((words) => pattern.test(words))
      const [target, score, name] = [
        at(/(?:年度|目标|计划)?(?:指标|目标)值/),
        at(/^(?:自评)?得分/),
        at(/三级指标|指标名称|指标内容/),
      ]
      if (target < 0 || score < 0 || name < 0) continue
      const scored = rows.slice(headingRows).filter((row) => row[name]?.text && row[score]?.quantity)
      const empty = scored.filter((row) => row[target]?.text === '' && !/[计分]$/.test(row[name]?.text ?? ''))
      const names = empty.flatMap((row) => row[name] ?? [])
      // Where most are empty the table has its targets elsewhere.
      if (!names[0] || empty.length * 2 > scored.length) continue
      yield wrong('error', 0.8, `${named(names.map(({ text }) => text))}没有目标值，却打了分；应补上目标值。`, names, {
        claimed: '无目标值',
      })
    }
  },
}
