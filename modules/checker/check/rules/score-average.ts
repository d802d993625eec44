import type { Fact, Understanding } from '../../understand/index.ts'
import { scoresOf } from '../../understand/scores.ts'
import { rateFit } from '../numbers.ts'
import { points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const listed = '项目名称|自评得分|等级\n环卫保洁|98|优\n市政维护|95|优\n数字城管|92|优'

/** The mean of listed scores. */
export const scoreAverage: Rule = {
  id: 'average.score',
  kind: 'average',
  title: '平均分应等于所列得分的平均数',
  source: '平均数＝各项得分之和÷项数',
  fails: `3个项目平均自评得分为96.4分。\n${listed}`,
  holds: [
    `3个项目平均自评得分为95分。\n${listed}`,
    `${listed}\n保洁质量考核平均得分92.4分，其中第一至第四季度均分依次为91.6分、92.0分、92.5分和93.5分。`,
    `${listed}\n测评得分92.3分，高于全市平均水平1.8分。测评得分92.3分，比全市平均分高1.8分。`,
  ],
  *check(doc) {
    for (const { facts, text } of doc.sentences) {
      if (!text.includes('平均') && !text.includes('均分')) continue
      const average = facts.find((fact) => isAverage(doc, fact))
      // 平均得分92.4分，其中第一至第四季度依次为……: it is of what follows.
      if (average && isOfNext(facts, average)) continue
      const outcome = average && (judged(doc, average, facts, text) ?? miscounted(doc, average, facts))
      if (outcome) yield outcome
    }
  },
}

const appraised = /[月季]度?(?:考核|考评|检查)|\d次(?:考核|考评|检查)|(?:考核|考评|检查)\d+次/

function isAverage({ folded }: Understanding, fact: Fact): boolean {
  if (fact.unit.dimension !== 'score' || fact.approximate || fact.bound) return false
  const before = folded.text.slice(Math.max(0, fact.start - 14), fact.start)
  // 12次月考核，甲公司平均92.4分: of appraisals that are not listed.
  if (appraised.test(folded.text.slice(Math.max(0, fact.start - 32), fact.start).replace(/^.*[。；\n]/s, '')))
    return false
  return (
    /(?:平均|均分)[^，,。；;\d]*$/.test(before) &&
    !/依次|分别|人均|满意|加权|(?:高|低|多|少)(?:于|出|过)?[^，,。；;\d]*平均|平均[^，,。；;\d]*[高低]/.test(before)
  )
}

function isOfNext(facts: readonly Fact[], average: Fact): boolean {
  const behind = facts.filter(({ start, unit }) => start > average.end && unit.dimension === 'score')
  const means = behind.map((_, at) => behind.slice(0, at + 1).reduce((sum, { value }) => sum + value, 0) / (at + 1))
  return means.some((mean, at) => at > 0 && rateFit(average, mean) === 'equal')
}

function judged(doc: Understanding, average: Fact, facts: readonly Fact[], text: string): Outcome | undefined {
  const scores = scoresFor(doc, average, facts, text)
  if (!scores) return undefined
  const sum = scores.reduce((total, { value }) => total + value, 0)
  const mean = sum / scores.length
  const formula = `${points(sum)} ÷ ${scores.length} = ${points(mean)}`
  const first = scores[0] as Fact
  const last = scores.at(-1) as Fact
  const places = [average, { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) }]
  const fit = rateFit(average, mean)
  if (fit === 'equal') return { verdict: 'consistent', formula, places }
  return {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: 0.93,
    message: `平均分写${printed(doc, average)}分，所列${scores.length}个得分的平均数为${points(mean)}分。`,
    formula: `${formula} ≠ ${points(average.value)}`,
    claimed: printed(doc, average),
    computed: points(Math.round(mean * 100) / 100),
    places,
  }
}

/** The mean is that of all that are listed, but the count beside it is another. */
function miscounted(doc: Understanding, average: Fact, facts: readonly Fact[]): Outcome | undefined {
  const count = countBefore(facts, average)
  const [list, other] = scoresOf(doc).lists
  if (!count || !list || other || count.value === list.rows.length) return undefined
  const mean = list.rows.reduce((total, { score }) => total + score.value, 0) / list.rows.length
  if (rateFit(average, mean) === 'different') return undefined
  return {
    verdict: 'wrong',
    kind: 'count',
    severity: 'error',
    certainty: 0.9,
    message: `写明${printed(doc, count)}个，所列得分为${list.rows.length}个，其平均数正是${printed(doc, average)}分。`,
    formula: `${list.rows.length} ≠ ${points(count.value)}`,
    claimed: printed(doc, count),
    computed: points(list.rows.length),
    places: [count, list.place],
  }
}

/** 5个项目平均自评得分: a count just in front of the word, and not one of a clause before. */
const countBefore = (facts: readonly Fact[], average: Fact): Fact | undefined =>
  facts.findLast(
    ({ unit, start, object }) =>
      unit.dimension === 'count' &&
      unit.factor === 1 &&
      start < average.start &&
      /平均|均分|自评得?分|^项目中/.test(object),
  )

/** The scores meant: those of the same sentence when they are as many as it counts, else the one list of as many rows. */
function scoresFor(doc: Understanding, average: Fact, facts: readonly Fact[], text: string) {
  const count = countBefore(facts, average)
  const all = facts.filter((fact) => fact !== average && fact.unit.dimension === 'score' && !fact.bound && !fact.range)
  const before = all.filter(({ start }) => start < average.start)
  const here = before.length >= 2 ? before : all
  if (here.length >= 2 && (count?.value === here.length || (!count && /分别为/.test(text)))) return here
  const lists = scoresOf(doc).lists.filter(({ rows }) => !count || rows.length === count.value)
  const [list] = lists
  return lists.length === 1 && list ? list.rows.map(({ score }) => score) : undefined
}
