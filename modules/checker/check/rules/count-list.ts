import type { Span } from '../../read/reading.ts'
import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'

interface Enumeration {
  items: string[]
  span: Span
  /** 等: not all are named. */
  open: boolean
  /** Set apart by 、: what is set apart by commas may be clauses. */
  sure: boolean
}

/** 7个绿色社区（甲、乙…）, 内设机构7个：甲、乙…, 甲、乙、丙等3个项目: as many as are named. */
export const countList: Rule = {
  id: 'count-list.names',
  kind: 'count-list',
  title: '列举的名称与写明的数目一致',
  source: '公文写作：列举项数与总数一致',
  fails: ['下设执法中队4个（城东中队、城西中队、城南中队）。', '局机关内设办公室、法规股、财务股、督查股共5个股室。'],
  holds:
    '下设执法中队4个（城东中队、城西中队、城南中队、城北中队（筹））。现有中转站3座，分别为东关、西关、南环中转站，日转运260吨。局机关内设办公室、法规股、财务股3个股室。内设办公室、财务室、法规室和督查室共4个科室。完成和平路、建设路等20个项目。',
  *check(doc) {
    for (const { facts, end } of doc.sentences)
      for (const fact of facts) {
        if (fact.unit.dimension !== 'count' || !isExact(fact) || fact.value < 2 || fact.value > 200) continue
        const list = bracketed(doc, fact) ?? afterColon(doc, fact, end) ?? before(doc, fact) ?? adjoining(doc, fact)
        if (list) yield* outcome(doc, fact, list)
      }
  },
}

function* outcome(doc: Understanding, fact: Fact, { items, span, open, sure }: Enumeration): Generator<Outcome> {
  const { text } = doc.folded
  const claimed = printed(text, fact)
  const named = items.length
  if (named === fact.value || (open && named < fact.value)) {
    yield {
      verdict: 'consistent',
      formula: `${open ? '列出' : '共列出'} ${named} 项，写明 ${claimed}`,
      places: [fact, span],
    }
    return
  }
  if (named < 2 || !sure) return
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: Math.abs(named - fact.value) <= 2 ? 0.9 : 0.8,
    message: `写明“${claimed}${fact.object}”，实际列出 ${named} 项（${items.map((item) => item.slice(0, 12)).join('、')}）。请核对数目或补全名称。`,
    formula: `列出 ${named} 项 ≠ ${claimed}`,
    claimed: String(fact.value),
    computed: String(named),
    places: [fact, span],
  }
}

/** Splits at 、 (or at commas where there is no 、), outside brackets and quotes. */
export function itemsOf(words: string): string[] {
  const split = (mark: RegExp) => {
    const items: string[] = []
    let depth = 0
    let item = ''
    for (const char of words) {
      if (/[（(《“‘【[]/.test(char)) depth++
      if (/[）)》”’】\]]/.test(char)) depth = Math.max(0, depth - 1)
      if (depth === 0 && mark.test(char)) {
        items.push(item)
        item = ''
      } else item += char
    }
    return [...items, item].map((one) => one.trim()).filter(Boolean)
  }
  const byMark = split(/[、]/)
  return byMark.length > 1 ? byMark : split(/[，,；;]/)
}

const isName = (item: string) => item.length >= 2 && item.length <= 40 && !/[，,。；;：:]/.test(item)
const isNameList = (items: readonly string[]) => items.length >= 2 && items.every(isName)

