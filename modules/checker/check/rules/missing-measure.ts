import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { named, wrong } from '../words.ts'

/** An indicator of a scored row: “…，得满分5分；”. */
interface Scored extends Span {
  words: string
  full: boolean
  points: number
}

const judged = /满意|达标|合格|良好|优秀|按时|及时|如期|达到|达成|无|零|未发生|规范|健全|完善|显著|明显|有效|率|度/

/** Points for an indicator that says neither what was to be reached nor what was. */
export const missingMeasure: Rule = {
  id: 'missing-element.measure',
  kind: 'missing-element',
  title: '计分的指标应写明完成值和目标值',
  source: '财预〔2020〕10号附件：年度指标值、实际完成值',
  fails: [
    '具体情况是：完成城区主次干道及背街小巷，得满分5分；取缔破损广告牌率99%（目标值100%，满分5分，扣1分）得4分。',
    '具体情况是：完成督察面积380平方公里，得满分15分；违规建筑发现率98%（目标值100%，满分10分，扣2分）得8分。',
  ],
  holds: [
    '具体情况是：清扫面积380万平方米（目标值380万平方米），得满分5分；整洁率98%（目标值100%，满分5分，扣1分）得4分。',
    '自评结论：部门整体绩效自评得93分，其中预算执行得满分20分。',
    '具体情况是：人员着装到岗率100%，得满分5分；整洁率98%（目标值100%）得4分。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      const rows = scoredIn(doc, sentence)
      if (rows.length > 1 && rows.some(({ words }) => /目标值|指标值/.test(words))) yield* gaps(rows)
    }
  },
}

function scoredIn(doc: Understanding, { start, end }: Span): Scored[] {
  const text = doc.folded.text.slice(start, end)
  return [...text.matchAll(/(?<=^|[；;：:])([^；;：:]{4,60}?)[，,]?得(满)?分?(\d+(?:\.\d+)?)分/g)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
    words: found[1] ?? '',
    full: Boolean(found[2]),
    points: Number(found[3]),
  }))
}

function* gaps(rows: readonly Scored[]): Generator<Outcome> {
  const empty = rows.filter(({ words }) => !/\d/.test(words) && !judged.test(words))
  if (empty[0])
    yield wrong(
      'error',
      0.8,
      `${named(empty.map(({ words }) => words))}得了分，却没有写完成了多少、目标值是多少，无从核对。`,
      empty,
      { claimed: `${empty[0].points}分`, computed: '无完成值' },
    )
  const targetless = rows.filter(
    ({ words, full }) => full && /\d(?!.*%)/.test(words) && !/目标|指标值|计划|率/.test(words),
  )
  if (targetless[0])
    yield wrong(
      'question',
      0.6,
      `${named(targetless.map(({ words }) => words))}得满分，但没有写目标值，而同组其他指标都写了。`,
      targetless,
      { kind: 'target-missing', claimed: `${targetless[0].points}分`, computed: '无目标值' },
    )
}
