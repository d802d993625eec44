import { numberOf } from '../../understand/numerals.ts'
import type { Rule } from '../rule.ts'
import { lineAt, type Match, matches, wrong } from '../words.ts'

/** 一是 … 二是 … within and across paragraphs: the row runs on, and none stands within another. */
export const numberingRuns: Rule = {
  id: 'numbering.runs',
  kind: 'numbering',
  title: '“一是、二是、三是”应连续，不宜套用',
  source: '出版物编校规范：同级列举序次应连续',
  fails: [
    '一是加强领导。二是细化目标。四是强化监督。',
    '一是明确责任。我队十分重视。一是强化领导。成立小组。二是安排部署。制定计划。\n二是提升品质。组织突击。\n',
    '（一）存在问题\n一是进度偏慢。二是目标设置不够科学。\n（二）改进措施\n三是进一步加强预算管理。',
    '第一，抓学习。第三，抓落实。',
    '一是加强领导；二是细化目标；二是强化监督。',
    '主要措施：①加强领导；②细化目标；④强化监督。',
  ],
  holds: [
    '一是加强领导。二是细化目标。三是强化监督。\n主要问题：一是进度慢；二是目标粗。',
    '一是加强领导。\n二是细化目标。\n（二）措施\n一是抓培训。二是抓考核。',
    '措施：一是加强领导。二是细化目标。\n三是强化监督。统一是前提。',
  ],
  *check(doc) {
    const sections = new Set(doc.headings.filter(({ style }) => style && style !== '一是').map(({ line }) => line))
    for (const [pattern, mark] of rows) {
      const row = new Row(mark)
      let last = -1
      for (const found of matches(doc, pattern)) {
        const line = lineAt(doc, found.start)
        for (let at = last + 1; at <= line; at++)
          if (sections.has(at) || isTitle(doc.line(at))) row.restart(sections.has(at) && last >= 0)
        last = Math.max(last, line)
        const starts = doc.folded.lines[line]?.start === found.start
        const outcome = row.next(found, ordinalOf(found.groups[0] ?? ''), line, starts)
        if (outcome) yield outcome
      }
    }
  },
}

const isTitle = (words: string) =>
  words.length > 0 && words.length <= 30 && !/^[一二三四五六七八九十]{1,2}是/.test(words)

const chinese = (number: number) => '零一二三四五六七八九十'[number] ?? String(number)
const rows: [RegExp, (number: number) => string][] = [
  [/(?<=^|[\n。；;：:，,、！])([一二三四五六七八九十]{1,2})是(?!否|非)/g, (number) => `${chinese(number)}是`],
  [/(?<=^|[\n。；;：:])第([一二三四五六七八九])[，,]/g, (number) => `第${chinese(number)}，`],
  [/(?<=^|[\n。；;：:])([①-⑳])/g, (number) => String.fromCharCode(0x245f + number)],
  [/(?<=^|[\n。；;：:])[（(](\d{1,2})[）)]/g, (number) => `（${number}）`],
]

function ordinalOf(digits: string): number {
  if (/^[①-⑳]/.test(digits)) return digits.charCodeAt(0) - 0x245f
  return numberOf(digits) ?? 0
}

class Row {
  private frames: { number: number; found: Match; line: number; starts: boolean }[] = []
  private readonly mark: (number: number) => string
  private fresh = false
  constructor(mark: (number: number) => string) {
    this.mark = mark
  }

  /** A new section begins: its row begins with one, too. */
  restart(section: boolean) {
    this.frames = []
    this.fresh = section
  }

  next(found: Match, number: number, line: number, starts: boolean) {
    const { frames, fresh } = this
    this.fresh = false
    const own = frames.findLastIndex((frame) => frame.number + 1 === number && (!starts || frame.starts))
    const goes = own >= 0 ? own : frames.findLastIndex((frame) => frame.number + 1 === number)
    if (goes >= 0) {
      frames.length = goes + 1
      Object.assign(frames[goes] as object, { number, found, line })
      return undefined
    }
    const top = frames.at(-1)
    if (number === 1) return this.begin(found, line, starts)
    if (top) {
      frames[frames.length - 1] = { ...top, number, found, line }
      return this.stray(found, number, top)
    }
    frames.push({ number, found, line, starts })
    return fresh && starts && /^[一二三]是|第/.test(this.mark(1)) ? this.late(found, number) : undefined
  }

  private late(found: Match, number: number) {
    const [here, first] = [this.mark(number), this.mark(1)]
    return wrong('format', 0.8, `列举序号不连续：本节直接从“${here}”开始，应从“${first}”开始。`, [found], {
      claimed: here,
      computed: first,
    })
  }

  private begin(found: Match, line: number, starts: boolean) {
    const top = this.frames.at(-1)
    const nested = top && top.line === line && top.number === 1
    if (!nested) this.frames = []
    this.frames.push({ number: 1, found, line, starts })
    if (!nested) return undefined
    const mark = this.mark(1)
    return wrong(
      'format',
      0.65,
      `“${mark}”之内又用“${mark}”，两层列举用了同一种序号，读者难以分清；内层可改用“首先、其次”或“（1）（2）”。`,
      [found, top.found],
      { claimed: mark },
    )
  }

  private stray(found: Match, number: number, top: { number: number; found: Match }) {
    const [here, before, should] = [number, top.number, top.number + 1].map(this.mark) as [string, string, string]
    const how = number === top.number ? `“${here}”出现了两次` : `“${before}”之后是“${here}”`
    return wrong('format', 0.85, `列举序号不连续：${how}，应为“${should}”。`, [found, top.found], {
      claimed: here,
      computed: should,
    })
  }
}
