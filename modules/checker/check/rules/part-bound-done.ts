import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, isCounted, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'

const all =
  /(?:共有|现有|共|总数|总计|需[\p{Script=Han}]{0,4}|应[\p{Script=Han}]{0,4}|符合条件的?[\p{Script=Han}]{0,6})$/u
const done = /已(?:经)?[\p{Script=Han}]{0,14}$/u

/** 共有居民小区78个，已开展分类的居民小区86个: no more can be done than there are. */
export const partBoundDone: Rule = {
  id: 'part-bound.done',
  kind: 'part-bound',
  title: '已完成的不多于全部的、需要的',
  source: '部门决算报表“其中”项审核关系：其中数不大于合计数',
  fails: ['全县共有居民小区78个，已开展生活垃圾分类的居民小区86个。', '窨井需加装防坠网1260座，已完成加装1360座。'],
  holds: '全县共有居民小区86个，已开展生活垃圾分类的居民小区78个。计划改造公厕10座，已改造12座。',
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, whole] of facts.entries()) {
        const part = facts[at + 1]
        if (!part || !isCounted(whole) || !isExact(whole) || !isExact(part) || !comparable(part, whole)) continue
        if (isComparison(whole) || /计划|目标|任务/.test(whole.label)) continue
        const lead = text.slice(Math.max(0, whole.labelSpan.start - 6), whole.start)
        const words = text.slice(whole.end, part.start)
        const isAll = all.test(lead.slice(0, 10)) || /(?:共有|现有|需|应)/.test(lead)
        if (!isAll || !/^[，、]/.test(words) || !done.test(words) || /[；。]/.test(words)) continue
        const places = [part, whole]
        if (base(part) <= base(whole)) {
          yield { verdict: 'consistent', formula: `${printed(text, part)} ≤ ${printed(text, whole)}`, places }
          continue
        }
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.85,
          message: `全部为 ${printed(text, whole)}，已完成的却写 ${printed(text, part)}，多于全部；请核对两数。`,
          formula: `${printed(text, part)} > ${printed(text, whole)}`,
          claimed: printed(text, part),
          computed: `不大于 ${printed(text, whole)}`,
          places,
        }
      }
  },
}
