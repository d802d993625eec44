import type { Span } from '../../read/reading.ts'
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
  ],
  *check(doc) {
    const open = new Map<string, Span[]>()
    for (const { spans } of paragraphs(doc)) {
      open.clear()
      const lost: { place: Span; sign: string }[] = []
      for (const { sign, place } of spans) {
        const { kind, opens } = kinds[sign] as { kind: string; opens: boolean }
        const stack = open.get(kind) ?? []
        open.set(kind, stack)
        if (!opens && !stack.length) lost.push({ place, sign })
        else if (!opens) stack.pop()
        else if (kind === '“”' && stack.length) lost.push({ place, sign })
        else stack.push(place)
      }
      for (const stack of open.values())
        for (const place of stack) lost.push({ place, sign: doc.folded.text[place.start] as string })
      const [first] = lost.sort((one, other) => one.place.start - other.place.start)
      if (first) yield outcome(doc, first)
    }
  },
}

function outcome(doc: Understanding, { place, sign }: { place: Span; sign: string }) {
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

/** Paragraphs with their signs; those that a missing half joins are one, for a page may have cut between. */
function* paragraphs(doc: Understanding): Iterable<{ spans: { sign: string; place: Span }[] }> {
  const { text, lines } = doc.folded
  let carried: { sign: string; place: Span }[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as (typeof lines)[0]
    const own = signsOf(text, line)
    const spans = [...carried, ...own]
    const next = lines[index + 1]
    const mends = next && !line.cell && carried.length === 0 && unpaired(own) > 0 && unpaired(signsOf(text, next)) < 0
    carried = mends ? spans : []
    if (!mends && spans.length) yield { spans }
  }
}

const unpaired = (signs: readonly { sign: string }[]) =>
  signs.reduce((sum, { sign }) => sum + (kinds[sign]?.opens ? 1 : -1), 0)

function signsOf(text: string, { start, end }: Span): { sign: string; place: Span }[] {
  const found: { sign: string; place: Span }[] = []
  for (let at = start; at < end; at++) {
    const sign = text[at] as string
    if (!(sign in kinds)) continue
    const item =
      /[)）]/.test(sign) &&
      /(?:^|[\n。；;：:，,、])[\da-zA-Z一二三四五六七八九十]{1,2}$/.test(text.slice(Math.max(0, at - 3), at))
    if (!item) found.push({ sign, place: { start: at, end: at + 1 } })
  }
  return found
}
