import type { Fact } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'

const up = /(?:上升|增加|提高|增长|升|提升|扩大|增)(?:了)?(?:到|至|为)$/
const down = /(?:下降|减少|降低|压缩|压减|缩短|降|减)(?:了)?(?:到|至|为)$/

/** 由214起下降到238起: it rose. */
export const directionFromTo: Rule = {
  id: 'direction.from-to',
  kind: 'direction',
  title: '“由……上升（下降）到……”与两数大小一致',
  source: '部门决算公开说明格式：增减用词与数额一致（B-10）',
  fails: [
    '查处渣土车违规案件由上年的214起下降到238起。',
    '首次接通率由2022年的90.4%提高到93.1%，降低2.7个百分点。',
    '养护面积由上年的214公顷增加到238公顷，减少24公顷。',
  ],
  holds: [
    '查处渣土车违规案件由上年的238起下降到214起，居民健康素养水平由27.6%提高到30.2%。',
    '首次接通率由2022年的90.4%提高到93.1%，提高2.7个百分点，投诉减少24件。养护面积由214公顷增加到238公顷，减少裸露土地3公顷。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, from] of facts.entries()) {
        const to = facts[at + 1]
        if (!to || !isExact(from) || !isExact(to) || !comparable(from, to)) continue
        const words = text.slice(from.end, to.start)
        const sign = up.test(words) ? 1 : down.test(words) ? -1 : 0
        if (
          !sign ||
          words.length > 8 ||
          !/[由从][^，。；]{0,14}$/.test(text.slice(Math.max(0, from.start - 15), from.start))
        )
          continue
        const places = [{ start: from.start, end: to.end }]
        const change = Math.sign(base(to) - base(from))
        if (change === sign || change === 0) {
          yield tailAgainst(text, from, to, facts[at + 2]) ?? {
            verdict: 'consistent',
            formula: `${printed(text, from)} → ${printed(text, to)}`,
            places,
          }
          continue
        }
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.9,
          message: `写“由${printed(text, from)}${words}${printed(text, to)}”，两数实为${change > 0 ? '上升' : '下降'}；请核对用词或数字。`,
          formula: `${printed(text, from)} ${change > 0 ? '<' : '>'} ${printed(text, to)}`,
          claimed: sign > 0 ? '上升' : '下降',
          computed: change > 0 ? '上升' : '下降',
          places,
        }
      }
  },
}

const tail = /^[，,](?:同比|较上年|比上年|较去年|净)?(?:(提高|上升|增加|增长|提升|扩大)|(下降|减少|降低|压减|缩短))了?$/

/** 由91.2%提高到93.5%，降低2.3个百分点: the difference is theirs, its word is not. */
function tailAgainst(text: string, from: Fact, to: Fact, change: Fact | undefined): Outcome | undefined {
  const [, up, down] = (change && tail.exec(text.slice(to.end, change.start))) ?? []
  const by = Math.sign(base(to) - base(from))
  if (!change || !by || (by > 0 ? !down : !up)) return undefined
  const off = Math.abs(to.value - from.value)
  const percent = (Math.abs(base(to) - base(from)) / base(from)) * 100
  const isTheirs = [off, percent].some((value) => Math.abs(value - change.value) <= change.step / 2 + 1e-9)
  if (!isTheirs) return undefined
  const [rose, fell] = ['上升', '下降']
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.9,
    message: `由${printed(text, from)}到${printed(text, to)}是${by > 0 ? rose : fell}，后面却写“${up ?? down}${printed(text, change)}”；请核对用词。`,
    formula: `${printed(text, from)} ${by > 0 ? '<' : '>'} ${printed(text, to)}`,
    claimed: up ?? down ?? '',
    computed: by > 0 ? rose : fell,
    places: [{ start: from.start, end: change.end }],
  }
}
