import type { Understanding } from '../../understand/index.ts'
import { type Item, itemRowsOf } from '../items.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** So short an item may say the same of another thing: 1.无。3.无。 */
const SHORT = 8
const SHORT_TITLE = 4
/** A sentence of fewer signs may be a set phrase. */
const SHORT_SENTENCE = 18

/** 二是严把质量。…四是严把质量。…: one item of a list, or one sentence of a paragraph, written twice. */
export const structureItemTwice: Rule = {
  id: 'structure.item-twice',
  kind: 'structure',
  title: '同一组列举、同一段文字中不重复',
  source: '公文校对：衍文',
  fails: [
    '三、主要做法\n一是明确责任。各科室按职责分工落实。\n二是加强巡查。队员每日两次上路巡查，发现问题随时派单。\n三是做好宣传。发放宣传单1200份。\n四是加强巡查。队员每日两次上路巡查，发现问题随时派单。',
    '下一步，一是细化预算编制，二是加强日常巡查。一是规范采购程序；二是按月通报支出进度；三是加强资产管理；四是按月通报支出进度。',
    '三、改进措施\n（一）完善制度\n修订考核办法，明确扣分标准。\n（二）加强培训\n组织业务培训四次。\n（三）完善制度\n修订考核办法，明确扣分标准。',
    '我中心建立了日巡查、周调度、月通报的工作机制。全年没有发生安全事故。我中心建立了日巡查、周调度、月通报的工作机制。',
    '二、存在问题\n1.台账资料不完整，部分验收单缺少签字\n2.支出进度偏慢，四季度集中支付\n3.台账资料不完整，部分验收单缺少签字\n',
  ],
  holds: [
    '一、甲项目\n1.产出指标\n数量指标已完成。\n2.效益指标\n社会效益明显。\n二、乙项目\n1.产出指标\n数量指标已完成。\n2.效益指标\n社会效益明显。',
    '三、主要做法\n一是明确责任。\n二是加强巡查。队员每日两次上路巡查。\n三是加强巡查人员培训。队员每季度集训一次。',
    '数量指标完成，按评分标准该指标得满分5分，得5分。质量指标完成，按评分标准该指标得满分5分，得5分。\n1.无\n2.无',
    '（一）产出指标\n1.清扫面积\n完成年初目标。\n（二）效益指标\n1.清扫面积\n完成年初目标，群众满意。',
  ],
  *check(doc) {
    const told: Item[] = []
    for (const { items } of itemRowsOf(doc)) {
      const outcome = twice(doc, items)
      if (outcome) told.push(...items)
      if (outcome) yield outcome
    }
    yield* sentences(doc, told)
  },
}

function twice(doc: Understanding, items: readonly Item[]): Outcome | undefined {
  const seen = new Map<string, Item>()
  for (const item of items) {
    // A title with its text below it: both have to be the same.
    const below = item.words.length < SHORT ? `${item.words}\n${textBelow(doc, item)}` : item.words
    const first = seen.get(below)
    if (!first) {
      seen.set(below, item)
      continue
    }
    if (below.replace('\n', '').length < SHORT || item.words.length < SHORT_TITLE || /[Xx×*]{2}|\d分/.test(below))
      continue
    return wrong(
      'question',
      0.82,
      `同一组列举中第${first.number}项和第${item.number}项内容相同：“${item.words.slice(0, 20)}”；请删去一项，或改正其中一项。`,
      [item, first],
      { claimed: item.words.slice(0, 20), computed: `与第${first.number}项相同` },
    )
  }
  return undefined
}

/** The line under a title, where it is no item itself. */
function textBelow(doc: Understanding, { line, end }: Item): string {
  const next = doc.folded.lines[line + 1]
  if (!next || next.cell || end !== doc.folded.lines[line]?.end) return ''
  return doc.headings.some((heading) => heading.line === line + 1) ? '' : doc.line(line + 1)
}

/** Without a figure: what each indicator gets is written in the same words. */
function* sentences(doc: Understanding, told: readonly Item[]): Generator<Outcome> {
  let line = -1
  let seen = new Map<string, { start: number; end: number }>()
  for (const sentence of doc.sentences) {
    if (sentence.line !== line) seen = new Map()
    line = sentence.line
    const { start, end, text } = sentence
    if (text.length < SHORT_SENTENCE || /\d|满分|[Xx×*]{2}/.test(text)) continue
    const first = seen.get(text)
    seen.set(text, { start, end })
    if (!first || told.some((item) => start < item.end && item.start < end)) continue
    yield wrong(
      'question',
      0.8,
      `同一段中这句话写了两遍：“${text.slice(0, 20)}……”；请删去一处。`,
      [{ start, end }, first],
      { claimed: text.slice(0, 20) },
    )
  }
}
