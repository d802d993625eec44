import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { everyNode, scoresOf } from '../../understand/scores.ts'
import { sameName } from '../names.ts'
import { points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { itemsOf } from './count-list.ts'

/** 甲、乙、丙3个项目: as many as are named. Only names of indicators and projects the report knows, so that no other list is taken for one. */
export const countNamed: Rule = {
  id: 'count-list.indicators',
  kind: 'count-list',
  title: '点名的项目、指标个数与写明的数目一致',
  source: '公文写作：列举项数与总数一致',
  fails:
    '机扫率、签约率、群众满意度4项指标未完成。\n三级指标|年度指标值|实际完成值|分值|得分\n机扫率|≥95%|93%|50|48.95\n签约率|≥98%|97%|40|39.59\n群众满意度|≥90%|88%|10|9.78',
  holds:
    '机扫率、签约率、群众满意度3项指标未完成。\n三级指标|年度指标值|实际完成值|分值|得分\n机扫率|≥95%|93%|50|48.95\n签约率|≥98%|97%|40|39.59\n群众满意度|≥90%|88%|10|9.78',
  *check(doc) {
    let names: string[] | undefined
    for (const { facts, start, text } of doc.sentences)
      for (const fact of facts) {
        if (!isCount(fact)) continue
        const items = listed(text.slice(0, fact.start - start))
        if (items.length < 2 || items.length > 20) continue
        names ??= namesOf(doc)
        const known = items.filter((item) => names?.some((name) => sameName(name, item)))
        if (known.length * 2 > items.length) yield judged(doc, fact, items)
      }
  },
}

const isCount = (fact: Fact): boolean =>
  fact.unit.dimension === 'count' &&
  isExact(fact) &&
  fact.value >= 2 &&
  /^[个项]$/.test(fact.unit.word) &&
  /^(?:项目|指标|绩效指标)/.test(fact.object)

function namesOf(doc: Understanding): string[] {
  const scores = scoresOf(doc)
  return [
    ...[...everyNode(scores)].map(({ name }) => name),
    ...scores.lists.flatMap(({ rows }) => rows.map(({ name }) => name)),
  ]
}

/** The names that end the words before a count, without 等: what stands behind the last stop. */
function listed(words: string): string[] {
  const clause = words.slice(Math.max(...[...'，,；;。：:'].map((stop) => words.lastIndexOf(stop))) + 1)
  if (/等$/.test(clause) || !clause.includes('、')) return []
  const items = itemsOf(clause)
  return items.flatMap((item, at) => (at === items.length - 1 ? item.split(/和|及|以及/) : [item])).filter(Boolean)
}

function judged(doc: Understanding, fact: Fact, items: readonly string[]): Outcome {
  const places = [fact]
  if (items.length === fact.value)
    return { verdict: 'consistent', formula: `列出 ${items.length} 项，写明 ${printed(doc, fact)}`, places }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.87,
    message: `写明${printed(doc, fact)}${fact.unit.word}${/项目|指标/.exec(fact.object)?.[0] ?? ''}，点名的为${items.length}${fact.unit.word}（${items.join('、')}）。`,
    formula: `列出 ${items.length} 项 ≠ ${points(fact.value)}`,
    claimed: printed(doc, fact),
    computed: points(items.length),
    places,
  }
}
