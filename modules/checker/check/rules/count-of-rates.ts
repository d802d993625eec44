import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { cellQuantity, rowsOf } from '../table-rows.ts'

const comparisons: readonly [RegExp, (value: number, limit: number) => boolean, string][] = [
  [/^(?:及以上|以上|（含）以上|\(含\)以上)/, (value, limit) => value >= limit, '不低于'],
  [/^(?:以下)/, (value, limit) => value < limit, '低于'],
]

/** 3个项目执行率100%: as many rows of the table say so. */
export const countOfRates: Rule = {
  id: 'count.rates',
  kind: 'count',
  title: '“N个项目执行率为某值”与表中行数一致',
  source: '部门决算公开说明与报表数据一致（B-17）',
  fails:
    '环卫、路灯等3个项目执行率100%。\n项目|预算（万元）|执行（万元）|执行率\n环卫保洁|120.00|120.00|100%\n路灯维护|80.00|76.40|95.5%\n绿化养护|45.00|45.00|100%\n',
  holds:
    '环卫、绿化等2个项目执行率100%。\n项目|预算（万元）|执行（万元）|执行率\n环卫保洁|120.00|120.00|100%\n路灯维护|80.00|76.40|95.5%\n绿化养护|45.00|45.00|100%\n',
  *check(doc) {
    const { text, lines } = doc.folded
    for (const [at, fact] of doc.facts.entries()) {
      const percent = doc.facts[at + 1]
      if (!percent || lines[fact.line]?.cell || percent.line !== fact.line || percent.unit.dimension !== 'percent')
        continue
      if (
        fact.unit.word !== '个' ||
        !isExact(fact) ||
        !/^个?项目(?:的)?(?:预算)?(?:执行|支付|支出)率(?:为|达到?|在|低于|高于)?$/.test(
          text.slice(fact.digits.end, percent.start),
        )
      )
        continue
      const under = /低于$/.test(text.slice(fact.end, percent.start))
      const after = text.slice(percent.digits.end + 1, percent.digits.end + 8)
      const comparison = comparisons.find(([word]) => word.test(after)) ?? (under ? comparisons[1] : undefined)
      for (const table of doc.tables) {
        const column = table.columns.findIndex((words) => /(?:执行|支付|支出)率/.test(words))
        const rows = rowsOf(table).filter(({ kind }) => kind === 'item')
        const rates = rows.flatMap((row) => (column < 0 ? [] : (cellQuantity(row, column) ?? [])))
        if (rates.length < 2 || rates.length !== rows.length) continue
        const count = rates.filter(({ value }) =>
          comparison ? comparison[1](value, percent.value) : near(value, percent.value, 0),
        ).length
        const claimed = printed(text, fact)
        const formula = `表${table.index + 1} 执行率${comparison?.[2] ?? '为'} ${printed(text, percent.digits)}% 的有 ${count} 个`
        if (count === fact.value)
          yield { verdict: 'consistent', formula: `${formula}，写明 ${claimed}`, places: [fact] }
        else
          yield {
            verdict: 'wrong',
            severity: 'error',
            certainty: 0.85,
            message: `此处写“${claimed}项目执行率${printed(text, percent.digits)}%”，${formula}。`,
            formula: `${formula} ≠ ${claimed}`,
            claimed: String(fact.value),
            computed: String(count),
            places: [fact, percent, ...rates],
          }
      }
    }
  },
}
