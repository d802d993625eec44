import type { Fact, Understanding } from '../index.ts'
import type { Quantity } from '../quantities.ts'
import { bandsOf } from './bands.ts'
import type { ScoreNode, StatedTotal } from './model.ts'
import { bracketDepth, clauseBefore, nameOf, nameStart, namesSame, residue } from './names.ts'
import { type ScoreMention, scoreMentions } from './roles.ts'
import { targetAndActual } from './targets.ts'

/** Nodes of one paragraph in order, each with the words from its name to its last figure. */
export interface LineNodes {
  line: number
  nodes: ScoreNode[]
  /** Those of them with a figure that says neither what may be got nor what was got. */
  loose: ReadonlySet<ScoreNode>
  totals: StatedTotal[]
}

export function lineNodes(doc: Understanding): LineNodes[] {
  const byLine = new Map<number, Fact[]>()
  const { place } = bandsOf(doc)
  for (const fact of doc.facts) {
    if (doc.folded.lines[fact.line]?.cell) continue
    if (place && fact.start >= place.start && fact.end <= place.end) continue
    const own = byLine.get(fact.line)
    if (own) own.push(fact)
    else byLine.set(fact.line, [fact])
  }
  const found: LineNodes[] = []
  for (const [line, facts] of byLine) {
    if (!facts.some(({ unit: { dimension } }) => dimension === 'score' || dimension === 'percent')) continue
    const span = doc.folded.lines[line]
    if (!span) continue
    const mentions = scoreMentions(doc.line(line), span.start, facts)
    if (!mentions.length) continue
    const builder = new LineReader(doc, line, facts)
    for (const mention of mentions) builder.take(mention)
    found.push(builder.done())
  }
  return found
}

/** 由决策、产出构成，满分100分，经自评得: behind what all is made of no points of an item stand before its own. */
const madeOf = /(?:构成|组成|百分制|指标体系)(?:(?!\d分|。).|(?:满分|总分|分值)(?:为|共)?\d{2,3}分)*$/
/** 过程指标25分由执行率和规范性组成，…得: made of these is one group, not all. */
const ofGroup = /(?:决策|投入|过程|产出|效益|效果|管理|履职|满意度)(?:类)?(?:指标|部分)[^，,。；;]{0,10}由/

/** Where the words of a line begin a new thing. */
const lead = /具体|其中|包括|分别|如下|明细|：$/

class LineReader {
  private readonly nodes: ScoreNode[] = []
  private readonly totals: StatedTotal[] = []
  private current: (ScoreNode & { end: number }) | undefined
  private readonly words: string
  private readonly start: number
  private readonly doc: Understanding
  private readonly line: number
  private readonly facts: readonly Fact[]

  constructor(doc: Understanding, line: number, facts: readonly Fact[]) {
    this.doc = doc
    this.line = line
    this.facts = facts
    this.words = doc.line(line)
    this.start = doc.folded.lines[line]?.start ?? 0
  }

  take(mention: ScoreMention) {
    const { fact, role } = mention
    const slot = role === 'bare' ? 'weight' : role
    if (!this.current || this.begins(mention, slot)) this.open(fact)
    const node = this.current
    if (!node || (slot === 'got' && this.isRaw(node, fact))) return
    node[slot] = fact
    if (mention.full) node.weight ??= fact
    node.end = fact.end
    if (role === 'bare') this.bare.add(node)
  }

  /** 满分10分，得92.76分（百分制）: on another scale than the points it may get. */
  private isRaw({ weight }: ScoreNode, { start, end, value }: Fact): boolean {
    if (!weight || value <= weight.value) return false
    const from = Math.max(weight.end, start - 20) - this.start
    return /折算|换算|折合|百分制/.test(this.words.slice(Math.max(0, from), end - this.start + 20).replace(/。.*$/, ''))
  }

  private readonly bare = new Set<ScoreNode>()

