import type { Rule } from '../rule.ts'
import { sameName } from '../similar.ts'
import { wrong } from '../words.ts'

const saves = /(?:降低|节约|节省|压减)了?(?:[\p{Script=Han}]{0,4}(?:成本|经费|开支|资金|支出))[约近达为]?$/u

/** Money saved on a project whose whole budget was spent. */
export const contradictionSaving: Rule = {
  id: 'contradiction.saving',
  kind: 'contradiction',
  title: '说节约了成本的项目，预算不应全部花完',
  source: '预算与执行的勾稽：节约额＝预算数－执行数（B-22）',
  fails:
    '|项目|年初预算（万元）|全年预算（万元）|全年执行（万元）|执行率|\n|执法车辆维护|46.00|46.00|46.00|100%|\n|垃圾分类|20.00|20.00|10.00|50%|\n成本指标：执法车辆维护项目通过批量采购降低成本10%。',
  holds: [
    '|项目|年初预算（万元）|全年预算（万元）|全年执行（万元）|执行率|\n|执法车辆维护|46.00|46.00|41.40|90%|\n|垃圾分类|20.00|20.00|10.00|50%|\n成本指标：执法车辆维护项目通过批量采购降低成本10%。',
    '|项目|年初预算（万元）|全年预算（万元）|全年执行（万元）|执行率|\n|执法车辆维护|46.00|40.00|40.00|100%|\n|垃圾分类|20.00|20.00|10.00|50%|\n执法车辆维护项目通过批量采购降低成本10%。',
  ],
  *check(doc) {
    for (const { facts, text, start } of doc.sentences) {
      const saved = facts.find((fact) =>
        saves.test(doc.folded.text.slice(Math.max(start, fact.start - 12), fact.start)),
      )
      if (!saved) continue
      const until = text.slice(0, saved.start - start)
      const named = until.split(/[、，,：:；;]|等?项目|通过/).filter((words) => words.length >= 3)
      for (const { rows, columns } of doc.tables) {
        const whole = rows.find((row) => {
          const amounts = row.flatMap((cell, at) =>
            /预算|执行|支出/.test(columns[at] ?? '') && !/率/.test(columns[at] ?? '')
              ? (cell.quantity?.value ?? [])
              : [],
          )
          const same = amounts.length >= 2 && amounts.every((value) => value > 0 && value === amounts[0])
          return same && row.some((cell) => !cell.quantity && named.some((name) => sameName(name, cell.text)))
        })
        const name = whole?.find((cell) => !cell.quantity && named.some((one) => sameName(one, cell.text)))
        if (!whole || !name) continue
        const words = doc.folded.text.slice(Math.max(start, saved.start - 6), saved.end)
        yield wrong(
          'question',
          0.6,
          `说“${words}”，但“${name.text}”的预算没有调整，并且全部支出。节约的钱在哪里？请说明是与哪个标准相比。`,
          [{ start: Math.max(start, saved.start - 6), end: saved.end }, name],
          { claimed: words, computed: '0' },
        )
        return
      }
    }
  },
}
