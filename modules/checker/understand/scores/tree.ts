import { type NumberStyle, numbered } from '../headings.ts'
import type { Understanding } from '../index.ts'
import type { ScoreNode, StatedTotal } from './model.ts'
import { bracketDepth, clauseBefore, residue } from './names.ts'
import { lineNodes } from './prose.ts'
import { gathered, type Holder, isOnlySum } from './summaries.ts'

type Style = NumberStyle | 'goal' | 'A1' | 'A11'
interface Level {
  style: Style
  node?: ScoreNode
}

const goal = /^(?:目标|任务|指标)[0-9一二三四五六七八九十]{1,2}(?![\d、])/
/** A1 立项, A11 依据充分: how third parties number their indicators. */
const letter = /^[A-Z](\d{1,3})(?=[.、．\s\p{Script=Han}])/u
function styleOf(words: string): Style | undefined {
  if (goal.test(words)) return 'goal'
  const digits = letter.exec(words)?.[1]
  return digits ? (digits.length > 1 ? 'A11' : 'A1') : numbered(words)?.style
}

/** Puts the scored things of paragraphs under one another, as numbers in front and words like 其中 say. */
export function proseTree(doc: Understanding): { tops: ScoreNode[]; totals: StatedTotal[] } {
  const tops: ScoreNode[] = []
  const totals: StatedTotal[] = []
  const stack: Level[] = []
  const found = new Map(lineNodes(doc).map((one) => [one.line, one]))
  doc.folded.lines.forEach((span, line) => {
    if (span.cell) return
    const words = doc.line(line)
    const style = styleOf(words)
    if (style) enter(stack, style, saidAt(words, totals))
    const own = found.get(line)
    if (!own) return
    totals.push(...own.totals)
    const parent = parentOf(stack, Boolean(style) && !stack.at(-1)?.node)
    const all = nested(words, span.start, own.nodes, own.loose)
    const first = all.filter((node) => !own.loose.has(node))
    if (parent && first.length < all.length) parent.partial = true
    for (const node of first) {
      if (!style && gathered(holdersOf(stack, tops), node)) continue
      const named = style ? undefined : namesake(stack, node)
      if (merged(named ?? parent, node, named !== undefined)) continue
      // A line without a number that may get, or got, more than what it would stand below belongs elsewhere.
      const points = node.weight ?? node.got
      if (!style && parent?.weight && points && points.value > parent.weight.value && !isGoal(stack, parent))
        parent.partial = true
      ;(parent?.parts ?? tops).push(node)
    }
    const [head] = first
    if (style && head && head.place.start - span.start < 12) (stack.at(-1) as Level).node ??= head
  })
  const marks = totals.filter((total) => isFullMark(total, totals))
  for (const mark of marks) mark.whole = false
  return { tops: again(tops, saidOnce(totals)), totals }
}

/** 自评总分100分，其中投入10分…。自评得分94.86分: all there is to get, beside what was got. */
const isFullMark = ({ quantity, label, parts }: StatedTotal, totals: readonly StatedTotal[]): boolean =>
  quantity.value === 100 &&
  /总分(?:值)?(?:为|是|共|：)?$/.test(label) &&
  parts.every(({ got, deducted }) => !got && !deducted) &&
  totals.some((other) => other.whole && other.quantity.value < 100)

/** What is said behind the total; of several projects each has its own 满意度指标. */
function saidOnce(totals: readonly StatedTotal[]): Set<ScoreNode> {
  const parts = totals.flatMap((total) => total.parts)
  return new Set(parts.filter((part) => !parts.some((other) => other !== part && key(other.name) === key(part.name))))
}

/** A number of a style already open closes all below it. */
function enter(stack: Level[], style: Style, node: ScoreNode | undefined) {
  const at = stack.findIndex((level) => level.style === style)
  if (at >= 0) stack.length = at
  stack.push({ style, ...(node ? { node } : {}) })
}

