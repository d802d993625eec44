import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { type ScoreList, scoresOf } from '../../understand/scores.ts'
import { nameKey } from '../names.ts'
import { equalPoints, points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const listed = '项目名称|自评得分|等级\n环卫保洁|98|优\n市政维护|95|优\n数字城管|88|良'

/** What the text says a project got is what the table of scores says, and 100 less what was taken off. */
export const scoreListed: Rule = {
  id: 'cross-reference.score',
  kind: 'cross-reference',
  title: '正文所写项目得分应与得分表一致',
  source: '前后一致',
  fails: `${listed}\n（一）环卫保洁项目。自评得分89分，扣2分，主要是机扫率未达标。`,
  holds: `${listed}\n（一）环卫保洁项目。自评得分98分，扣2分，主要是机扫率未达标。`,
  *check(doc) {
    const [list, other] = scoresOf(doc).lists
    if (!list || other) return
    const rows = new Map(list.rows.map((row) => [nameKey(row.name), row]))
    for (const { facts, line, text, start } of doc.sentences)
      for (const [at, fact] of facts.entries()) {
        if (!isScore(fact)) continue
        const row = rows.get(nameKey(fact.label.replace(scoreWords, ''))) ?? rows.get(subjectOf(doc, line))
        if (!row || row.score === fact) continue
        yield compared(doc, fact, row)
        const lost = facts[at + 1]
        if (lost && /^[，,]扣(?:减|除)?$/.test(text.slice(fact.end - start, lost.start - start)))
          yield* taken(doc, row, lost)
      }
  },
}

const scoreWords = /(?:项目)?(?:自评|评价|综合)?(?:总)?(?:得分|评分|分数)$/
const isScore = (fact: Fact): boolean =>
  fact.unit.dimension === 'score' &&
  isExact(fact) &&
  scoreWords.test(fact.label) &&
  /自评|综合|评价|总/.test(fact.label)

/** What the paragraph begins with: （一）环卫保洁项目。 */
function subjectOf(doc: Understanding, line: number): string {
  const words = doc.line(line).replace(/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?)/, '')
  return nameKey(/^[^。：:，,（(]{2,30}(?=[。：:，,（(])/.exec(words)?.[0] ?? '')
}

type Row = ScoreList['rows'][number]

function compared(doc: Understanding, fact: Fact, { name, score }: Row): Outcome {
  const [said, shown] = [printed(doc, fact), printed(doc, score)]
  const places = [fact, score]
  if (equalPoints(fact.value, score.value)) return { verdict: 'consistent', formula: `${said} = ${shown}`, places }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.88,
    message: `“${name}”得分正文写${said}分，得分表为${shown}分，两处不一致。`,
    formula: `${said} ≠ ${shown}`,
    claimed: said,
    computed: shown,
    places,
  }
}

function* taken(doc: Understanding, { name, score }: Row, lost: Fact): Generator<Outcome> {
  const missing = Number((100 - score.value).toFixed(6))
  if (lost.unit.dimension !== 'score' || !isExact(lost) || missing < 0) return
  const formula = `100 − ${points(score.value)} = ${points(missing)}`
  const places = [lost, score]
  if (equalPoints(missing, lost.value)) return yield { verdict: 'consistent', kind: 'deduction', formula, places }
  const more = lost.value > missing
  yield {
    verdict: 'wrong',
    kind: 'deduction',
    severity: more ? 'error' : 'question',
    certainty: more ? 0.88 : 0.6,
    message: `“${name}”得分表为${printed(doc, score)}分，比满分少${points(missing)}分，正文写扣${printed(doc, lost)}分。`,
    formula: `${formula} ≠ ${points(lost.value)}`,
    claimed: printed(doc, lost),
    computed: points(missing),
    places,
  }
}
