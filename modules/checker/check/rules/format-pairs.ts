import type { Span } from '../../read/reading.ts'
import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const kinds: Record<string, { kind: string; opens: boolean }> = {}
for (const pair of ['（）', '()', '【】', '《》', '“”', '‘’', '〔〕', '「」']) {
  const [open, close] = pair as unknown as [string, string]
  const kind = pair === '()' ? '（）' : pair
  kinds[open] = { kind, opens: true }
  kinds[close] = { kind, opens: false }
}

/** Every bracket and every quote has its other half in the same paragraph. */
export const formatPairs: Rule = {
  id: 'format.pairs',
  kind: 'format',
  title: '括号、引号、书名号应成对',
  source: 'GB/T 15834—2011《标点符号用法》4.8—4.9、4.15',
  fails: [
    '全年完成清运量1.2万吨（含建筑垃圾0.3万吨，完成率100%。各项任务落实到位。\n下一步继续推进。',
    '围绕“双创“工作，推进市容整治。',
    '按照《城市市容和环境卫生管理条例要求，规范执法。\n各项工作有序推进。',
  ],
  holds: [
    '1）加强领导。\n2）围绕“双创”工作，推进市容整治（含“门前三包”）。',
    '落实《关于印发〈办法〉的通知》(以下简称《通知》）。',
    '他说：“这是第一段。\n这是第二段。”',
    '联系电话：0551-6283610（工作日8:30-17:00）。办公时间（周一至周五，上午9:00-12）。\n',
    '措施（包括：1）加强领导；2）细化目标）已落实。涉及第（一）款（3、5、12）项。\n',
  ],
  *check(doc) {
    const { text, lines } = doc.folded
    let waiting: (Sign & { line: number })[] = []
    for (let line = 0; line < lines.length; line++) {
      const { opened, lost } = pairing(text, lines[line] as Span)
      // A bracket may hold several paragraphs, and a page may have cut one in two.
      const alone = lost.filter(({ sign, place }) => {
        const at = kinds[sign]?.opens ? -1 : waiting.findLastIndex((one) => kindOf(one) === kinds[sign]?.kind)
        if (at >= 0) waiting.splice(at, 1)
        return at < 0 && place
      })
      if (alone[0]) yield outcome(doc, alone[0])
      const late = waiting.filter((one) => line - one.line >= MOST_LINES)
      for (const one of late) yield outcome(doc, one)
      waiting = [...waiting.filter((one) => !late.includes(one)), ...opened.map((one) => ({ ...one, line }))]
    }
    for (const one of waiting) yield outcome(doc, one)
  },
}

/** So many paragraphs a bracket may reach over. */
const MOST_LINES = 6
interface Sign {
  sign: string
  place: Span
}
const kindOf = ({ sign }: Sign) => kinds[sign]?.kind

interface Pairing {
  opened: Sign[]
  lost: Sign[]
}

/** What reads like 12） closes a bracket that has no other half: （工作日8:30-17:00）. */
function pairing(text: string, line: Span): Pairing {
  const all = signsOf(text, line).filter((one) => !isAlone(text, one))
  const items = all.filter((one) => isItem(text, one))
  const { opened, lost } = paired(all.filter((one) => !items.includes(one)))
  const left = opened.filter((open) => {
    const at = items.findIndex((item) => kindOf(item) === kindOf(open) && item.place.start > open.place.start)
    if (at >= 0) items.splice(at, 1)
    return at < 0
  })
  return { opened: left, lost }
}

/** Of one paragraph: what is opened and not closed, and what has no beginning or is opened twice. */
function paired(signs: readonly Sign[]): Pairing {
  const opened: Sign[] = []
  const lost: Sign[] = []
  for (const one of signs) {
    const at = opened.findLastIndex((other) => kindOf(other) === kindOf(one))
    if (kinds[one.sign]?.opens) {
      if (at >= 0 && one.sign === '“') lost.push(one)
      else opened.push(one)
    } else if (at >= 0) opened.splice(at, 1)
    else lost.push(one)
  }
  return { opened, lost }
}

function outcome(doc: Understanding, { place, sign }: Sign) {
  const text = doc.folded.text
  const from = Math.max(text.lastIndexOf('\n', place.start - 1) + 1, place.start - 8)
  const newline = text.indexOf('\n', place.start)
  const to = Math.min(newline < 0 ? text.length : newline, place.end + 12)
  const words = text.slice(from, to)
  const half = kinds[sign]?.opens ? '只有前半个' : '只有后半个'
  return wrong(
    'format',
    0.8,
    `“${words}”中的 ${sign} ${half}或方向写反，应与另一半成对。`,
    [{ start: from, end: to }],
    {
      claimed: sign,
    },
  )
}

const anySign = /[（）()【】《》“”‘’〔〕「」]/g

function signsOf(text: string, { start, end }: Span): Sign[] {
  return Array.from(every(text.slice(start, end), anySign), ({ 0: sign, index }) => ({
    sign,
    place: { start: start + index, end: start + index + 1 },
  }))
}

/** 1） 2） number items. */
const isItem = (text: string, { sign, place: { start } }: Sign): boolean =>
  /[)）]/.test(sign) &&
  /(?:^|[\n。；;：:，,、])[\da-zA-Z一二三四五六七八九十]{1,2}$/.test(text.slice(Math.max(0, start - 3), start))

/** Half a pair on purpose, or told elsewhere. */
function isAlone(text: string, { sign, place: { start } }: Sign): boolean {
  // What a page prints for choosing the size of its type: 【字体：大 中 小.
  if (sign === '【') return text.startsWith('字体', start + 1)
  // A number of a document is told by its own rule.
  const words = text.slice(start + 1, start + 7)
  return sign === '〔' && /^20\d{2}/.test(words) && !/^20\d{2}〕/.test(words)
}