/** （二）项目过程情况。…: the heading of what was said behind the total, 其中：项目过程20分，得19.75分; what follows makes it up. */
function saidAt(words: string, totals: readonly StatedTotal[]): ScoreNode | undefined {
  const parts = totals.at(-1)?.parts ?? []
  if (!parts.length) return undefined
  const rest = numbered(words)?.rest ?? words
  const name = key(/^[^。：:，,；;]*/.exec(rest)?.[0] ?? '')
  return name && !/\d/.test(name) ? parts.find((part) => key(part.name) === name) : undefined
}

function parentOf(stack: readonly Level[], numberedLine: boolean): ScoreNode | undefined {
  const above = numberedLine ? stack.slice(0, -1) : stack
  return above.findLast(({ node }) => node)?.node
}

/** Below 目标1（40分） the groups of indicators have no numbers. */
const isGoal = (stack: readonly Level[], one: ScoreNode): boolean =>
  stack.some(({ node, style }) => node === one && style === 'goal')

/** From the innermost what is open, and what stands below nothing. */
const holdersOf = (stack: readonly Level[], tops: ScoreNode[]): Holder[] => [
  ...stack.flatMap(({ node }) => (node ? [{ owner: node, parts: node.parts }] : [])).reverse(),
  { parts: tops },
]

/** 决策指标共得14分, 产出指标四项合计扣2分 behind its items: the open group of that name, which has not said yet what it got. */
function namesake(stack: readonly Level[], { name, weight, got, deducted }: ScoreNode): ScoreNode | undefined {
  const own = summedName(name)
  if (!(got ?? deducted) || !own) return undefined
  return stack.findLast(
    ({ node }) =>
      node &&
      !node.got &&
      node.parts.length > 0 &&
      key(node.name) === own &&
      (!weight || weight.value === node.weight?.value),
  )?.node
}

