import type { Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { everyNode, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { nameOf, points, printed, wholePlace } from '../points.ts'
import type { Rule } from '../rule.ts'

/** From twice the target on, either a figure is wrong or the target was set too low. */
const FAR = 2

/** One question for all items of a report. */
export const targetFar: Rule = {
  id: 'range.overachieved',
  kind: 'range',
  title: '实际完成值远高于目标值的，应核对数字或说明目标偏低',
  source: '财预〔2020〕10号：因年初指标值设定明显偏低造成超额完成的，按照偏离度适度调减分值',
  fails: '占道经营整治12000起（目标值1200起，满分10分）得10分；出店经营整治980起（目标值950起，满分10分）得10分。',
  holds: '占道经营整治1230起（目标值1200起，满分10分）得10分；出店经营整治980起（目标值950起，满分10分）得10分。',
  *check(doc) {
    const far = [...everyNode(scoresOf(doc))].flatMap((node) => {
      const times = timesOf(node)
      return times >= FAR ? [{ node, times }] : []
    })
    const [first] = far.sort((one, other) => other.times - one.times)
    if (!first) return
    yield {
      verdict: 'wrong',
      severity: 'question',
      certainty: 0.6,
      message: `“${nameOf(first.node)}”${far.length > 1 ? `等${far.length}项` : ''}实际完成值远高于目标值（${figures(doc, first.node)}，是目标值的${points(Math.round(first.times * 100) / 100)}倍）；请核对数字，或说明目标值设定偏低。`,
      places: far.map(({ node }) => wholePlace(node)),
    }
  },
}

/** Actual by target, where more is better; 0 where nobody can say, or where the reason is given. */
function timesOf({ target, actual, parts, cells, weight, got }: ScoreNode): number {
  if (
    parts.length ||
    !target ||
    !actual ||
    !(weight ?? got) ||
    target.sign === '≤' ||
    target.quantity.range ||
    actual.range
  )
    return 0
  const { dimension } = target.quantity.unit
  if (
    dimension !== actual.unit.dimension ||
    dimension === 'time' ||
    dimension === 'money' ||
    base(target.quantity) <= 0
  )
    return 0
  if (/目标|偏低|超额|增加|新增|政策/.test(cells?.reason ?? '')) return 0
  return base(actual) / base(target.quantity)
}

const figures = (doc: Understanding, { target, actual }: ScoreNode): string =>
  target && actual ? `目标值${printed(doc, target.quantity)}，完成${printed(doc, actual)}` : ''
