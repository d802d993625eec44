import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { equalPoints, points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const FULL = 100

/** 自评得分96分，共扣4分: what the whole lost and what it got are the full mark. */
export const deductionTotal: Rule = {
  id: 'deduction.total',
  kind: 'deduction',
  title: '总得分与所写扣分之和应等于满分100分',
  source: '总分＝100－各项扣分',
  fails: [
    '该项目自评得分94.2分，共扣4.8分。扣分原因：工期延误，扣4分；资料不全，扣1.8分。',
    '本项目合计扣4.8分，自评得分94.2分。',
    '经综合评价，项目最终得分为94.2分（累计扣分6.8分）。',
    '自评总得分94.2分，扣减4.8分。',
    '各项指标失分合计4.8分，最终得分94.2分。',
  ],
  holds: [
    '该项目自评得分94.2分，共扣5.8分。扣分原因：工期延误，扣4分；资料不全，扣1.8分。',
    '本项目合计扣5.8分，自评得分94.2分。',
    '产出指标自评得分44.2分，共扣4.8分。自评得分94.2分，其中效益指标扣4.8分。',
    '满分110分，自评得分94.2分，共扣15.8分。加分项得2分，自评得分94.2分，共扣7.8分。',
    '自评得分94.2分，共扣4.8分的为过程指标。县考核办考核得分94.2分，共扣4.8分。',
    '产出指标失分合计2.5分，最终得分94.2分。产出指标得分87分，扣3分。满意度自评得分90分，扣1分。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      if (!lost.test(sentence.text) || other.test(sentence.text)) continue
      for (const [at, fact] of sentence.facts.entries()) {
        const outcome = isPoints(fact) ? judged(doc, sentence, at) : undefined
        if (outcome) yield outcome
      }
    }
  },
}

const lost = /[扣失]/
/** Another full mark, points on top, and the marks others give. */
const other =
  /加分|附加|奖励分|每|标准|最多|考核|考评|测评|评比|(?:满分|总分|分值)(?:为|是|共|：)?(?!100分|100(?!\d))\d/
const inAll = '(?:合计|共计|总计|累计|总共|一共|共|总)'
const off = '(?:扣|失)(?:减|除|去|掉|了|分)*'
const takesOff = new RegExp(`(?:${inAll}${off}|${off}${inAll})(?:为|是|：)?$`)
const barely = new RegExp(`^[，,（(、；;]${off}(?:为|是|：)?$`)
const scores =
  /(?:自评|综合|最终|整体|评价|总体|项目|实际)(?:自评|评价|绩效)*(?:总得分|得分|总分|评分|得)(?:为|是|合计|：)*$|(?:^|[，,；;])(?:总得分|总分|得分)(?:为|是|：)*$/
/** What scores only a part of the whole. */
const partial = /指标|部分|方面|维度|(?:投入|过程|产出|效益|效果|满意度|执行率?)(?:自评|得|共|类)/

const isPart = (words: string): boolean => partial.test(words.replace(/(?:各项?|全部|所有)指标/g, ''))

const isPoints = (fact: Fact | undefined): fact is Fact => fact?.unit.dimension === 'score' && isExact(fact)

/** The score stands before what was taken off, or right behind it. */
function judged(doc: Understanding, { facts, start, text }: Sentence, at: number): Outcome | undefined {
  const [before, fact, behind] = [facts[at - 1], facts[at] as Fact, facts[at + 1]]
  const words = (from: number, to: number) => text.slice(Math.max(0, from - start), to - start)
  const said = words(before?.end ?? start, fact.start)
  const rest = words(fact.end, behind?.start ?? start + text.length)
  const all = takesOff.test(said)
  if (isPoints(before) && (all || barely.test(said)) && said.length < 16 && !/^的/.test(rest) && !isPart(said)) {
    const label = words(facts[at - 2]?.end ?? start, before.start)
    return scores.test(label) && !isPart(clauseOf(label)) ? compared(doc, before, fact) : undefined
  }
  if (!isPoints(behind) || !all || !/^[，,；;、]/.test(rest) || rest.length > 14) return undefined
  return scores.test(rest) && !isPart(rest) && !isPart(clauseOf(said)) ? compared(doc, behind, fact) : undefined
}

const clauseOf = (words: string): string => /[^，,；;：:]*$/.exec(words)?.[0] ?? ''

function compared(doc: Understanding, score: Fact, off: Fact): Outcome | undefined {
  if (score.value < 50 || score.value > FULL) return undefined
  const missing = Number((FULL - score.value).toFixed(6))
  const formula = `${FULL} − ${points(score.value)} = ${points(missing)}`
  const places = [off, score]
  if (equalPoints(missing, Math.abs(off.value))) return { verdict: 'consistent', formula, places }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.9,
    message: `得分写${printed(doc, score)}分，比满分100分少${points(missing)}分，文中写扣${printed(doc, off)}分。`,
    formula: `${formula} ≠ ${points(Math.abs(off.value))}`,
    claimed: printed(doc, off),
    computed: points(missing),
    places,
  }
}
