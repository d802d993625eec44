import type { Understanding } from '../../understand/index.ts'
import { everyNode, reached, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { type Pair, pairsOf } from '../claims.ts'
import { sameName } from '../names.ts'
import { printed, wholePlace } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const missed =
  /存在(?:指标|一定)?偏差|未(?:能)?(?:全部|如期|按期)?(?:完成|达到|达标|实现)|不达标|低于(?:目标|预期|年初)|没有(?:完成|达到)|偏离(?:目标|指标)/
const done =
  /(?:均|已|全部|全面|超额|圆满|按期|顺利|如期)(?:已|均|全部|超额|圆满)*(?:完成|达到|达标|实现)(?![率度情数])|(?:完成|达到|实现)(?:了)?(?:年初|年度|预期|绩效)?(?:设定)?(?:的)?(?:目标|指标|预期)|超过(?:目标|预期)/

/** An indicator said to miss its target though it meets it, and the reverse. */
export const targetDirection: Rule = {
  id: 'direction.claim',
  kind: 'direction',
  title: '写明未完成的指标不应已达到目标，写明完成的不应未达到',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails: [
    '垃圾分类项目存在偏差。其中，垃圾分类项目投入10万元（年度指标≤60万元），因居民参与度未达预期。',
    '报销比例为72.30%，与年初设定的70%以上的目标相比仍有差距，未完成年度目标。',
    '市民满意度：目标值≥90%，发放问卷500份，满意443份，满意度88.60%，达到年初目标。',
  ],
  holds:
    '垃圾分类项目存在偏差。其中，垃圾分类项目投入70万元（年度指标≤60万元），因设备涨价。清运率目标值95%，实际完成98%，已完成目标。2项指标未达到目标值：新建公厕4座（目标值≥5座）、投资计划按期完成率91%（目标值≥95%）。',
  *check(doc) {
    const pairs = pairsOf(doc).filter(({ plain }) => plain)
    const wrong = pairs.filter((pair) => saidMissed(doc, pair) && pair.met)
    if (wrong.length) yield finding(doc, wrong, true)
    const reverse = pairs.filter((pair) => !pair.met && saidDone(doc, pair))
    if (reverse.length) yield finding(doc, reverse, false)
    for (const pair of pairs)
      if ((pair.met && saidDone(doc, pair)) || (!pair.met && saidMissed(doc, pair)))
        yield { verdict: 'consistent', formula: formulaOf(doc, pair), places: [pair.place] }
    yield* inTables(doc)
  },
}

/** 96%，低于目标值98%: what stands between the two. */
function between(doc: Understanding, { actual, target: { quantity } }: Pair): string {
  const [first, second] = actual.start < quantity.start ? [actual, quantity] : [quantity, actual]
  return doc.folded.text.slice(first.end, second.digits.start)
}

/** The clause itself says so, or a sentence before it in the same paragraph that names it, or all that follows. */
function saidMissed(doc: Understanding, pair: Pair): boolean {
  if (
    pair.actual.start < pair.target.quantity.start &&
    /(?<!不)低于|未达到|不及|没有达到|未完成/.test(between(doc, pair))
  )
    return true
  const own = doc.folded.text.slice(pair.place.start, pair.place.end)
  const behind = own.slice(Math.max(0, pair.target.quantity.end, pair.actual.end) - pair.place.start)
  if (missed.test(behind.replace(/(?:因|由于|原因).*$/, ''))) return true
  if (done.test(behind)) return false
  const before = doc.folded.text.slice(doc.folded.lines[pair.line]?.start ?? 0, pair.place.start)
  const lead = `${before}${own.slice(0, own.indexOf('其中') + 1 || 0)}`.split('。').slice(-2).join('。')
  const found = new RegExp(`([^。；，,]*)(?:${missed.source})`).exec(lead)
  if (!found) return false
  const names = lead.slice(lead.lastIndexOf('。', found.index) + 1, found.index + (found[1]?.length ?? 0))
  const subject = doc.folded.text.slice(pair.place.start, pair.actual.start)
  return names.split(/[、，,：:和]/).some((name) => sameName(name, subject))
}

/** What is said behind a pair, up to the next of a list: A（目标值≥480套）、B…. */
const upToNext = (words: string) => words.replace(/^([^（(]*?[）)])、.*$/s, '$1')

function saidDone(doc: Understanding, pair: Pair): boolean {
  if (pair.actual.start < pair.target.quantity.start && /^[，,]?(?:高于|超过|优于|超出)/.test(between(doc, pair)))
    return true
  const own = doc.folded.text.slice(pair.place.start, pair.place.end)
  const behind = upToNext(own.slice(Math.max(pair.target.quantity.end, pair.actual.end) - pair.place.start))
  if (missed.test(behind) || /部分|基本|(?:未|没有|不)[^，。]{0,4}(?:完成|达)/.test(behind)) return false
  // A limit of ≤8%, passed: 超过目标 is no praise there.
  return done.test(pair.target.sign === '≤' ? behind.replace(/超过(?:目标|预期)/g, '') : behind)
}

const formulaOf = (doc: Understanding, { actual, target, met }: Pair) => {
  const sign = target.sign ?? '≥'
  return `${printed(doc, actual)}${actual.unit.word} ${met ? '符合' : '不符合'} ${sign}${printed(doc, target.quantity)}${target.quantity.unit.word}`
}

function finding(doc: Understanding, pairs: readonly Pair[], met: boolean): Outcome {
  const listed = pairs.slice(0, 4).map((pair) => `“${pair.name}”${formulaOf(doc, pair)}`)
  const sure = pairs.every(({ target }) => target.sign)
  return {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.9 : 0.7,
    message: met
      ? `文中写这些指标存在偏差或未完成，但按所写数字已经达到目标：${listed.join('；')}。`
      : `文中写这些指标已完成目标，但按所写数字没有达到：${listed.join('；')}。`,
    formula: pairs.map((pair) => formulaOf(doc, pair)).join('；'),
    claimed: met ? '未完成' : '完成',
    computed: met ? '达到目标' : '未达到目标',
    places: pairs.map(({ target, actual }) => ({
      start: Math.min(target.quantity.start, actual.start),
      end: Math.max(target.quantity.end, actual.end),
    })),
  }
}

const missedReason = /未(?:能)?(?:完成|达到|达标|实现)|没有(?:完成|达到)|低于(?:目标|指标)|不达标/

/** A row of a table that gives a reason for missing a target it meets. */
function* inTables(doc: Understanding): Generator<Outcome> {
  const losses = rowsOf(doc)
  const [first] = losses
  if (!first) return
  yield {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.65,
    message: `自评表中“${first.name}”${losses.length > 1 ? `等${losses.length}项` : ''}写明未完成目标，但实际完成值已达到指标值。`,
    places: losses.map(wholePlace),
  }
}

function rowsOf(doc: Understanding) {
  return [...everyRow(doc)].filter((node) => {
    const said = `${node.cells?.reason ?? ''}${node.cells?.actual ?? ''}`
    return missedReason.test(said) && reachedRow(node)
  })
}

const everyRow = (doc: Understanding) => everyNode({ ...scoresOf(doc), tops: [] })
const reachedRow = (node: ScoreNode) => {
  const at = reached(node)
  return Boolean(at?.met && at.plain)
}
