import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { figures, isCounted, printed } from '../measure.ts'
import { near, places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** 基本支出占22.10%，项目支出占76.29%: shares without their figures, of parts that are the whole. */
export const shareHundred: Rule = {
  id: 'share.hundred',
  kind: 'share',
  title: '各部分占比相加为100%',
  source: '占比＝该项÷合计×100%，各项占比之和为100%（B-07）',
  fails: [
    '从支出结构看，基本支出占24.36%，项目支出占76.54%。',
    '三类道路保洁面积合计126.00万平方米，其中一级道路占32.14%，二级道路占46.82%，背街小巷占20.04%。',
    '部门总支出中基本支出占比41.27%、项目支出占比85.73%，支出结构较为合理。',
  ],
  holds: [
    '从支出结构看，基本支出占24.36%，项目支出占75.64%。',
    '三类道路保洁面积合计126.00万平方米，其中一级道路占33.14%，二级道路占46.82%，背街小巷占20.04%。',
    '基本支出占24.36%，项目支出占72.54%，经营支出占3.10%。基本支出占24.36%，其中项目支出较上年增长6.54%。',
    '四类案件中，市容类占41.20%，环卫类占22.60%，市政类占18.40%。',
    '基本支出占24.36%，项目支出占75.63%。',
    '基本支出占年初预算的98.36%，项目支出占年初预算的96.54%。',
  ],
  *check(doc) {
    for (const { facts } of doc.sentences)
      for (let at = 0; at < facts.length; at++) {
        const run = runFrom(doc, facts, at)
        if (run.length < 2) continue
        at += run.length - 1
        if (isAll(doc, facts, run)) yield* judged(doc, run)
      }
  },
}

const named = /(?:占|占比为?|占比重?)(?:约|为|是|达)?$/
const wholeNamed = /占(?:年度|全年|本年)?(?:总支出|支出总额|支出合计|总支出额|总收入|收入合计|总面积|总量|总数)的$/
/** Percentages of one kind, each behind its own name and 占, with nothing else between. */
function runFrom({ folded: { text } }: Understanding, facts: readonly Fact[], at: number): Fact[] {
  const run: Fact[] = []
  for (const fact of facts.slice(at)) {
    const from = run.at(-1)?.end ?? Math.max(0, fact.start - LONGEST)
    const lead = text.slice(from, fact.start)
    const own = run.length ? lead : lead.replace(/^.*[，。；：、]/s, '')
    if (fact.unit.word !== '%' || !isExact(fact) || fact.value >= 100 || !(named.test(own) || wholeNamed.test(own)))
      break
    if (run.length && !/^[，、；和及与]\p{Script=Han}{2,24}$/u.test(lead)) break
    if (/上年|去年|分别/.test(own) || (run.length && own.includes('其中'))) break
    run.push(fact)
  }
  return run
}
const LONGEST = 24

/** Basic and project spending, and no third; or as many as a number before says there are. */
function isAll({ folded: { text } }: Understanding, facts: readonly Fact[], run: readonly Fact[]): boolean {
  const [first, last] = [run[0] as Fact, run.at(-1) as Fact]
  const words = text.slice(Math.max(0, first.start - LONGEST), last.end)
  const next = facts[facts.indexOf(last) + 1]
  const behind = text.slice(last.end, next?.end ?? last.end + LONGEST).replace(/[。；].*$/s, '')
  if (/占|其他|其余|经营|上缴/.test(behind)) return false
  if (run.length === 2 && /基本支出[^，。；]*占[^；。]*项目支出[^，。；]*占/.test(words)) return true
  const counted = facts.find((fact) => fact.start < first.start && isCounted(fact))
  return (
    run.length > 2 &&
    counted !== undefined &&
    counted.value === run.length &&
    /^[类个级种项]/.test(counted.unit.word) &&
    !/[；]/.test(text.slice(counted.end, first.start))
  )
}

function* judged({ folded: { text } }: Understanding, run: readonly Fact[]): Generator<Outcome> {
  const sum = run.reduce((total, { value }) => total + value, 0)
  const step = Math.max(...run.map((fact) => fact.step))
  const formula = `${run.map((fact) => printed(text, fact)).join(' + ')} = ${written(sum)}%`
  if (near(sum, 100, step * run.length * 0.51)) {
    yield { verdict: 'consistent', formula, places: [...run] }
    return
  }
  const should = (fact: Fact) => Number((100 - sum + fact.value).toFixed(places(fact)))
  const slipped = run.find((fact) => figures(fact) >= 3 && should(fact) > 0 && slipOf(fact, should(fact)))
  const slip = slipped && slipOf(slipped, should(slipped))
  const odd = slipped ?? (run.at(-1) as Fact)
  const sure = slip !== undefined || sum > 100
  yield {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.86 : 0.7,
    message: `各部分占比相加为 ${written(sum)}%，应为100%${slip && slipped ? `；“${printed(text, slipped)}”如为 ${written(should(slipped))}% 则相符，${slipSentence(slip)}` : '，请核对'}。`,
    formula: `${formula} ≠ 100%`,
    claimed: printed(text, odd),
    computed: `${written(should(odd))}%`,
    places: [odd, ...run.filter((fact) => fact !== odd)],
  }
}
