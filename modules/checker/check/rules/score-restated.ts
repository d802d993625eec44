import { everyNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, nameOf, printed } from '../points.ts'
import type { Rule } from '../rule.ts'

/** The same goal or indicator, named twice, has the same points. */
export const scoreRestated: Rule = {
  id: 'weight-sum.restated',
  kind: 'weight-sum',
  title: '同一目标或指标前后所写分值、得分应一致',
  source: '前后一致',
  fails:
    '绩效目标共两个：目标1（40分）市容管理、目标2（40分）环卫管理。\n目标1（30分）市容管理。\n产出指标满分30分，得30分。\n目标2（40分）环卫管理。\n产出指标满分40分，得40分。',
  holds:
    '绩效目标共两个：目标1（40分）市容管理、目标2（40分）环卫管理。\n目标1（40分）市容管理。\n产出指标满分40分，得40分。\n目标2（40分）环卫管理。\n产出指标满分40分，得40分。',
  *check(doc) {
    for (const node of everyNode(scoresOf(doc)))
      for (const other of node.again)
        for (const slot of ['weight', 'got'] as const) {
          const [one, two] = [node[slot], other[slot]]
          if (!one || !two || one === two) continue
          const places = [two, one]
          const kind = slot === 'weight' ? 'weight-sum' : 'score-sum'
          if (equalPoints(one.value, two.value))
            yield { verdict: 'consistent', kind, formula: `${printed(doc, one)} = ${printed(doc, two)}`, places }
          else
            yield {
              verdict: 'wrong',
              kind,
              severity: 'error',
              certainty: 0.9,
              message: `“${nameOf(node)}”的${slot === 'weight' ? '分值' : '得分'}一处写${printed(doc, one)}分，另一处写${printed(doc, two)}分。`,
              formula: `${printed(doc, two)} ≠ ${printed(doc, one)}`,
              claimed: printed(doc, two),
              computed: printed(doc, one),
              places,
            }
        }
  },
}
