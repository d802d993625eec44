import type { Fact } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { changeOf } from '../changes.ts'
import { comparable, isCounted, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'

/** 合计增加A，其中甲增加B、乙减少C: with their signs the changes of the parts are the change of the whole. */
export const partSumChanges: Rule = {
  id: 'direction.changes',
  kind: 'direction',
  title: '总额的增减方向与各分项增减之和一致',
  source: '部门决算公开说明格式：增减用词与数额一致（B-10）',
  fails:
    '“三公”经费比上年增加0.41万元，增长1.87%。其中：公务用车运行维护费增加0.44万元，增长2.96%；公务接待费减少0.85万元，下降12.14%。',
  holds: [
    '“三公”经费比上年减少0.41万元，下降1.87%。其中：公务用车运行维护费增加0.44万元，增长2.96%；公务接待费减少0.85万元，下降12.14%。',
    '收入比上年增加10万元。其中：财政拨款增加8万元，其他收入减少1万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const [index, whole] of doc.facts.entries()) {
      const sign = signOf(text, whole)
      if (!sign || !isCounted(whole) || !isExact(whole)) continue
      const parts = partsBehind(text, doc.facts.slice(index + 1), whole)
      if (parts.length < 2) continue
      const sum = parts.reduce((total, part) => total + signOf(text, part) * base(part), 0)
      if (!near(Math.abs(sum), base(whole), 0) || sum === 0) continue
      const formula = `${parts.map((part) => `${signOf(text, part) > 0 ? '+' : '-'} ${printed(text, part.digits)}`).join(' ')} = ${sum > 0 ? '+' : '-'} ${printed(text, whole)}`
      const places = [whole, ...parts]
      if (Math.sign(sum) === sign) yield { verdict: 'consistent', formula, places }
      else
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.92,
          message: `写总额${sign > 0 ? '增加' : '减少'} ${printed(text, whole)}，按所列各项增减相加实为${sum > 0 ? '增加' : '减少'}；请核对用词。`,
          formula,
          claimed: sign > 0 ? '增加' : '减少',
          computed: sum > 0 ? '增加' : '减少',
          places: [{ start: whole.start - 2, end: whole.end }, ...parts],
        }
    }
  },
}

const signOf = (text: string, { start }: Fact) => changeOf(text.slice(Math.max(0, start - 4), start))

/** The changes behind 其中, to the end of that sentence. */
function partsBehind(text: string, later: readonly Fact[], whole: Fact): Fact[] {
  const [, opener] = /^([^\n。；]{0,24}[。；，]其中[：:，,]?)/.exec(text.slice(whole.end, whole.end + 40)) ?? []
  if (!opener) return []
  const from = whole.end + opener.length
  const stop = text.slice(from).search(/[。\n]/)
  return later.filter(
    (fact) =>
      fact.start >= from &&
      (stop < 0 || fact.end <= from + stop) &&
      comparable(fact, whole) &&
      isExact(fact) &&
      signOf(text, fact),
  )
}
