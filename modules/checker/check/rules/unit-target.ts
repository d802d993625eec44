import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { comparable, isCounted, printed } from '../measure.ts'
import { rateFit } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { bareNumber, powerOfTen, scaleOf } from '../scale.ts'
import { isAim } from '../subject.ts'

const done = /^，(?:为|占|完成)了?(?:全年|年度|年初|计划|绩效)*(?:目标|任务|计划)(?:值|数)?的$/
const LEAST_NAME = 4

/** 拆除2.4万平方公里，完成目标值的120%, of a target of 2万平方米 told before. */
export const unitTarget: Rule = {
  id: 'unit.target',
  kind: 'unit',
  title: '完成值与目标值的单位一致',
  source: 'GB 3100—1993 量和单位；完成率＝完成值÷目标值',
  fails:
    '年度目标：改造老旧管网50公里，清理河道垃圾3万吨。\n全年改造老旧管网55米，完成目标值的110%；清理河道垃圾3.3万吨，完成年度目标的110%。',
  holds:
    '年度目标：改造老旧管网50公里，清理河道垃圾3万吨。\n全年改造老旧管网55公里，完成目标值的110%；清理河道垃圾33000吨，完成年度目标的110%。',
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, percent] of facts.entries()) {
        const actual = facts[at - 1]
        if (!actual || percent.unit.dimension !== 'percent' || !isExact(percent) || !isCounted(actual)) continue
        if (!isExact(actual) || !done.test(text.slice(actual.end, percent.start))) continue
        const target = doc.facts.find((fact) => isTargetOf(doc, fact, actual))
        if (!target) continue
        const power = powerOfTen(scaleOf(text, actual) / scaleOf(text, target), 1e-6)
        const share = (bareNumber(text, actual) / bareNumber(text, target)) * 100
        if (Math.abs(power) < 3 || rateFit(percent, share) !== 'equal') continue
        const unit = text.slice(target.digits.end, target.end).replace(/(?:及)?以[上下内]$/, '')
        const computed = `${bareNumber(text, actual)}${unit}`
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.9,
          message: `“${actual.label}”写为 ${printed(text, actual)}，目标为 ${printed(text, target)}，按完成 ${printed(text, percent)} 推算应为 ${computed}，单位有误。`,
          formula: `${computed} ÷ ${printed(text, target)} = ${printed(text, percent)}`,
          claimed: printed(text, actual),
          computed,
          places: [actual, target, percent],
        }
      }
  },
}

const isTargetOf = (doc: Understanding, fact: Fact, actual: Fact): boolean =>
  fact.end < actual.start &&
  fact.label.length >= LEAST_NAME &&
  actual.label.endsWith(fact.label) &&
  comparable(fact, actual) &&
  fact.value > 0 &&
  isAim(doc, fact)
