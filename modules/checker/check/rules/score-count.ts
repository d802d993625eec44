import type { Fact, Understanding } from '../../understand/index.ts'
import { type Bands, bandsOf, gradeOf, gradesFor } from '../../understand/scores/bands.ts'
import { type ScoreList, scoresOf } from '../../understand/scores.ts'
import { points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const listed = '项目名称|自评得分|等级\n环卫保洁|98|优\n市政维护|95|优\n数字城管|88|良'

/** How many of the listed reach a score, get all points, or have a grade. */
export const scoreCount: Rule = {
  id: 'count.score',
  kind: 'count',
  title: '某分数以上、某等级的项目数应与所列得分一致',
  source: '逐项清点',
  fails: `其中3个项目得分在90分以上。\n${listed}`,
  holds: `其中2个项目得分在90分以上，评为“良”的项目1个。\n${listed}`,
  *check(doc) {
    const { lists } = scoresOf(doc)
    const [list] = lists
    if (lists.length !== 1 || !list) return
    for (const { facts, text, start } of doc.sentences) {
      if (!/分(?:及|（含）)?以[上下]|\d分?[-—~～至]\d|满分|[优良差]|合格/.test(text)) continue
      for (const fact of facts) {
        if (!isCount(fact)) continue
        const outcome = judged(doc, list, fact, clauseOf(text, fact.start - start, fact.end - start), facts)
        if (outcome) yield outcome
      }
    }
  },
}

const isCount = (fact: Fact) =>
  fact.unit.dimension === 'count' && /[个项家]/.test(fact.unit.word) && !fact.bound && !fact.approximate

/** The clause around a count: from the stop before it to the stop behind it. */
function clauseOf(text: string, from: number, to: number): { before: string; behind: string } {
  const stops = /[，,。；;、：:（）()]/
  let start = from
  while (start > 0 && !stops.test(text[start - 1] as string)) start--
  const rest = text.slice(to).search(stops)
  return { before: text.slice(start, from), behind: text.slice(to, rest < 0 ? undefined : to + rest) }
}

type Row = ScoreList['rows'][number]
interface Asked {
  words: string
  /** Readings of the words: 90分以上 with and without 90 itself. */
  counts: number[]
  /** By bands the report does not print. */
  assumed?: boolean
}

function judged(
  doc: Understanding,
  { rows, place }: ScoreList,
  fact: Fact,
  { before, behind }: { before: string; behind: string },
  facts: readonly Fact[],
): Outcome | undefined {
  const asked =
    byScore(rows, fact, before, behind, facts) ??
    byFull(rows, before, behind) ??
    byGrade(rows, before, behind, bandsOf(doc))
  if (!asked) return undefined
  const places = [fact, place]
  const formula = `${asked.words}：${asked.counts.join('或')}`
  if (asked.counts.includes(fact.value)) return { verdict: 'consistent', formula, places }
  const others = asked.counts.length > 1 ? `（严格高于的${asked.counts[1]}个）` : ''
  return {
    verdict: 'wrong',
    severity: asked.assumed ? 'question' : 'error',
    certainty: asked.assumed ? 0.65 : 0.92,
    message: `文中写${asked.words}的有${printed(doc, fact)}个，按所列得分${asked.assumed ? '和财预〔2020〕10号的区间' : ''}清点为${asked.counts[0]}个${others}。`,
    formula: `${formula} ≠ ${points(fact.value)}`,
    claimed: printed(doc, fact),
    computed: points(asked.counts[0] ?? 0),
    places,
  }
}

function byScore(
  rows: readonly Row[],
  fact: Fact,
  before: string,
  behind: string,
  facts: readonly Fact[],
): Asked | undefined {
  const near = ({ start, end }: Fact) => start >= fact.start - before.length && end <= fact.end + behind.length + 4
  const border = facts.find((other) => other.unit.dimension === 'score' && other.bound && near(other))
  if (!border) return between(rows, facts.filter(near))
  const up = border.bound === 'least'
  const count = (strict: boolean) =>
    rows.filter(({ score: { value } }) =>
      up
        ? strict
          ? value > border.value
          : value >= border.value
        : strict
          ? value < border.value
          : value <= border.value,
    ).length
  return { words: `${points(border.value)}分以${up ? '上' : '下'}`, counts: [...new Set([count(false), count(true)])] }
}

/** 80-90分2个: the upper border belongs to it or to the next. */
function between(rows: readonly Row[], facts: readonly Fact[]): Asked | undefined {
  const from = facts.find(({ range, unit }) => range === 'from' && /score|none/.test(unit.dimension))
  const to = facts.find(({ range, unit }) => range === 'to' && unit.dimension === 'score')
  if (!from || !to || from.value >= to.value) return undefined
  const count = (closed: boolean) =>
    rows.filter(({ score: { value } }) => value >= from.value && (closed ? value <= to.value : value < to.value)).length
  return { words: `${points(from.value)}—${points(to.value)}分`, counts: [...new Set([count(false), count(true)])] }
}

function byFull(rows: readonly Row[], before: string, behind: string): Asked | undefined {
  if (!/满分/.test(`${before}${behind}`)) return undefined
  return { words: '得满分', counts: [rows.filter(({ score }) => score.value === 100).length] }
}

function byGrade(rows: readonly Row[], before: string, behind: string, bands: Bands): Asked | undefined {
  const label =
    /(?:评为|评定为|等级为|等次为|为|达到|获|得)?[“"]?(优秀|良好|较好|优|良|合格|中|差)[”"]?(?:等级|等次|级|的|档)?(?:项目|单位)?(?:有|为|共)?$/.exec(
      before,
    )?.[1] ??
    /^(?:个|项)?(?:项目|单位)?(?:自评)?(?:结果|等级|等次)?(?:评为|评定为|被评为|为|达到|获得|获评)[“"]?(优秀|良好|较好|优|良|合格|中|差)[”"]?(?:等级|等次)?$/.exec(
      behind,
    )?.[1]
  const grade = label && gradeOf(label)
  const grades = rows.flatMap(({ grade }) => (grade ? (gradeOf(grade.label) ?? grade.label) : []))
  if (!grade) return undefined
  if (!grades.length) {
    const should = rows.filter(({ score }) => gradesFor(bands, score.value).includes(grade))
    return { words: `等级为“${label}”`, counts: [should.length], ...(bands.own ? {} : { assumed: true }) }
  }
  if (grades.length !== rows.length) return undefined
  return { words: `等级为“${label}”`, counts: [grades.filter((one) => one === grade).length] }
}
