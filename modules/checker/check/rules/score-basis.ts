import { everyNode, type ScoreNode, scoresOf, within } from '../../understand/scores.ts'
import { nameOf, wholePlace } from '../points.ts'
import type { Rule } from '../rule.ts'

/** Points without a figure to earn them, where others beside them have one. */
export const scoreBasis: Rule = {
  id: 'missing-element.score-basis',
  kind: 'missing-element',
  title: '得分应有完成值，完成值应有目标值',
  source: '财预〔2015〕88号：绩效指标细化量化',
  fails:
    '产出指标满分15分，扣1分，完成14分。具体情况是：完成背街小巷整治，得满分5分；机扫率98%（目标值100%，满分5分，扣1分）得4分；清运率100%（目标值100%），得满分5分。',
  holds:
    '产出指标满分15分，扣1分，完成14分。具体情况是：背街小巷整治12条（目标值12条），得满分5分；机扫率98%（目标值100%，满分5分，扣1分）得4分；清运率100%（目标值100%），得满分5分。',
  *check(doc) {
    const groups = [...everyNode(scoresOf(doc))].map(({ parts }) => parts.filter(isItem))
    const bare = groups.filter((items) => measured(items) > 0.5).flatMap((items) => items.filter(isBare))
    const [first] = bare
    if (first)
      yield {
        verdict: 'wrong',
        severity: 'question',
        certainty: 0.66,
        message: `“${nameOf(first)}”${more(bare)}得了分，却没有写目标值和完成值，得分没有依据。`,
        places: bare.map(wholePlace),
      }
    const aimless = [
      ...groups
        .filter((items) => measured(items) >= 0.5)
        .flatMap((items) => items.filter((node) => !node.target && node.actual)),
      ...scoresOf(doc).sheets.flatMap(({ root }) => blankTargets(root)),
    ]
    const [one] = aimless
    if (one)
      yield {
        verdict: 'wrong',
        kind: 'target-missing',
        severity: 'question',
        certainty: 0.6,
        message: `“${nameOf(one)}”${more(aimless)}写了完成值，没有写目标值，无法判断是否应得满分。`,
        places: aimless.map(wholePlace),
      }
  },
}

/** A row without a target in a table where nearly every row has one. */
function blankTargets(root: ScoreNode): ScoreNode[] {
  const rows = [...within(root)].filter(({ parts, cells, got }) => !parts.length && cells && got)
  const blank = rows.filter(({ cells }) => cells?.target === '' && cells.actual)
  return blank.length * 4 <= rows.length ? blank : []
}

/** What share of the items of a group have both: only beside such is it missed. */
const measured = (items: readonly ScoreNode[]): number =>
  items.filter(({ target, actual }) => target && actual).length / Math.max(1, items.length)

const isBare = ({ target, actual, name }: ScoreNode) => !target && !actual && !/满意/.test(name)

const more = (items: readonly unknown[]) => (items.length > 1 ? `等${items.length}项` : '')

/** Of running text: tables have columns for both and rules of their own. */
const isItem = ({ from, parts, got, weight, name }: ScoreNode) =>
  from === 'prose' &&
  !parts.length &&
  Boolean(got) &&
  Boolean(weight) &&
  name.length > 1 &&
  !/^目标|指标$|执行率/.test(name)
