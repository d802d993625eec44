import type { Span } from '../read/reading.ts'
import type { Quantity } from './quantities.ts'

/** What a quantity is about, as the words around it say. */
export interface Labelled {
  /** The words before it in its clause: 基本支出, 立案, 维修路灯. Empty where the clause begins with the number. */
  label: string
  labelSpan: Span
  /** The noun behind it: 7个**绿色社区**. */
  object: string
  /** What stands before the colon of its sentence or paragraph: **智慧城管**：预算20万元. */
  head: string
}

const stop = /[，、。；：;:！？!?（）()【】[\]《》“”"|\n]|,(?!\d)/
const leading =
  /^(?:其中|另外|另|以及|及其|和|与|及|并|共|累计|总共|合计|全年|今年以来|今年来|今年|本年度?|当年|年度|年内|目前|截至目前|同时|此外|分别|主要|由于|但|而|均|已|将|还|也|我局|我队|我单位|全局)+/
/** 1. 一、 ①: what a paragraph begins with is no part of a label. */
const mark = /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)]|[、.．](?!\d))|[①-⑳])+/
const trailing =
  /(?:分别|累计|共计|合计|总计|总共|一共|全部|大约|将近|接近|均|共|(?<![节签履违合])约|近|为|是|达到了?|达|到|至|有|计|仅|超过|超额?|逾|已|了|的|不低于|不少于|不超过|不高于|至少|最高|最低|≥|≤|>|<|＞|＜|=|-)+$/

/** The words before a quantity, without those that only lead in or hold it up. */
export function labelOf(text: string, line: Span, quantity: Quantity, previous: Quantity | undefined): Labelled {
  const floor = previous && previous.line === quantity.line ? previous.end : line.start
  const own = wordsBefore(text, quantity.start, floor, line.start)
  // 年度任务（25座）: a number that begins a bracket is about what stands before it.
  const opens = !own.label && /[（(]/.test(text[own.labelSpan.start - 1] ?? '') && own.labelSpan.start - 1 >= floor
  // 卫生健康支出（类）60.99万元: the level of a code is no part of its name.
  const level = own.label ? 0 : (/[（(][类款项][）)]$/.exec(text.slice(floor, own.labelSpan.start))?.[0].length ?? 0)
  const end = opens ? own.labelSpan.start - 1 : own.labelSpan.start - level
  const { label, labelSpan } = opens || level ? wordsBefore(text, end, floor, line.start) : own
  return { label, labelSpan, object: objectOf(text, line, quantity), head: headOf(text, line, quantity) }
}

function wordsBefore(
  text: string,
  end: number,
  floor: number,
  lineStart: number,
): Pick<Labelled, 'label' | 'labelSpan'> {
  let from = end
  while (from > floor && !stop.test(text.slice(from - 1, from + 1).slice(0, 1)) && !commaAt(text, from - 1)) from--
  const raw = text.slice(from, end)
  const marked = from === lineStart ? (mark.exec(raw)?.[0].length ?? 0) : 0
  const lead = marked + (leading.exec(raw.slice(marked))?.[0].length ?? 0)
  const body = raw.slice(lead)
  const cut = trailing.exec(body)?.[0].length ?? 0
  const label = cut === body.length ? '' : body.slice(0, body.length - cut)
  return { label, labelSpan: { start: from + lead, end: from + lead + label.length } }
}

const commaAt = (text: string, at: number) => text[at] === ',' && !/\d/.test(text[at + 1] ?? '')

function objectOf(text: string, line: Span, quantity: Quantity): string {
  const rest = text.slice(quantity.end, Math.min(line.end, quantity.end + 24))
  return /^(?:的)?([\p{Script=Han}A-Za-z“”"/]{0,20})/u.exec(rest)?.[1] ?? ''
}

/** The words before the last colon of the same sentence, or of the paragraph's beginning. */
function headOf(text: string, line: Span, quantity: Quantity): string {
  const before = text.slice(line.start, quantity.start)
  const sentence = before.slice(
    Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf(';')) + 1,
  )
  const colon = Math.max(sentence.lastIndexOf('：'), sentence.lastIndexOf(':'))
  if (colon < 0) return ''
  return sentence
    .slice(0, colon)
    .replace(/^.*[，,。；]/, '')
    .replace(/^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|[①-⑳]|[一二三四五六七八九十]是)/, '')
}
