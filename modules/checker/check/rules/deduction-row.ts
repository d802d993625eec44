import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import { type ScoreNode, scoresOf, within } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'
import { lineAt, type Match, matches } from '../words.ts'

const table =
  '指标 | 分值 | 得分\n项目决策 | 20 | 19.2\n资金管理 | 20 | 19.5\n产出质量 | 30 | 28.5\n社会效益 | 30 | 30\n合计 | 100 | 97.2\n'

const taken = /(共|合计|累计|酌情|各|均|分别)?扣(?:减|除|了|去|掉)?(\d{1,2}(?:\.\d{1,2})?)分/g
/** How points are taken off says nothing of what was. */
const criterion =
  /每[^，,。；;]{0,12}$|标准|扣完|为止|最多|否则|细则|(?:的|者|可|应|则|不)[，,]?$|上年|去年|月度?考[核评]|考核办法|其中/
const number = '(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?[、.．]?|[①-⑳])'
const marked = new RegExp(`^${number}`)

/** 3.产出时效。……扣1.9分, and in the table of scores 产出时效 has 7 points and got 6.1. */
export const deductionRow: Rule = {
  id: 'deduction.row',
  kind: 'deduction',
  title: '正文所写某指标的扣分应等于评分表中该指标的分值减得分',
  source: '得分＝分值－扣分',
  fails: [
    `${table}1.项目决策。预算测算依据不足，扣0.8分。\n2.资金管理。结转偏多，扣0.5分。\n3.产出质量。返修2处，扣2.5分。`,
    `${table}项目决策方面，预算测算依据不足，扣0.8分。资金管理指标，结转偏多，扣0.5分。产出质量方面，返修1处，扣0.5分；抽检不合格2处，扣1.5分。`,
    `${table}产出质量（30分）：返修2处，扣2.5分。`,
    `${table}一是项目决策。依据不足，扣0.8分。\n二是资金管理。结转偏多，扣0.5分。\n三是产出质量。返修2处，扣1.4分。`,
  ],
  holds: [
    `${table}1.项目决策。预算测算依据不足，扣0.8分。\n2.资金管理。结转偏多，扣0.5分。\n3.产出质量。返修2处，扣0.5分；抽检不合格2处，扣1分。`,
    `${table}1.项目决策。预算测算依据不足，扣0.8分。\n3.产出质量。返修1处，扣0.5分；抽检不合格，扣1分，两项共扣1.5分。`,
    `${table}1.项目决策。依据不足，每少一项扣2分，扣0.8分。\n3.产出质量。按考核办法，返修的扣3分，本次未扣。`,
    `${table}本年度共抽检8次。产出质量方面，全部合格。评审不够及时，扣2.4分。`,
    `${table}产出质量方面，其中返修一项扣0.5分。`,
    `${table}四、月度考核\n3.产出质量。养护公司3月月度考核扣2.4分。`,
  ],
  *check(doc) {
    const nodes = rowsOf(doc)
    if (!nodes.size) return
    const told = new Map<string, Match[]>()
    for (const found of matches(doc, taken)) {
      const name = ownerOf(doc, found, nodes)
      if (name) told.set(name, [...(told.get(name) ?? []), found])
    }
    const all = [...told]
      .filter(([, terms]) => !terms.some(isEach))
      .map(([name, terms]) => toldOf(nodes.get(name) as ScoreNode, terms))
    const held = all.filter(({ said, lost }) => equalPoints(said, lost)).length
    for (const one of all) yield* judged(doc, one, held >= 2)
  },
}

/** 两处各扣1分: nobody says how often. */
const isEach = ({ groups }: Match): boolean => /各|均|分别/.test(groups[0] ?? '')

/** Rows with points and what they got, by names that stand in one row only. */
function rowsOf(doc: Understanding): Map<string, ScoreNode> {
  const rows = new Map<string, ScoreNode | undefined>()
  for (const { root } of scoresOf(doc).sheets)
    for (const node of within(root)) {
      const name = node.name.replace(/^[\d.、（）()一二三四五六七八九十]+|[（(].*$|(?:指标|情况)$/g, '')
      if (node === root || !/^\p{Script=Han}{2,14}$/u.test(name)) continue
      rows.set(name, rows.has(name) || node.again.length ? undefined : node)
    }
  return new Map([...rows].flatMap(([name, node]) => (node?.weight && node.got ? [[name, node]] : [])))
}

/** What its line begins with, or the last sentence before it that begins with such a name. */
function ownerOf(doc: Understanding, found: Match, rows: ReadonlyMap<string, ScoreNode>): string | undefined {
  const { text, lines } = doc.folded
  const line = lines[lineAt(doc, found.start)]
  if (!line || line.cell) return undefined
  const words = text.slice(line.start, found.start)
  const clause = words.replace(/^.*[。；;]/s, '')
  if (criterion.test(clause) || /^(?:为止|以上|以下)/.test(text.slice(found.end, found.end + 2))) return undefined
  const parts = words.split(/[。；;]/)
  // 项目决策方面，得满分。评审不及时，扣1分: of the next sentence nobody knows, but of the whole line by its head.
  const own = words.slice(words.lastIndexOf('。') + 1).split(/[；;]/).length
  for (const [at, part] of [...parts.entries()].reverse()) {
    if (at > 0 && at < parts.length - own) continue
    const bare = part.replace(marked, '')
    for (const name of rows.keys())
      if (bare.startsWith(name) && heads(bare.slice(name.length), at === 0 || part.length > bare.length)) return name
  }
  return undefined
}

/** 产出质量方面，…… and as a heading 产出质量（30分）：; but 产出质量的考核…. */
const heads = (rest: string, opens: boolean): boolean =>
  /^(?:指标|情况)?(?:方面|上|中)[，,：:]|^指标[，,：:（(]/.test(rest) ||
  (opens && /^(?:指标|情况)?(?:$|[，,：:（(])/.test(rest))

interface Told {
  node: ScoreNode
  terms: Match[]
  said: number
  lost: number
}

/** 共扣1.5分 says them all once more. */
function toldOf(node: ScoreNode, terms: Match[]): Told {
  const values = terms.map(({ groups }) => Number(groups[1]))
  const whole = terms.find(({ groups }) => /共|合计|累计/.test(groups[0] ?? ''))
  const said = whole ? Number(whole.groups[1]) : sumOfPoints(values)
  return {
    node,
    terms: whole ? [whole] : terms,
    said,
    lost: Number(((node.weight?.value ?? 0) - (node.got?.value ?? 0)).toFixed(6)),
  }
}

/** What is taken off need not all be told; what is told was taken off. */
function* judged(doc: Understanding, { node, terms, said, lost }: Told, sure: boolean): Generator<Outcome> {
  const { weight, got } = node
  if (!weight || !got || lost < 0) return
  const formula = `${points(weight.value)} − ${points(got.value)} = ${points(lost)}`
  const places: Span[] = [...terms, got]
  if (equalPoints(said, lost)) return yield { verdict: 'consistent', formula, places }
  const isSlip = terms.length === 1 && slipOf({ value: said, step: 0.01 }, lost) !== undefined
  if (said < lost && !isSlip) return
  yield {
    verdict: 'wrong',
    severity: said > lost && sure && terms.length === 1 ? 'error' : 'question',
    certainty: said > lost ? 0.88 : 0.72,
    message: `正文写“${nameOf(node)}”扣${points(said)}分，评分表中该项分值${printed(doc, weight)}分、得${printed(doc, got)}分，少${points(lost)}分，两处不一致。`,
    formula: `${formula} ≠ ${points(said)}`,
    claimed: points(said),
    computed: points(lost),
    places,
  }
}
