import { everyNode, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, stretch, sumOfPoints } from '../points.ts'
import type { Rule } from '../rule.ts'

const section = (lost: string) =>
  `（一）项目决策情况（16分，得14.0分）\n立项依据充分；3项指标未量化，扣1.5分；预算测算的面积与实际不符，扣${lost}分。\n（二）项目过程情况（22分，得22分）`

/** What is taken off in the section of an indicator is what it has less than its points. */
export const deductionListed: Rule = {
  id: 'deduction.listed',
  kind: 'deduction',
  title: '指标下所列扣分之和应等于分值减得分',
  source: '得分＝分值－扣分',
  fails: section('0.8'),
  holds: section('0.5'),
  *check(doc) {
    for (const node of everyNode(scoresOf(doc))) {
      const { weight, got, parts, from } = node
      if (from === 'table' || !weight || !got || weight === got || !parts.length || !parts.every(onlyLost)) continue
      const terms = outer(parts.map(({ deducted }) => Math.abs(deducted?.value ?? 0)))
      const sum = sumOfPoints(terms)
      const lost = Number((weight.value - got.value).toFixed(6))
      const formula = `${terms.map(points).join(' + ')} = ${points(sum)}`
      const places = [...parts.flatMap(({ deducted }) => deducted ?? []).slice(0, 3), got, ...stretch(parts)]
      if (equalPoints(sum, lost)) {
        yield { verdict: 'consistent', formula: `${formula} = ${points(weight.value)} − ${points(got.value)}`, places }
        continue
      }
      // What is taken off need not all be told, but what is told was taken off.
      const more = sum > lost
      yield {
        verdict: 'wrong',
        severity: more ? 'error' : 'question',
        certainty: more ? 0.88 : 0.6,
        message: `“${nameOf(node)}”分值${points(weight.value)}分、得${printed(doc, got)}分，少${points(lost)}分，其下所列扣分共${points(sum)}分${more ? '' : '，请补全扣分原因或核对得分'}。`,
        formula: `${formula} ≠ ${points(weight.value)} − ${points(got.value)}`,
        claimed: points(sum),
        computed: points(lost),
        places,
      }
    }
  },
}

const onlyLost = ({ deducted, weight, got, parts }: ScoreNode): boolean =>
  Boolean(deducted) && !weight && !got && !parts.length

/** What is taken off in all may stand before or behind what makes it up. */
function outer(terms: readonly number[]): readonly number[] {
  const sum = terms.reduce((all, one) => all + one, 0)
  if (terms.length < 3) return terms
  if (equalPoints((terms[0] ?? 0) * 2, sum)) return terms.slice(1)
  return equalPoints((terms.at(-1) ?? 0) * 2, sum) ? terms.slice(0, -1) : terms
}
