import type { Understanding } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import type { Outcome, Rule } from '../rule.ts'
import { type Section, sectionsOf } from '../sections.ts'
import { before, lineAt, type Match, matches, wrong } from '../words.ts'

const lead = '(?:详见|参见|参照|参看|见|列于|列在|载于|如|按|由)'
const number = '([一二三四五六七八九十]{1,3}|\\d{1,2})'
/** 见本部分第四条, 本节（三）: within the chapter it stands in. */
const within = new RegExp(
  `本(?:部分|节|章|条)(?:的)?(?:第${number}(?:条|点|项|款)|[（(]${number}[）)]|第[（(]${number}[）)](?:条|点|项|款)?)`,
  'g',
)
/** 见第六部分, 见正文第四部分. */
const chapter = new RegExp(`${lead}(?:本报告|本文|正文|报告正文|下文|上文|前文|后文)?的?第${number}(?:部分|章)`, 'g')
/** 见表5, 见附件3, 见附表2. */
const captioned = new RegExp(
  `${lead}(?:文后|文末|后附|本报告|下列|下|上)?的?(附件|附表|表)${number}(?![\\d.\\-—年月张个页份：:])`,
  'g',
)
/** 决算公开第三部分 is of another document. */
const elsewhere = /《|》|决算|预算|公开|报表|办法|通知|方案|规定|细则|合同|协议|条例|法》?|文件|表格|报告书|指南/
const FEWEST = 2

/** The text points to a part, an item or a table of its own that is not there. */
export const missingReference: Rule = {
  id: 'missing-element.reference',
  kind: 'missing-element',
  title: '文内“见第几部分”“见第几条”“见表几”所指的内容应存在',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3 正文层次序数',
  fails: [
    '第三部分 存在的问题\n一、人手不足。原因见本部分第三条。\n二、进度滞后。汛期施工受阻。\n第四部分 措施\n一、补员。\n二、提前招标。\n三、加强调度。',
    '一、概况\n履行职责。\n二、绩效\n（一）产出。详见本节（四）。\n（二）效益。\n（三）满意度。\n三、问题\n（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。',
    '一、概况\n履行职责。\n二、绩效\n扣分原因详见第五部分。\n三、问题\n进度慢。\n四、措施\n抓进度。',
    '第一部分 概况\n履行职责，差异说明见正文第四部分。\n第二部分 绩效\n完成。\n第三部分 问题\n进度慢。',
    '各标段支付情况见表1，得分情况见表3。\n表1 各标段支付情况\n名称|金额\n甲|3\n表2 各项得分\n名称|得分\n甲|3\n',
    '佐证材料见附件3。\n附件1 绩效自评表\n项目|得分\n甲|3\n附件2 满意度问卷\n一、您是否满意\n',
  ],
  holds: [
    '第三部分 存在的问题\n一、人手不足。原因见本部分第二条。\n二、进度滞后。汛期施工受阻。',
    '第三部分 存在的问题\n一、人手不足，原因见本部分第三条。\n二、一是进度滞后；二是缺少资金；三是人员不足。',
    '第三部分 存在的问题\n原因见本部分第三条。人手不足，进度滞后。',
    '一、概况\n履行职责。\n二、绩效\n扣分原因详见第三部分，数据见《2023年度部门决算》第五部分。\n三、问题\n进度慢。\n',
    '一、概况\n履行职责，详见部门决算第五部分。\n二、绩效\n完成。\n三、问题\n进度慢，按照合同第五部分整改。',
    '各标段支付情况见表1，得分情况见表3。\n表1 各标段支付情况\n名称|金额\n甲|3\n表2 各项得分\n名称|得分\n甲|3\n表三 满意度\n名称|得分\n甲|3\n',
    '各标段支付情况见表3。\n表1 各标段支付情况\n名称|金额\n甲|3\n',
    '佐证材料见附件3。\n附件1 绩效自评表\n项目|得分\n甲|3\n附件2 满意度问卷\n一、您是否满意\n附件：3.报告\n',
  ],
  *check(doc) {
    if (doc.headings.some(({ autoNumbered }) => autoNumbered)) return
    for (const found of matches(doc, within)) {
      const at = readNumber(found.groups)
      const section = at && chapterOf(doc, found)
      if (section && lacks(doc, section, at, found)) yield absent(found, found.words)
    }
    for (const found of matches(doc, chapter)) {
      const at = readNumber(found.groups)
      if (at && !isOfOther(doc, found) && !hasChapter(doc, at)) yield absent(found, `第${found.groups[0]}部分`)
    }
    for (const found of matches(doc, captioned)) {
      const [kind = '', words = ''] = found.groups
      const at = readNumber([words])
      if (at && !isOfOther(doc, found) && !hasCaption(doc, kind, at, found)) yield absent(found, kind + words)
    }
  },
}

