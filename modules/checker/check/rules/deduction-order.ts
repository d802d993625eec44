import type { Understanding } from '../../understand/index.ts'
import { type Loss, lossesOf, sameKind } from '../losses.ts'
import { nameOf, points, printed, wholePlace } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const MOST = 60

/** Who is further from the target does not lose less. */
export const deductionOrder: Rule = {
  id: 'deduction.order',
  kind: 'deduction',
  title: '差距大的指标扣分不应少于差距小的同类指标',
  source: '财预〔2020〕10号：未完成的指标按完成值与指标值的比例记分',
  fails: '具体情况是：机扫率96%（目标值100%，满分5分，扣1分）得4分；垃圾清运率98%（目标值100%，满分5分，扣2分）得3分。',
  holds:
    '具体情况是：机扫率96%（目标值100%，满分5分，扣0.2分）得4.8分；垃圾清运率98%（目标值100%，满分5分，扣0.1分）得4.9分。',
  *check(doc) {
    const losses = lossesOf(doc).filter(({ met, plain, lost }) => !met && (plain || lost > 0))
    const told = new Set<string>()
    for (const [small, large] of pairs(losses)) {
      // The same two in the text and in the table are told once.
      const names = [small, large].map(({ node, lost }) => `${nameOf(node)}${lost}`).join('|')
      if (small.lost > large.lost + 1e-9) {
        if (!told.has(names)) yield wrong(doc, small, large)
        told.add(names)
      } else if (small.lost < large.lost - 1e-9)
        yield {
          verdict: 'consistent',
          formula: `差距${points(Math.round(small.shortfall * 10000) / 100)}%扣${points(small.lost)}分 < 差距${points(Math.round(large.shortfall * 10000) / 100)}%扣${points(large.lost)}分`,
          places: [wholePlace(small.node), wholePlace(large.node)],
        }
    }
  },
}

/** Pairs of one kind, the nearer to its target first; each neighbour once. */
function* pairs(losses: readonly Loss[]): Generator<[Loss, Loss]> {
  for (const [at, one] of losses.slice(0, MOST).entries())
    for (const other of losses.slice(at + 1, MOST)) {
      if (!sameKind(one, other) || one.shortfall === other.shortfall) continue
      yield one.shortfall < other.shortfall ? [one, other] : [other, one]
    }
}

function wrong(doc: Understanding, small: Loss, large: Loss): Outcome {
  const say = ({ node, lost }: Loss) =>
    `“${nameOf(node)}”完成${node.actual ? figureOf(doc, node.actual) : ''}，扣${points(lost)}分`
  const close = small.group === large.group
  return {
    verdict: 'wrong',
    severity: close ? 'error' : 'question',
    certainty: close ? 0.92 : 0.7,
    message: `目标值同为${figureOf(doc, small.node.target?.quantity)}、分值同为${points(small.weight)}分：${say(large)}；${say(small)}。离目标更近的反而扣得多。`,
    formula: `差距${points(Math.round(small.shortfall * 10000) / 100)}%扣${points(small.lost)}分 > 差距${points(Math.round(large.shortfall * 10000) / 100)}%扣${points(large.lost)}分`,
    claimed: points(small.lost),
    computed: `≤${points(large.lost)}`,
    places: [wholePlace(small.node), wholePlace(large.node)],
  }
}

const figureOf = (doc: Understanding, quantity: Parameters<typeof printed>[1] | undefined) =>
  quantity ? `${printed(doc, quantity)}${quantity.unit.word}` : ''
