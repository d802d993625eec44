import type { Fact, Sentence } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, exact, isComparison, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { equation, wrongSum } from './part-sum.ts'

/** 项目支出584万元，共安排6个项目：甲96万元、……: as many parts as are announced are all of them. */
export const partSumCounted: Rule = {
  id: 'part-sum.counted',
  kind: 'part-sum',
  title: '写明“共几个项目”并逐项列出金额的，各项之和等于总额',
  source: '部门决算报表分项勾稽关系 B-02 至 B-06、B-14',
  fails:
    '项目支出384.46万元，占支出总额的29.26%，共安排3个项目：法律援助96.40万元、人民调解136.25万元、普法宣传158.70万元。',
  holds: [
    '项目支出391.35万元，占支出总额的29.26%，共安排3个项目：法律援助96.40万元、人民调解136.25万元、普法宣传158.70万元。',
    '项目支出884.46万元，其中重点安排3个项目：法律援助96.40万元、人民调解136.25万元、普法宣传158.70万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences)
      for (const at of sentence.facts.keys()) {
        const list = counted(text, sentence, at)
        if (!list) continue
        const { whole, parts } = list
        const { fit } = adds(parts, whole)
        const places = [whole, ...parts]
        if (fit === 'equal') yield { verdict: 'consistent', formula: equation(doc, parts, whole), places }
        if (fit !== 'different') continue
        const close = Math.abs(sumOf(parts) / base(whole) - 1) < 0.1
        yield wrongSum(doc, whole, parts, close || blameOfSum(doc, whole, parts) ? 'error' : 'question')
      }
  },
}

function counted(text: string, { facts, end }: Sentence, at: number): { whole: Fact; parts: Fact[] } | undefined {
  const [number, first] = [facts[at] as Fact, facts[at + 1]]
  const lead = text.slice(facts[at - 1]?.end ?? 0, number.start).slice(-10)
  if (!first || !/^[个项]$/.test(number.unit.word) || number.value < 3 || /其中|重点|主要/.test(lead)) return undefined
  if (!/^\p{Script=Han}{0,8}[：:]/u.test(text.slice(number.end, first.start))) return undefined
  const stop = text.slice(first.start, end).search(/[；;。]/)
  const parts = facts.slice(at + 1).filter((fact) => stop < 0 || fact.end <= first.start + stop)
  const whole = facts.slice(0, at).findLast((fact) => comparable(fact, first) && !isComparison(fact))
  const alike = parts.every((part) => comparable(part, first) && isExact(part))
  if (!whole || !alike || parts.length !== number.value || !exact([whole])) return undefined
  return /[；;]/.test(text.slice(whole.end, number.start)) ? undefined : { whole, parts }
}