const absent = (place: Match, words: string): Outcome =>
  wrong('question', 0.74, `这里写“${place.words}”，文中没有找到“${words}”。请核实序号，或补上所指的内容。`, [place], {
    claimed: words,
  })

function readNumber(groups: readonly (string | undefined)[]): number | undefined {
  const words = groups.find((group) => group)
  return words === undefined ? undefined : numberOf(words)
}

const isOfOther = (doc: Understanding, found: Match): boolean =>
  elsewhere.test(`${before(doc, found, 12).replace(/^.*[，,。；;、（(\n]/s, '')}`)

/** The highest numbered section a place lies in. */
const chapterOf = (doc: Understanding, { start }: Match): Section | undefined =>
  sectionsOf(doc).find(({ heading, title, end }) => heading.style && title.start <= start && end >= start)

const signs = '一二三四五六七八九十'
const wordOf = (value: number): string => (value <= 10 ? (signs[value - 1] ?? '') : `十${signs[value - 11] ?? ''}`)

/** Any numbering with that number will do: 四、 and （4） and 四是. */
function numbered(text: string, value: number): boolean {
  const word = wordOf(value)
  const circled = String.fromCharCode(0x245f + value)
  return new RegExp(
    `(?:^|[^\\p{Script=Han}\\d])(?:${word}[、.．]|[（(](?:${word}|${value})[）)]|${value}[、.．）)]|${circled}|${word}(?:是|要)|第${word})`,
    'u',
  ).test(text)
}

/** Some of its items are numbered, and not that one. */
function lacks(doc: Understanding, { title, end }: Section, value: number, found: Match): boolean {
  const { text } = doc.folded
  const body = `${text.slice(title.end, found.start)}\n${text.slice(found.end, end)}`
  return numbered(body, 1) && numbered(body, FEWEST) && !numbered(body, value)
}

const FEWEST_CHAPTERS = 3
function hasChapter(doc: Understanding, value: number): boolean {
  const styled = doc.headings.some(({ style }) => style === '第一') ? '第一' : '一、'
  const values = new Set(doc.headings.filter(({ style }) => style === styled).map(({ number }) => number))
  const isRun = values.has(1) && values.has(2) && values.size >= FEWEST_CHAPTERS
  // 三、 and then 五、: the numbers are wrong, the reference may be right.
  if (!isRun || [...values].some((at) => (at ?? 0) >= value)) return true
  return doc.folded.lines.some((_, line) => {
    const words = doc.line(line)
    return words.startsWith(`${wordOf(value)}、`) || words.startsWith(`第${wordOf(value)}`)
  })
}

/** 表1 and 表2 stand above their tables, and 表3 nowhere. A list of annexes is the matter of another rule. */
function hasCaption(doc: Understanding, kind: string, value: number, found: Match): boolean {
  const { text, lines } = doc.folded
  const has = (at: number) =>
    lines.some((_, line) => {
      const words = doc.line(line)
      return words.startsWith(`${kind}${at}`) || words.startsWith(`${kind}${wordOf(at)}`)
    })
  if (!has(1) || !has(FEWEST) || has(value) || /附件[：:]/.test(text)) return true
  // 扣分情况（表3）, 续表3: named in another way.
  return [String(value), wordOf(value)].some((words) =>
    matches(doc, new RegExp(`${kind}${words}(?![\\d十])`, 'g')).some(
      (place) =>
        lineAt(doc, place.start) !== lineAt(doc, found.start) && !new RegExp(`${lead}$`).test(before(doc, place, 2)),
    ),
  )
}
