import type { Span } from '../../read/reading.ts'
import { every } from '../../understand/every.ts'
import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'

const ordinals = ['一是', '二是', '三是', '四是', '五是', '六是', '七是', '八是', '九是', '十是']
const circled = [...'①②③④⑤⑥⑦⑧⑨⑩']
const bracketed = ordinals.map((_, at) => `（${at + 1}）`)

/** 重点任务8项：一是……；二是……: as many as are numbered behind it, in the same paragraph. */
export const countMarkers: Rule = {
  id: 'count-list.numbered',
  kind: 'count-list',
  title: '“一是、二是”的项数与写明的数目一致',
  source: '公文写作：列举项数与总数一致',
  fails: [
    '全年重点任务4项：一是推进垃圾分类；二是治理违法建设；三是改造公厕。',
    '年中两次调整：4月追加保洁经费60.00万元，9月追加清运经费28.00万元，11月核减培训经费8.00万元。',
  ],
  holds: [
    '年中三次调整：4月追加保洁经费60.00万元，9月追加清运经费28.00万元，11月核减培训经费8.00万元。',
    '全年重点任务3项：一是推进垃圾分类；二是治理违法建设；三是改造公厕。今年新增4个停车场，建成后一是缓解停车难，二是方便群众。',
  ],
  *check(doc) {
    const { text, lines } = doc.folded
    for (const fact of doc.facts) {
      const line = lines[fact.line]
      if (!line || line.cell || fact.unit.dimension !== 'count' || !isExact(fact) || fact.value < 2 || fact.value > 10)
        continue
      yield* months(doc, fact, line.end)
      const opened = /^[^，。；\d]{0,16}[：:。]/.exec(text.slice(fact.end, line.end))
      if (!opened) continue
      const from = fact.end + opened[0].length
      const marked = [ordinals, circled, bracketed].find((marks) => text.startsWith(marks[0] as string, from))
      if (!marked) continue
      const spans = runOf(marked, text, from, line.end)
      const claimed = printed(text, fact)
      const places = [fact, ...spans.slice(-1)]
      if (spans.length === fact.value) {
        yield { verdict: 'consistent', formula: `列出 ${spans.length} 项，写明 ${claimed}`, places }
        continue
      }
      if (spans.length < 2) continue
      yield {
        verdict: 'wrong',
        severity: 'error',
        certainty: 0.85,
        message: `写明“${claimed}${fact.object}”，后文按序列出 ${spans.length} 项（至“${marked[spans.length - 1]}”）。请核对数目或补全各项。`,
        formula: `列出 ${spans.length} 项 ≠ ${claimed}`,
        claimed: String(fact.value),
        computed: String(spans.length),
        places,
      }
    }
  },
}

const monthly = /(?:^|[，、；])(\d{1,2})月(?!底|末|以来)/g
/** 两次调整：5月追加……，10月追加……，11月核减……: as many as have a month of their own. */
function* months({ folded: { text } }: Understanding, fact: Fact, end: number): Generator<Outcome> {
  if (!/^[次批期轮]$/.test(fact.unit.word)) return
  const opened = /^[^，。；\d]{0,10}[：:]/.exec(text.slice(fact.end, end))
  if (!opened) return
  const from = fact.end + opened[0].length
  const words = text.slice(from, end).replace(/。.*$/s, '')
  const found = every(words, monthly)
  const numbers = found.map(([, month]) => Number(month))
  if (
    found.length < 2 ||
    found[0]?.index !== 0 ||
    numbers.some((month, at) => at > 0 && month <= (numbers[at - 1] ?? 0))
  )
    return
  const claimed = printed(text, fact)
  const places = [fact, { start: from, end: from + words.length }]
  const formula = `按月列出 ${found.length} ${fact.unit.word}`
  if (found.length === fact.value) yield { verdict: 'consistent', formula: `${formula}，写明 ${claimed}`, places }
  else
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.82,
      message: `写明“${claimed}${fact.object}”，后文按月列出 ${found.length} ${fact.unit.word}（${numbers.map((month) => `${month}月`).join('、')}）。请核对数目。`,
      formula: `${formula} ≠ ${claimed}`,
      claimed: String(fact.value),
      computed: String(found.length),
      places,
    }
}

function runOf(marks: readonly string[], text: string, from: number, end: number): Span[] {
  const spans: Span[] = []
  let at = from
  for (const mark of marks) {
    const found = text.indexOf(mark, at)
    if (found < 0 || found >= end) break
    spans.push({ start: found, end: found + mark.length })
    at = found + mark.length
  }
  return spans
}
