import type { Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import type { TableCell } from '../../understand/tables.ts'
import { printed } from '../measure.ts'
import { rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipSentence } from '../slip.ts'

const form = (rate: string) =>
  `部门整体支出绩效基础数据表\n财政供养人员情况|编制数|2023年实际在职人数|控制率\n全局合计|120|114|${rate}\n经费控制情况|2022年决算数|2023年预算数|2023年决算数\n三公经费|15.60|18.00|14.82\n`

/** 编制数 | 实际在职人数 | 控制率: a row of headings within the form of basic data, and the figures below it. */
export const tableStaff: Rule = {
  id: 'rate.staff',
  kind: 'rate',
  title: '在职人员控制率＝在职人数÷编制数',
  source: '财预〔2013〕53号 预算绩效评价共性指标体系框架：在职人员控制率；部门整体支出绩效评价基础数据表',
  fails: form('59.00%'),
  holds: [form('95.00%'), form('95%')],
  *check(doc) {
    for (const { rows } of doc.tables)
      for (const [at, heads] of rows.entries()) {
        const columns = [/控制率/, /在职/, /编制/].map((word) => heads.findIndex(({ text }) => word.test(text)))
        if (columns.some((column) => column < 0) || new Set(columns).size < 3) continue
        for (const row of rows.slice(at + 1)) {
          const cells = columns.map((column) => row[column])
          if (!cells.every((cell) => cell?.quantity)) break
          yield* judged(doc, row, cells as TableCell[])
        }
      }
  },
}

function* judged(doc: Understanding, row: readonly TableCell[], cells: readonly TableCell[]): Generator<Outcome> {
  const [shown, staff, posts] = cells.flatMap(({ quantity }) => quantity ?? [])
  if (!shown || !staff || !posts || base(posts) <= 0 || staff.step < 1 || posts.step < 1) return
  const { text } = doc.folded
  const value = (base(staff) / base(posts)) * 100
  const formula = `${printed(text, staff)} ÷ ${printed(text, posts)}`
  const places = [shown, staff, posts]
  const fit = rateFit(shown, value)
  if (fit === 'equal') return yield { verdict: 'consistent', formula: `${formula} = ${printed(text, shown)}`, places }
  const { computed, slip } = percentInstead(shown, value)
  yield {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: slip ? 0.95 : 0.85,
    message: `“${row[0]?.text ?? ''}”控制率写为 ${printed(text, shown)}，在职人数÷编制数 ${formula} 为 ${computed}${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${formula} = ${computed} ≠ ${printed(text, shown)}`,
    claimed: printed(text, shown),
    computed,
    places,
  }
}
