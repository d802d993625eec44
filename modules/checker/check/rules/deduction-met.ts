import type { Understanding } from '../../understand/index.ts'
import { type Loss, lossesOf } from '../losses.ts'
import { nameOf, points, wholePlace } from '../points.ts'
import type { Outcome, Rule, Wrong } from '../rule.ts'

/** A met target loses nothing; a missed one does not get all. One finding for each of the two. */
export const deductionMet: Rule = {
  id: 'deduction.met',
  kind: 'deduction',
  title: '完成目标的指标得满分，未完成的应扣分',
  source: '财预〔2020〕10号：实际完成值达到指标值的，记该指标所赋全部分值；未达到的，按比例记分',
  fails: '案件处置率97%（目标值95%，满分10分，扣1分）得9分。',
  holds: '案件处置率97%（目标值95%，满分10分）得10分；小广告清除率90%（目标值95%，满分10分）得9.47分。',
  *check(doc) {
    const losses = lossesOf(doc)
    const held = losses.filter(({ met, lost }) => met && lost === 0)
    for (const { node, weight } of held)
      yield { verdict: 'consistent', formula: `达到目标值，得${points(weight)}分`, places: [wholePlace(node)] }
    yield* grouped(
      doc,
      losses.filter((one) => one.met && one.lost > 0.0101 && !overdone(one)),
      lostThoughMet,
    )
    yield* grouped(
      doc,
      losses.filter((one) => !one.met && one.lost === 0 && !hairline(one)),
      fullThoughMissed,
    )
  },
}

/** So far above the target that the target was set too low: then points may be taken off. */
const overdone = ({ node }: Loss): boolean =>
  Boolean(
    node.target && node.actual && node.target.sign !== '≤' && node.actual.value >= node.target.quantity.value * 1.2,
  ) && /目标|偏低|偏离|超额|调减/.test(node.cells?.reason ?? '')
/** 99.6% of 100%, printed to whole points, is no loss. */
const hairline = ({ shortfall, weight }: Loss): boolean => shortfall * weight < 0.006

function* grouped(
  doc: Understanding,
  losses: readonly Loss[],
  say: (doc: Understanding, first: Loss, more: string, all: readonly Loss[]) => Wrong,
): Generator<Outcome> {
  const [first] = losses
  if (first) yield say(doc, first, losses.length > 1 ? `等${losses.length}项` : '', losses)
}

const figures = ({ folded }: Understanding, { node }: Loss) => {
  const target = node.target?.quantity
  const words = (place: { start: number; end: number } | undefined) =>
    place ? folded.text.slice(place.start, place.end) : ''
  return `目标值${words(target)}，实际${words(node.actual)}`
}

const lostThoughMet = (doc: Understanding, first: Loss, more: string, all: readonly Loss[]): Wrong => ({
  verdict: 'wrong',
  severity: 'question',
  certainty: 0.7,
  message: `“${nameOf(first.node)}”${more}已达到目标（${figures(doc, first)}），却扣了${points(first.lost)}分；请核对得分或写明扣分原因。`,
  formula: `达到目标值，应得${points(first.weight)}分，实得${points(first.got)}分`,
  claimed: points(first.got),
  computed: points(first.weight),
  places: all.map(({ node }) => wholePlace(node)),
})

const fullThoughMissed = (doc: Understanding, first: Loss, more: string, all: readonly Loss[]): Wrong => {
  const certain = first.node.from === 'table' && Boolean(first.node.target?.sign)
  return {
    verdict: 'wrong',
    severity: certain ? 'error' : 'question',
    certainty: certain ? 0.85 : 0.65,
    message: `“${nameOf(first.node)}”${more}没有达到目标（${figures(doc, first)}），却得满分${points(first.weight)}分。`,
    formula: `未达到目标值，按比例应得${points(Math.round(first.weight * (1 - first.shortfall) * 100) / 100)}分`,
    claimed: points(first.got),
    computed: points(Math.max(0, Math.round(first.weight * (1 - first.shortfall) * 100) / 100)),
    places: all.map(({ node }) => wholePlace(node)),
  }
}