  private begins({ fact, role }: ScoreMention, slot: 'weight' | 'got' | 'deducted'): boolean {
    const node = this.current
    if (!node || node[slot]) return true
    const between = this.words.slice(node.end - this.start, fact.start - this.start)
    const clause = clauseBefore(this.words, fact.start - this.start)
    // 由投入（10分）、效果（90分）构成，自评得分94分: more than the last may get is that of all.
    if (role === 'got' && node.weight && fact.value > node.weight.value && /构成|组成|自评|综合|总得?分/.test(between))
      return true
    // 得分为93分，2022年为91.5分: what only follows is nothing that may be got.
    // 决策9.5分，效果28分，合计95分: the sum is nobody's own.
    if (
      role === 'got' &&
      node.weight &&
      fact.value > node.weight.value &&
      /(?:合计|总计|共计|共)(?:得|为)?$/.test(between)
    )
      return true
    if (role === 'bare' && node.got && !/^[（(/]/.test(between)) return true
    // 项目效果23.5分（满分25分）。扣分3.26分，具体为……: what another sentence takes off, and does not fit, is off the whole.
    if (role === 'deducted' && /。(?:共|合计|累计|总)?扣分?$/.test(between) && node.weight && node.got)
      return Math.abs(node.weight.value - node.got.value - Math.abs(fact.value)) > 1e-6
    if (role === 'weight' || role === 'bare') {
      // 得92.76分，其中：预算执行（10分）: the bracket belongs to what is named before it.
      const inFront = /([^，,；;。：:（(）)]*)[（(](?:满分|分值|权重|标准分)?(?:值|为|：)?$/.exec(between)?.[1] ?? ''
      return residue(clause).length > 1 || residue(inFront).length > 1 || /[；;。]/.test(between)
    }
    if (lead.test(between)) return true
    if (/[；;]/.test(between)) return true
    if (!/。/.test(between)) return residue(clause).length > 3 && !namesSame(clause, node.name) && Boolean(node.got)
    return residue(clause).length > 1 && !namesSame(clause, node.name)
  }

  private open(fact: Fact) {
    this.close()
    const begin = nameStart(this.words, Math.max(0, this.lastEnd - this.start), fact.start - this.start)
    this.current = {
      name: nameOf(this.words.slice(begin, fact.start - this.start), this.line, this.doc, begin === 0),
      place: { start: this.start + begin, end: fact.end },
      line: this.line,
      from: 'prose',
      parts: [],
      closed: false,
      again: [],
      end: fact.end,
    }
  }

  private lastEnd = 0

  private close() {
    const node = this.current
    if (!node) return
    this.current = undefined
    const { end, ...own } = node
    own.place = { start: own.place.start, end: closing(this.words, end - this.start) + this.start }
    this.lastEnd = own.place.end
    if (this.bare.has(node) && !node.got && !node.deducted) this.loose.add(own)
    const graded = own.got !== undefined && !own.weight && !own.deducted && this.isGraded(own.got)
    if (graded || isTotal(own, own.got ? this.clauseOf(own.got) : '')) {
      const quantity = own.got
      if (quantity) this.total = totalOf(own, quantity, this.words, this.start, this.clauseOf(quantity))
      if (this.total) this.totals.push(this.total)
      return
    }
    const inside = this.facts.filter(({ start, end: to }) => start >= own.place.start && to <= own.place.end)
    Object.assign(
      own,
      targetAndActual(
        this.doc.folded.text,
        inside.filter((fact) => !this.isShare(fact)),
      ),
    )
    const share = this.facts.find((fact) => this.isShare(fact) && this.follows(own.got, fact))
    if (share) own.share = share
    this.nodes.push(own)
    if (this.total && this.isPartOf(this.total, own)) this.total.parts.push(own)
  }

  /** What stands before a figure in its clause; where the clause only scores, what the sentence says is scored. */
  private clauseOf({ start }: Quantity): string {
    const clause = clauseBefore(this.words, start - this.start)
    const before = this.words.slice(0, start - this.start).replace(/^.*[。；;]/, '')
    const ofAll = residue(clause).length < 2 && madeOf.test(before) && !ofGroup.test(before)
    return ofAll ? `总得分，${clause}` : clause
  }

  /** 自评得分9.6分，评价等级为“优”: what bears the grade is the total. */
  private isGraded({ end }: Quantity): boolean {
    return /^[，,（(]?(?:绩效)?(?:评价|评定|自评)?(?:等级|等次|结果|结论)(?:评?定?为|是|：|[“"‘])/.test(
      this.words.slice(end - this.start),
    )
  }

  private isShare({ unit, start }: Fact): boolean {
    return unit.dimension === 'percent' && /得分率(?:为|是|达|：|:)?$/.test(this.words.slice(0, start - this.start))
  }

  /** In the same clause or the next, with no other points between. */
  private follows(got: Quantity | undefined, share: Fact): boolean {
    return (
      got !== undefined &&
      share.start > got.end &&
      share.start - got.end < 12 &&
      !/[。；;]/.test(this.words.slice(got.end - this.start, share.start - this.start))
    )
  }

  private total: StatedTotal | undefined

  /** What follows the total after 其中 makes it up, until something else begins. */
  private isPartOf({ quantity, parts }: StatedTotal, { place, got, deducted }: ScoreNode): boolean {
    const behind = this.words.slice(quantity.end - this.start, place.start - this.start)
    // 得分87.35分（其中：决策16.5分，…）: the bracket holds what makes it up, and nothing behind it does.
    const opened = /^[（(](?:其中|包括|即|具体|分别)/.test(behind)
    if (opened !== bracketDepth(behind) > 0) {
      this.total = undefined
      return false
    }
    const from = parts.at(-1)?.place.end ?? quantity.end
    const between = this.words.slice(from - this.start, place.start - this.start)
    const goesOn = parts.length ? !/。/.test(between) : /其中|分别|具体|包括|：/.test(between)
    const alike = parts.every((part) => Boolean(part.got ?? part.deducted) === Boolean(got ?? deducted))
    if (goesOn && alike) return true
    this.total = undefined
    return false
  }

  /** Bare figures say what may be got or what was got; one that nothing stands beside says neither. */
  private readonly loose = new Set<ScoreNode>()

  done(): LineNodes {
    this.close()
    return { line: this.line, nodes: this.nodes, loose: this.loose, totals: this.totals }
  }
}

/** A node's words go on to the end of its clause, when that closes a bracket. */
function closing(words: string, end: number): number {
  return words[end] === '）' || words[end] === ')' ? end + 1 : end
}

/** Who scores again what was scored: its figure is a total, but not the one of this evaluation. */
const otherBody = /复核|复评|复审|再评价|抽评|第三方|专家(?:组)?(?:评|打)|(?:财政|主管)(?:部门|局)(?:评|审|打)/

/** `clause` is what stands before the figure: 综合评价结论：我局部门整体支出绩效自评得分为. */
function isTotal({ name, weight, got, deducted }: ScoreNode, clause: string): boolean {
  if (!got || got === weight || (weight && weight.value < 100)) return false
  if (/部门整体|整体支出|总得分|总分|综合(?:评价)?(?:得分|评分)/.test(`${name}，${clause}`)) return true
  if (got.value < (/(?:合计|小计|共计?)(?:为|得)*$/.test(clause) ? 60 : 20)) return false
  if (!weight && !deducted && got.value >= 60 && otherBody.test(clause) && !/指标/.test(clause)) return true
  return weight ? weight.value <= 120 : !deducted && residue(name).length < 2
}

function totalOf(node: ScoreNode, quantity: Quantity, words: string, start: number, clause: string): StatedTotal {
  const label = words.slice(node.place.start - start, quantity.start - start)
  return {
    quantity,
    label,
    parts: [],
    whole: !otherBody.test(label) && !/上年|去年|上一年|往年/.test(`${label}，${clause}`) && isWhole(label, clause),
  }
}

const isWhole = (label: string, clause: string): boolean =>
  /整体|部门|总分|总得分|综合|合计/.test(`${label}，${clause}`) || residue(label).length < 2
