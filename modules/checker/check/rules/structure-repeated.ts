import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const LONG = 40

/** A heading or a whole paragraph that stands twice. */
export const structureRepeated: Rule = {
  id: 'structure.repeated',
  kind: 'structure',
  title: '标题、段落不重复',
  source: '公文校对：衍文',
  fails: [
    '一、基本情况\n履行职责。\n二、存在的问题\n目标偏低。\n三、改进措施\n细化目标。\n四、存在的问题\n进度偏慢。',
    '一、管理\n我局建立健全预算管理、收支管理、资产管理和政府采购等内部控制制度，严格按照规定的范围和标准使用资金，做到专款专用。\n二、采购\n我局建立健全预算管理、收支管理、资产管理和政府采购等内部控制制度，严格按照规定的范围和标准使用资金，做到专款专用。',
  ],
  holds: [
    '一、项目甲\n（一）基本情况\n路灯维护。\n（二）存在的问题\n进度偏慢。\n二、项目乙\n（一）基本情况\n公厕管护。\n（二）存在的问题\n目标偏低。',
    '一、基本情况\n履行职责。\n二、存在的问题\n目标偏低。\n项目绩效自评报告\n一、基本情况\n公厕管护。\n二、存在的问题\n目标偏低。',
  ],
  *check(doc) {
    yield* headings(doc)
    yield* paragraphs(doc)
  },
}

/** In one row of chapters: where numbers begin anew, another row begins. */
function* headings(doc: Understanding): Generator<Outcome> {
  let row = new Map<string, { number: number; place: Span }>()
  let last = 0
  for (const { style, number = 0, text, line } of doc.headings) {
    const place = doc.folded.lines[line]
    if (style !== '一、' || !place) continue
    if (number <= last) row = new Map()
    last = number
    const title = text.replace(/[。：:]$/, '')
    const first = row.get(title)
    if (!first || title.length < 4 || title.length > 24) {
      row.set(title, { number, place })
      continue
    }
    yield wrong(
      'format',
      0.82,
      `标题重复：第${first.number}部分和第${number}部分都是“${title}”；请合并，或改正其中一个标题。`,
      [place, first.place],
      { claimed: title },
    )
  }
}

/** Copied and left standing, but not in the next of several reports, and not what a form left open. */
function* paragraphs(doc: Understanding): Generator<Outcome> {
  const seen = new Map<string, Span>()
  for (const [index, place] of doc.folded.lines.entries()) {
    const words = doc.line(index).replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]/, '')
    if (doc.headings.some(({ line, style, number }) => line === index && style === '一、' && number === 1)) seen.clear()
    if (place.cell || words.length < LONG || !words.includes('。') || /[Xx×*]{2}/.test(words)) continue
    const first = seen.get(words)
    seen.set(words, place)
    if (!first) continue
    yield wrong(
      'question',
      0.7,
      `整段文字重复：“${words.slice(0, 20)}……”在前面已经写过，请核实是否误粘贴。`,
      [place, first],
      { claimed: words.slice(0, 20) },
    )
    return
  }
}
