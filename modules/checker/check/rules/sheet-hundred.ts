import type { Understanding } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import { type ScoreNode, type Sheet, scoresOf, weightOf, within } from '../../understand/scores.ts'
import { type Beside, besideSheet } from '../beside-sheet.ts'
import { equalPoints, points, stretch, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const table = (last: string) =>
  `三级指标|年度指标值|实际完成值|分值|得分\n清运量|≥3万吨|3.1万吨|40|40\n及时率|≥95%|96%|30|30\n投诉办结率|≥90%|93%|20|20\n满意度|≥90%|92%|${last}|${last}\n\n`

/** 上表各项分值合计100分 behind a table whose points come to 95: without a total row the words say what they add up to. */
export const sheetHundred: Rule = {
  id: 'weight-sum.sheet-told',
  kind: 'weight-sum',
  title: '评分表各项分值之和应等于表前、表后所写的合计',
  source: '财预〔2020〕10号：绩效自评指标权重合计为100分',
  fails: [
    `${table('5')}注：上表各项分值合计100分，指标值由各股室测算。`,
    `指标体系如下，各指标权重之和为100分：\n${table('15')}`,
    `${table('6')}上述4项指标分值总计100分，自评得95分。`,
    `评价满分100分，其中预算执行率10分，其余指标分值见下表。\n${table('5')}`,
    `${table('5')}表中各项指标分值合计90分，另有预算执行率10分。`,
  ],
  holds: [
    `${table('10')}注：上表各项分值合计100分，指标值由各股室测算。`,
    `${table('5')}上述3项指标分值合计90分。产出类各项分值合计70分，上表前两项分值合计70分。`,
    `${table('5')}产出指标分值合计100分，其中数量指标权重合计40分。`,
    `评价满分100分，其中预算执行率5分，其余指标分值见下表。\n${table('5')}`,
    `评价满分100分，部分指标完成情况如下。\n${table('5')}`,
    `${table('5')}注：连同预算执行率5分，各项分值合计100分。`,
    `${table('5')}表中各项指标分值合计95分，另有预算执行率5分。`,
  ],
  *check(doc) {
    for (const sheet of scoresOf(doc).sheets) {
      const sum = sheet.hasTotal ? undefined : sumOf(doc, sheet)
      if (sum === undefined) continue
      for (const paragraph of besideSheet(doc, sheet)) {
        const said = saidIn(paragraph)
        if (!said || !isOfAll(said, sheet)) continue
        yield outcomeOf(sheet, sum, said)
        break
      }
    }
  },
}

const figure = '(\\d{2,3})(?:分|%)'
const all = '(?:上表|上述|以上|表中|表内|各项?|所列|全部|所有|本表|\\d+项|[三四五六七八九十]+项)'
const inAll = '(?:合计|之和|总计|总和|共计|相加|总分|加总|累计|共)'
const told = new RegExp(
  `(?:^|[，,。；;：:（(])(?:本次|本年|经核对|即|且|我[局所中心]+)?(?:${all}|指标体系)(?:${all}|三级|二级|一级|绩效|评价|指标|的)*(?:分值|权重|标准分|满分)(?:分值)?(?:${inAll})+(?:均)?(?:为|是|：)?${figure}`,
)
const fullMark = /(?:满分|总分)(?:值)?(?:为|共|是|：)?100分/
const execution = /预算执行(?:率|情况)?(?:指标)?(?:[（(]|单独计|满分|分值|权重|占|为|计)?(\d{1,2})分/
/** What stands outside of the table is counted with it, or only a part stands in it. */
const partly = /部分|主要|其他指标|加分|连同|加上|另加|含预算/
/** What speaks of the table before or of the next. */
const elsewhere = { above: /上表|上述|以上/, below: /下表|如下|以下/ }
const rest = /其余|剩余|其他|另/

interface Said {
  paragraph: Beside
  /** What the points of the table come to by these words. */
  whole: number
  words: string
}

function saidIn(paragraph: Beside): Said | undefined {
  const { text, side } = paragraph
  if (partly.test(text) || elsewhere[side].test(text)) return undefined
  const [words, digits] = told.exec(text) ?? []
  if (words) return { paragraph, whole: Number(digits), words: words.replace(/^[，,。；;：:（(]/, '') }
  const [, own] = execution.exec(text) ?? []
  const [full] = fullMark.exec(text) ?? []
  if (!own || !full || !rest.test(text)) return undefined
  return { paragraph, whole: 100 - Number(own), words: full }
}

/** 上述4项 of a table with six is not all of it. */
function isOfAll({ words }: Said, { root }: Sheet): boolean {
  const [, digits = ''] = /(\d+|[三四五六七八九十]+)项/.exec(words) ?? []
  const count = digits && numberOf(digits)
  return !count || count === leaves(root).length
}

const leaves = (root: ScoreNode) => [...within(root)].filter(({ parts }) => !parts.length)

/** Every row of the table has points. */
function sumOf({ tables }: Understanding, { root, table, funds }: Sheet): number | undefined {
  const own = tables.filter(({ index }) => index === table)
  const rows = own.flatMap(({ rows, headingRows }) => rows.slice(headingRows)).length
  const weights = root.parts.map(weightOf)
  if (own.length !== 1 || funds.length || leaves(root).length < rows || rows < 3 || weights.includes(undefined))
    return undefined
  return sumOfPoints(weights)
}

function outcomeOf({ root }: Sheet, sum: number, { paragraph: { start, text }, whole, words }: Said): Outcome {
  const formula = `${root.parts.map((part) => points(weightOf(part) ?? 0)).join(' + ')} = ${points(sum)}`
  const at = start + text.indexOf(words)
  const places = [...stretch(root.parts), { start: at, end: at + words.length }]
  if (equalPoints(sum, whole)) return { verdict: 'consistent', formula, places }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.92,
    message: `评分表各项分值相加为${points(sum)}分，文中写“${words}”${words.includes(String(whole)) ? '' : `，除预算执行外应为${points(whole)}分`}。`,
    formula: `${formula} ≠ ${points(whole)}`,
    claimed: points(sum),
    computed: points(whole),
    places,
  }
}
