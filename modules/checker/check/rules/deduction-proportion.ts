import type { ScoreNode } from '../../understand/scores.ts'
import { type Loss, lossesOf } from '../losses.ts'
import { equalPoints, nameOf, points, wholePlace } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** One finding for all items of a report: the way of deducting is one question. */
export const deductionProportion: Rule = {
  id: 'deduction.proportion',
  kind: 'deduction',
  title: '未完成的指标一般按完成比例扣分',
  source: '财预〔2020〕10号：未完成的指标按完成值与指标值的比例记分',
  fails: '行道树成活率95%（目标值98%，满分5分，扣1分）得4分。',
  holds: '行道树成活率95%（目标值98%，满分5分，扣0.15分）得4.85分。',
  *check(doc) {
    const short = lossesOf(doc).filter(({ met, lost, node }) => !met && lost > 0 && isAdded(node))
    const fair = (one: Loss) => Math.abs(one.got - shareOf(one)) <= 0.0101
    for (const one of short.filter(fair))
      yield {
        verdict: 'consistent',
        formula: `${points(one.weight)} × (1 − ${points(one.shortfall)}) = ${points(shareOf(one))}`,
        places: [wholePlace(one.node)],
      }
    const unfair = short.filter((one) => Math.abs(one.got - shareOf(one)) > Math.max(0.06, one.weight * 0.01))
    const same = [...alike(unfair)]
    yield* same
    const told = new Set(same.flatMap(({ places }) => places.map(({ start }) => start)))
    const rest = unfair.filter(({ node }) => !told.has(wholePlace(node).start))
    const [first, ...others] = rest.sort((one, other) => other.weight - one.weight || other.shortfall - one.shortfall)
    if (!first) return
    const more = others.length ? `等${others.length + 1}项` : ''
    yield {
      verdict: 'wrong',
      severity: 'question',
      certainty: 0.6,
      message: `“${nameOf(first.node)}”${more}未达目标，扣分与差距不成比例：分值${points(first.weight)}分、差距${percent(first)}，按比例应得${points(shareOf(first))}分，实得${points(first.got)}分。请说明扣分办法。`,
      formula: `${points(first.weight)} × (1 − ${points(first.shortfall)}) = ${points(shareOf(first))} ≠ ${points(first.got)}`,
      claimed: points(first.got),
      computed: points(shareOf(first)),
      places: rest.map(({ node }) => wholePlace(node)),
    }
  },
}

/** Where points less what was taken off are not what was got, that is the fault, and another rule tells it. */
const isAdded = ({ weight, deducted, got }: ScoreNode): boolean =>
  !weight || !deducted || !got || equalPoints(weight.value - Math.abs(deducted.value), got.value)

const shareOf = ({ weight, shortfall }: Loss): number => Math.max(0, Math.round(weight * (1 - shortfall) * 100) / 100)

/** Different shortfalls that lose just the same, in one group: one question for all groups. */
function* alike(losses: readonly Loss[]): Generator<Outcome> {
  const groups = new Map<unknown, Loss[]>()
  for (const one of losses) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  const pairs = [...groups.values()].map(pairIn).filter((pair) => pair !== undefined)
  const [pair] = pairs
  if (!pair) return
  const [small, large] = pair
  yield {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.62,
    message: `“${nameOf(small.node)}”差距${percent(small)}，“${nameOf(large.node)}”差距${percent(large)}，分值相同而同扣${points(large.lost)}分${pairs.length > 1 ? `，另有${pairs.length - 1}处同样情形` : ''}；请核对扣分标准。`,
    formula: `差距${percent(small)}与${percent(large)}同扣${points(large.lost)}分`,
    claimed: points(large.got),
    computed: points(shareOf(large)),
    places: pairs.flatMap(([small, large]) => [wholePlace(large.node), wholePlace(small.node)]),
  }
}

const percent = ({ shortfall }: Loss): string => `${points(Math.round(shortfall * 10000) / 100)}%`

/** The nearer to its target first. */
function pairIn(group: readonly Loss[]): [Loss, Loss] | undefined {
  const sorted = [...group].sort((one, other) => one.shortfall - other.shortfall)
  for (const small of sorted)
    for (const large of sorted.slice(sorted.indexOf(small) + 1))
      if (large.lost === small.lost && large.weight === small.weight && large.shortfall - small.shortfall > 0.005)
        return [small, large]
  return undefined
}
