import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const cause =
  /(?:因为?|由于|受)([^，,。；;：:\n]{3,24})[，,]([^。；;\n]{2,30})|[）)][：:]([^，,。；;\n]{3,24})[，,]([^。；;\n]{2,30})/g
const short = /缩减|暂缓|未|延迟|延后|滞后|结余|压缩|取消|减少|剩余|推迟|停/
const MOST_NAMES = 40

interface Cause extends Match {
  why: string
}

/** One project fell short for two reasons that have nothing in common. */
export const contradictionCause: Rule = {
  id: 'contradiction.cause',
  kind: 'contradiction',
  title: '同一偏差的原因前后一致',
  source: '财预〔2020〕10号附件：偏差原因分析',
  fails:
    '|项目|预算（万元）|执行（万元）|\n|垃圾分类|20|10|\n|亮化工程|30|30|\n垃圾分类项目投入10万元，因居民参与度未达预期，缩减投放规模。\n垃圾分类（50%）：财政资金紧张，暂缓新增设施投放。',
  holds: [
    '|项目|预算（万元）|执行（万元）|\n|垃圾分类|20|10|\n|亮化工程|30|30|\n垃圾分类项目投入10万元，因招标延迟，设备未到货。\n垃圾分类（50%）：设备采购招标耗时较长，资金支付延迟。',
    '|项目|预算（万元）|执行（万元）|\n|垃圾分类|20|10|\n|亮化工程|30|30|\n垃圾分类项目因居民参与度未达预期，缩减投放规模。\n亮化工程因财政资金紧张，暂缓新增设施。',
  ],
  *check(doc) {
    const names = namesOf(doc)
    const byName = new Map<string, Cause[]>()
    for (const found of matches(doc, cause)) {
      const [why = '', then = ''] = found.groups[0] ? found.groups : found.groups.slice(2)
      if (!short.test(why + then)) continue
      const name = subjectOf(doc.folded.text, found, names)
      if (name) byName.set(name, [...(byName.get(name) ?? []), { ...found, why }])
    }
    for (const [name, causes] of byName) {
      const [one] = causes
      const other = causes.find(({ why }) => one && !common(one.why, why))
      if (!one || !other) continue
      yield wrong(
        'question',
        0.6,
        `“${name}”的偏差写了两个不同的原因：“${one.why}”和“${other.why}”。请核实，或在两处都写全。`,
        [one, other],
        { claimed: one.why, computed: other.why },
      )
    }
  },
}

function namesOf({ tables }: Understanding): string[] {
  const cells = tables.flatMap(({ rows, headingRows }) =>
    rows.slice(headingRows).map((row) => row.find((cell) => !cell.quantity && cell.text)?.text ?? ''),
  )
  return [...new Set(cells)]
    .filter((name) => name.length >= 3 && name.length <= 16 && !/合计|总计|小计/.test(name))
    .slice(0, MOST_NAMES)
}

/** The project named last before the reason, in the same part of its sentence. */
function subjectOf(text: string, { start }: Match, names: readonly string[]): string | undefined {
  const words = /[^。；;\n]*$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  return names
    .map((name) => ({ name, at: words.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => other.at - one.at)[0]?.name
}

/** Whether two reasons share two signs in a row. */
function common(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at++) if (other.includes(one.slice(at, at + 2))) return true
  return false
}
