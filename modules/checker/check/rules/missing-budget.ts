import type { Fact, Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const kinds = /(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算(?:财政拨款)?/g
const budgeted =
  /预算(?:数|总额|金额|资金|收入|安排|批复|下达|指标|编制|为|共|合计|总计|调整)?$|(?:预算(?!投资|管理|编制|绩效)|批复|下达|到位|核定|追加)[^，。]{0,6}$|收入(?:合计|总计|决算|总额|数)?$|拨款|资金总额/
const spent = /(?:基本支出|项目支出|支出合计|总支出|支出总额|整体支出)(?:为|总额|决算数)?$/

/** A report of the whole spending that says what was paid and nowhere what was to be paid. */
export const missingBudget: Rule = {
  id: 'missing-element.budget',
  kind: 'missing-element',
  title: '整体支出报告应写明预算数',
  source: '财预〔2020〕10号：预算执行率＝全年执行数÷全年预算数，两者都应列明',
  fails:
    '2022年度局本级基本支出为2909.79万元，其中人员经费2691.67万元、公用经费218.12万元。\n2022年我局项目支出为1308.82万元，政府性基金预算支出967.08万元。项目预算执行率较低。',
  holds: [
    '2022年全年预算4300万元。局本级基本支出为2909.79万元，项目支出为1308.82万元。',
    '2022年本年收入合计4218.61万元。基本支出为2909.79万元，项目支出为1308.82万元。',
    '|项目|年初预算数（万元）|决算数（万元）|\n|基本支出|3000|2909.79|\n|项目支出|1400|1308.82|\n2022年基本支出为2909.79万元，项目支出为1308.82万元。',
  ],
  *check(doc) {
    if (!['self-evaluation', 'other'].includes(doc.profile.kind)) return
    const paid = doc.facts.filter((fact) => isMoney(fact) && spent.test(fact.label))
    const [first, ...others] = paid
    if (!first || !others.some(({ label }) => label !== first.label)) return
    const budget = doc.facts.find((fact) => isMoney(fact) && saysBudget(doc, fact))
    const column = doc.tables.some(({ columns }) => columns.some((words) => /预算|收入/.test(words)))
    if (budget || column) return
    const labels = [...new Set(paid.map(({ label }) => label.replace(/为$/, '')))].slice(0, 3).join('、')
    yield wrong(
      'error',
      0.85,
      `只写了${labels}，全文没有年初预算、全年预算或收入的数额，预算执行率无法计算；应补上预算数。`,
      paid.map(({ labelSpan, end }) => ({ start: labelSpan.start, end })),
      { claimed: '无预算数' },
    )
  },
}

const isMoney = ({ unit }: Fact) => unit.dimension === 'money'

function saysBudget({ folded: { text, lines } }: Understanding, fact: Fact): boolean {
  const from = Math.max(lines[fact.line]?.start ?? 0, text.lastIndexOf('。', fact.start) + 1, fact.start - 24)
  const words = text.slice(from, fact.start).replace(kinds, '')
  const clause = words.split(/[，,；;、：:]/).at(-1) ?? ''
  return budgeted.test(clause.replace(/(?:约|为|达|共|共计|合计|是|数)+$/, ''))
}