export const key = (name: string) => name.replace(/(?:完成)?情况(?:分析)?|指标|[“”"\s]/g, '')

const summing = /(?:[二三四五六七八九十两各\d]+[大个]?(?:项|方面|部分|类))?(?:合计?|共计?|总计?|小计?|累计|总共|一共)?$/
/** 产出指标四项合 → 产出: whose items a line behind them sums up. */
const summedName = (name: string) => {
  const own = name.replace(/^(?:综上|因此|故|以上|上述)[，,]?|(?:得分?|扣分?)?(?:为|是)?$/g, '')
  return key(own.replace(/指标(?=合|共|总|小|累|一共|$)/, '').replace(summing, '')).replace(/(?:类|方面|部分)$/, '')
}

/** The same name with figures of its own below its own heading is no part of it: it says it again, and more. */
function merged(parent: ScoreNode | undefined, node: ScoreNode, named: boolean): boolean {
  if (!parent || (!named && (!key(node.name) || key(parent.name) !== key(node.name)))) return false
  if (parent.weight && node.weight && parent.got && node.got) return false
  parent.again.push(node)
  for (const slot of ['weight', 'got', 'deducted', 'target', 'actual'] as const)
    if (!parent[slot] && node[slot]) Object.assign(parent, { [slot]: node[slot] })
  parent.parts.push(...node.parts)
  parent.closed ||= node.closed
  return true
}

/** What another sentence says, unless it goes on with 其中 or 具体. */
const elsewhereSaid = /。(?!.{0,8}(?:具体|其中|包括|分别|如下|明细))[\s\S]*$/
const opening = /具体|其中|包括|分别|如下|明细/

interface Group {
  node: ScoreNode
  /** Its parts stand in brackets: 履职目标60分，得57分（质量20分，得19分；…）. */
  bracket: boolean
  whole: boolean
  /** 甲扣0.5分；乙扣1.1分，其中……；丙扣1.3分: what parts the groups ends the parts of one. */
  parted: boolean
}

/** In one paragraph: what follows 其中 or 具体情况是 are parts of what stands before it. */
function nested(words: string, at: number, nodes: readonly ScoreNode[], loose: ReadonlySet<ScoreNode>): ScoreNode[] {
  const first: ScoreNode[] = []
  let group: Group | undefined
  nodes.forEach((node, index) => {
    const next = nodes[index + 1]
    const previous = nodes[index - 1]
    if (group && !ends(words, at, group, previous as ScoreNode, node)) {
      if (loose.has(node)) group.node.partial = true
      else group.node.parts.push(node)
    } else {
      group = undefined
      if (!node.weight || !gathered([{ parts: first }], node)) first.push(node)
    }
    if (!next) return
    const between = words.slice(node.place.end - at, next.place.start - at)
    const bracket = bracketDepth(between) > 0
    // 资金到位，扣0.6分。……其中4份合同……扣1.5分: the 其中 of another sentence opens nothing here.
    const lossOnly = node.deducted && !node.weight && !node.got
    const own = lossOnly ? between.replace(elsewhereSaid, '') : between
    if (!bracket && !opening.test(own) && !/：\s*(?:[（(①]|[^，。；]{0,20}[（(\d])/.test(between)) return
    if (group || loose.has(node)) return
    node.closed = true
    const before = previous && words.slice(previous.place.end - at, node.place.start - at)
    const parted = before !== undefined && /^[^。]*[；;][^。]*$/.test(before)
    group = { node, bracket, whole: /具体|如下|明细|：/.test(between), parted }
  })
  for (const node of first) if (node.parts.length === 1) alone(words, at, node)
  sayAgain(words, at, first)
  return toldBehind(first.length > 2 ? bySums(words, at, first) : first)
}

/** 产出数量（12分，得11.37分）。完成36个，按完成率计分得11.37分: how it came to what the first of a paragraph got. */
function sayAgain(words: string, at: number, first: ScoreNode[]) {
  const [head] = first
  if (!head?.weight || !head.got) return
  for (let index = first.length - 1; index > 0; index--) {
    const node = first[index] as ScoreNode
    if (node.weight || node.parts.length || node.got?.value !== head.got.value) continue
    const clause = clauseBefore(words, node.got.start - at)
    if (residue(clause).length > 1 && !/^(?:按|经|根据|依据)|比例|计分|折算/.test(clause)) continue
    head.again.push(node)
    first.splice(index, 1)
  }
}

/** 其中“满意度”分值10分 is one of the parts, not all; 无害化处理率（5分）：…扣0.5分，得4.5分 is the thing itself. */
function alone(words: string, at: number, node: ScoreNode) {
  const [part] = node.parts
  if (!part) return
  const between = words.slice(
    (node.weight ?? node.place).end - at,
    (part.got ?? part.deducted ?? part.place).start - at,
  )
  const itself = node.weight && !node.got && !node.deducted && part.got && !part.weight && !part.parts.length
  if (!itself || /其中|包括|分别|[；;]/.test(between)) {
    node.partial = true
    return
  }
  node.parts.length = 0
  node.place = { start: node.place.start, end: part.place.end }
  for (const slot of ['got', 'deducted', 'target', 'actual', 'share'] as const)
    if (!node[slot] && part[slot]) Object.assign(node, { [slot]: part[slot] })
}

/** 决策（20分）。立项（8分）得8分…。决策得19分: what the group got, told behind its items. */
function toldBehind(nodes: readonly ScoreNode[]): ScoreNode[] {
  return nodes.filter((node, at) => {
    if (!node.got || node.weight || !key(node.name)) return true
    const groups = nodes.slice(0, at).filter((one) => one.parts.length && !one.got)
    const group = isOnlySum(node) ? groups.at(-1) : groups.find((one) => key(one.name) === key(node.name))
    if (group) group.got = node.got
    return !group
  })
}

/** The parts of a group end with its sentence, or where another group begins. */
function ends(
  words: string,
  at: number,
  { node, bracket, whole, parted }: Group,
  previous: ScoreNode,
  next: ScoreNode,
): boolean {
  if (previous === node) return false
  if (bracket) return bracketDepth(words.slice(node.place.end - at, next.place.start - at)) <= 0
  const between = words.slice(previous.place.end - at, next.place.start - at)
  if (!/。/.test(between)) return /[；;]/.test(between) && (parted || isFull(node))
  const filled =
    node.weight && node.parts.reduce((sum, { weight }) => sum + (weight?.value ?? 0), 0) >= node.weight.value
  return !whole || Boolean(filled)
}

/** 履职扣2.4分，其中甲扣1.4分、乙扣1分；预算管理扣1.25分: the parts told so far make up what was taken off. */
function isFull({ weight, got, deducted, parts }: ScoreNode): boolean {
  if (weight || got || !deducted || !parts.length || parts.some((part) => !part.deducted)) return false
  const sum = parts.reduce((all, part) => all + Math.abs(part.deducted?.value ?? 0), 0)
  return Math.abs(sum - Math.abs(deducted.value)) < 1e-6
}

/** Without a word for it, a thing is a group when those of the next sentence have exactly its points, or got exactly what it got. */
function bySums(words: string, at: number, nodes: readonly ScoreNode[]): ScoreNode[] {
  const first: ScoreNode[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as ScoreNode
    first.push(node)
    if (node.parts.length) continue
    const next = sentenceBehind(words, at, nodes, index)
    const fills = (['weight', 'got'] as const).some((slot) => filled(node, next, slot))
    const parts = fills ? next : listBehind(words, at, nodes, index)
    if (!parts.length) continue
    node.parts.push(...parts)
    node.closed = true
    index += parts.length
  }
  return first
}

/** The nodes of the sentence that follows a node's own. Those beside it in its own sentence are its equals. */
function sentenceBehind(words: string, at: number, nodes: readonly ScoreNode[], index: number): ScoreNode[] {
  const stops = (one: ScoreNode | undefined, other: ScoreNode | undefined) =>
    !one || !other || /[。：]/.test(words.slice(one.place.end - at, other.place.start - at))
  if (!stops(nodes[index], nodes[index + 1])) return []
  const found: ScoreNode[] = []
  for (let next = index + 1; next < nodes.length; next++) {
    found.push(nodes[next] as ScoreNode)
    if (stops(nodes[next], nodes[next + 1])) break
  }
  return found
}

const firstMark = /^(?:1[.．、]|①|[（(]1[）)]|一是)/

/** 产出指标（50分）得48分。1.数量（30分）：…。2.质量（20分）：…: a list that begins with one and has exactly its points. */
function listBehind(words: string, at: number, nodes: readonly ScoreNode[], index: number): ScoreNode[] {
  const [node, first] = [nodes[index], nodes[index + 1]]
  const starts = (one: ScoreNode | undefined) => one && firstMark.test(words.slice(one.place.start - at))
  if (!node?.weight || !starts(first) || starts(node)) return []
  let sum = 0
  for (let next = index + 1; next < nodes.length; next++) {
    sum += nodes[next]?.weight?.value ?? Number.NaN
    if (Math.abs(sum - node.weight.value) < 1e-9) return next > index + 1 ? nodes.slice(index + 1, next + 1) : []
  }
  return []
}

function filled(node: ScoreNode, parts: readonly ScoreNode[], slot: 'weight' | 'got'): boolean {
  if (parts.length < 2 || !node[slot] || parts.some((part) => part.parts.length || !part[slot])) return false
  const sum = parts.reduce((all, part) => all + (part[slot]?.value ?? 0), 0)
  return Math.abs(sum - node[slot].value) < 1e-9
}

/**
 * What is named in front comes again with more: that is one thing and not two. So with a list of goals, and with what is
 * said behind the total, 其中：投入15分，得15分.
 */
function again(tops: readonly ScoreNode[], said: ReadonlySet<ScoreNode>): ScoreNode[] {
  return tops.filter((node, index) => {
    const name = key(node.name)
    if (node.parts.length || !name || (node.got && !said.has(node))) return true
    // Of several projects each has its 效益: none says again what another one said.
    if (tops.filter((other) => key(other.name) === name).length > 2) return true
    const later = tops.find(
      (other, at) => at > index && key(other.name) === name && (!node.got || isAgain(node, other)),
    )
    if (!later) return true
    later.again.push(node)
    for (const slot of ['weight', 'got', 'deducted'] as const)
      if (!later[slot] && node[slot]) Object.assign(later, { [slot]: node[slot] })
    return false
  })
}

const isAgain = (one: ScoreNode, other: ScoreNode): boolean =>
  !other.got ||
  other.parts.length > 0 ||
  other.got.value === one.got?.value ||
  (other.weight !== undefined && other.weight.value === one.weight?.value)