function bracketed({ folded: { text } }: Understanding, fact: Fact): Enumeration | undefined {
  const rest = text.slice(fact.end, fact.end + 400)
  const opening = /^[^，。；：:、（(\n\d]{0,16}[（(]/.exec(rest)
  if (!opening) return undefined
  const start = fact.end + opening[0].length
  const end = closing(text, start)
  if (end === undefined) return undefined
  return enumerated(text, start, end)
}

function closing(text: string, from: number): number | undefined {
  let depth = 1
  for (let at = from; at < Math.min(text.length, from + 600); at++) {
    if (text[at] === '\n') return undefined
    if (/[（(]/.test(text[at] as string)) depth++
    else if (/[）)]/.test(text[at] as string) && --depth === 0) return at
  }
  return undefined
}

function enumerated(text: string, start: number, end: number): Enumeration | undefined {
  const words = text.slice(start, end).replace(/^(?:分别(?:为|是)|即|包括|含|为|是)[：:]?/, '')
  const lead = end - start - words.length
  const open = /等[^、]{0,8}$/.test(words)
  const items = itemsOf(words.replace(/等[^、]{0,8}$/, ''))
  if (!isNameList(items) || items.some((item) => /\d(?:\.\d+)?[\p{Script=Han}%]{1,3}$/u.test(item))) return undefined
  // 甲和乙: the last two are often joined by 和 or 及, which a name may hold as well
  return {
    items,
    sure: words.includes('、'),
    span: { start: start + lead, end },
    open: open || /(?:及|和|以及|与)[^、]{2,}$/.test(items.at(-1) ?? ''),
  }
}

function afterColon({ folded: { text } }: Understanding, fact: Fact, end: number): Enumeration | undefined {
  const rest = text.slice(fact.end, end)
  const opening =
    /^[^，。；：:、（(\n\d]{0,14}(?:(?:，?(?:分别(?:为|是)|包括|即|为|是))?[：:]|，?分别(?:为|是)[：:]?)/.exec(rest)
  if (!opening) return undefined
  const start = fact.end + opening[0].length
  const words = text.slice(start, end)
  const stop = words.search(/[；;]/)
  // 分别为东关、西关、南环中转站，日转运260吨: behind a comma the list is over, where 、 set its names apart.
  const over = /^[^，；;]*、[^，；;]*(?=，)/.exec(words)?.[0].length ?? -1
  const to = [stop, over].filter((at) => at >= 0)
  return enumerated(text, start, to.length ? start + Math.min(...to) : end)
}

/** 甲、乙、丙等3个项目, or without 等 where the list is plain. */
function before({ folded: { text, lines } }: Understanding, fact: Fact): Enumeration | undefined {
  const line = lines[fact.line]
  if (!line) return undefined
  const lead = text.slice(line.start, fact.start)
  const open = /等(?:城区|全区|共|共计)?$/.exec(lead)
  if (!open) return undefined
  const words = lead.slice(0, open.index)
  const from = Math.max(startOfList(words), afterLastCount(words))
  const items = itemsOf(words.slice(from))
  if (!items.every((item) => item.length <= 40) || !items.length) return undefined
  return { items, span: { start: line.start + from, end: line.start + open.index }, open: true, sure: true }
}

/** Whether names are of the kind that is counted: …科, …股 by 股室; 中心, 所, 支队 by 单位. */
const isKind = (items: readonly string[], object: string) =>
  /单位|机构|部门/.test(object.slice(0, 8))
    ? items.every((item) => /(?:中心|所|队|站|院|处|馆|科|股|室|局|园|校|会)$/.test(item))
    : object.slice(0, 2).includes(items.at(-1)?.at(-1) ?? '-')

/** 政权室和保险室 are two. */
const joined = /(?<=[科股室所队站处办])(?:和|及|以及|与)(?=[^和及与]{1,12}[科股室所队站处办]$)/
const setsUp = /^[^、]*(?:内设|下设|设有|设立|下辖|所属|包括|含|设(?![施备置计]))(?:机构|单位|科室|部门)?/s
/** 内设办公室、法规股、财务股3个股室: names right before their number, of the kind it counts. */
function adjoining({ folded: { text, lines } }: Understanding, fact: Fact): Enumeration | undefined {
  const line = lines[fact.line]
  if (!line || !fact.object) return undefined
  const lead = text.slice(line.start, fact.start)
  const clause = lead.slice(startOfList(lead))
  const verb = setsUp.exec(clause)
  if (!verb) return undefined
  const words = clause.slice(verb[0].length).replace(/(?:，?一?共计?|，?合计)$/, '')
  const items = itemsOf(words).flatMap((item, at, all) => (at === all.length - 1 ? item.split(joined) : [item]))
  if (items.length < 3 || !isNameList(items) || !isKind(items, fact.object)) return undefined
  return {
    items,
    span: { start: fact.start - clause.length + verb[0].length, end: fact.start },
    open: false,
    sure: true,
  }
}

/** 甲、乙等7处销售点以及丙、丁等6处市场: the second list begins behind the noun of the first count. */
function afterLastCount(words: string): number {
  const last = /^.*\d+[个处条家座所名项辆台](?:[\p{Script=Han}]*?)(?:以及|及|和|与|、)/su.exec(words)
  return last ? last[0].length : 0
}

/** The list goes back to the last mark that is no 、 outside brackets, or to the verb that leads it. */
function startOfList(words: string): number {
  let depth = 0
  for (let at = words.length - 1; at >= 0; at--) {
    const char = words[at] as string
    if (/[）)》”’]/.test(char)) depth++
    else if (/[（(《“‘]/.test(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[，,。；;：:\n]/.test(char)) return at + 1
  }
  return 0
}
