import type { Understanding } from '../../understand/index.ts'
import { accountsOf } from '../accounts.ts'
import { inUnitOf, printed, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { asFact, cellQuantity, type TableRow } from '../table-rows.ts'

/** 合计 of 三公: travel abroad, vehicles, receptions; of vehicles: bought and run. */
const relations: readonly { whole: RegExp; parts: readonly RegExp[] }[] = [
  { whole: /^(?!.*(?:车|出国|接待)).*合计/, parts: [/出国/, /车.*小计/, /接待/] },
  { whole: /车.*小计/, parts: [/车.*购置费(?!.*运行)/, /车.*运行(?:维护)?费(?!.*小计)(?!.*购置费$)/] },
]
const kinds = ['预算数', '决算数'] as const

export const accountThree: Rule = {
  id: 'part-sum.account-three',
  kind: 'part-sum',
  title: '“三公”经费：合计＝出国＋公务用车＋公务接待',
  source: '部门决算公开“三公”经费支出决算表（B-13）',
  fails: example('8.50', '9.50'),
  holds: example('8.50', '8.30'),
  *check(doc) {
    for (const { name, table, rows } of accountsOf(doc)) {
      if (name !== 'three') continue
      for (const kind of kinds)
        for (const { whole, parts } of relations) {
          const column = (pattern: RegExp) =>
            table.columns.findIndex((words) => pattern.test(words.replace(/·[^·]*$/, '')) && words.endsWith(kind))
          const wholeAt = column(whole)
          const partsAt = parts.map(column)
          if (wholeAt < 0 || partsAt.some((at) => at < 0)) continue
          for (const row of rows) yield* rowOutcome(doc, row, kind, wholeAt, partsAt, table.columns)
        }
    }
  },
}

function example(budget: string, spent: string): string {
  const heads = [
    '合计',
    '因公出国（境）费',
    '公务用车购置及运行维护费小计',
    '公务用车购置费',
    '公务用车运行维护费',
    '公务接待费',
  ]
  const first = heads.flatMap((head) => [head, head]).join('|')
  const second = heads.flatMap(() => ['预算数', '决算数']).join('|')
  return `“三公”经费支出决算表\n单位：万元\n${first}\n${second}\n${budget}|${spent}|0.00|0.00|7.50|7.50|0.00|0.00|7.50|7.50|1.00|0.80\n`
}

function* rowOutcome(
  doc: Understanding,
  row: TableRow,
  kind: string,
  wholeAt: number,
  partsAt: readonly number[],
  columns: readonly string[],
): Generator<Outcome> {
  const fact = (at: number) => {
    const quantity = cellQuantity(row, at)
    return quantity ? [asFact(quantity, (columns[at] as string).replace(/·?(?:小计·)?[预决]算数$/, ''))] : []
  }
  const [whole] = fact(wholeAt)
  const parts = partsAt.flatMap(fact)
  if (!whole || !parts.length) return
  const { text } = doc.folded
  const terms = parts.map((part) => printed(text, part)).join(' + ')
  const { fit } = adds(parts, whole)
  const places = [whole, ...parts]
  if (fit === 'equal') {
    yield { verdict: 'consistent', formula: `${terms} = ${printed(text, whole)}`, places }
    return
  }
  const computed = inUnitOf(whole, sumOf(parts))
  yield {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: 0.93,
    message: `“三公”经费支出决算表“${whole.label}”${kind}写为 ${printed(text, whole)}，各项相加为 ${computed}${fit === 'rounding' ? '，属四舍五入误差' : ''}。`,
    formula: `${terms} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places,
  }
}
