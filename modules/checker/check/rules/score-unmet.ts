import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import { lossesOf } from '../losses.ts'
import { nameKey } from '../names.ts'
import { nameOf } from '../points.ts'
import type { Rule } from '../rule.ts'

const items =
  '产出指标满分20分，扣0.3分，完成19.7分。具体情况是：机扫率97%（目标值100%，满分10分，扣0.3分）得9.7分；清运率100%（目标值100%），得满分10分。'

/** The section on targets that were missed names those that the figures show to be missed. */
export const scoreUnmet: Rule = {
  id: 'missing-element.unmet',
  kind: 'missing-element',
  title: '“未完成的绩效目标”应写明是哪些指标、差多少',
  source: '财预〔2020〕10号：对未完成绩效目标或偏离绩效目标较大的项目要分析并说明原因',
  fails: `${items}\n未完成的绩效目标。\n个别指标完成情况较年初目标值偏低。\n二、佐证材料`,
  holds: `${items}\n未完成的绩效目标。\n机扫率未达到目标值，差3个百分点，主要是车辆不足。\n二、佐证材料`,
  *check(doc) {
    const section = sectionOf(doc)
    if (!section) return
    const text = doc.folded.text.slice(section.start, section.end)
    const missed = lossesOf(doc).filter(
      ({ met, plain, lost, node }) => !met && plain && lost > 0 && node.from === 'prose',
    )
    const named = missed.filter(({ node }) => text.includes(nameKey(node.name)))
    const left = missed.filter((one) => !named.includes(one))
    if (!missed.length) return
    if (!left.length) return yield { verdict: 'consistent', formula: `写明 ${named.length} 项`, places: [section] }
    const names = left.map(({ node }) => `“${nameOf(node)}”`)
    yield {
      verdict: 'wrong',
      severity: 'question',
      certainty: 0.7,
      message: `按文中数字，${names.slice(0, 4).join('、')}${left.length > 4 ? `等${left.length}项` : `${left.length}项`}没有达到目标值，“未完成的绩效目标”部分没有写明是哪些指标、差多少。`,
      claimed: `${named.length}项`,
      computed: `${missed.length}项`,
      places: [section, ...left.map(({ node }) => node.place)],
    }
  },
}

/** From its heading to the next heading, at most a few paragraphs. */
function sectionOf({ folded: { lines, text }, headings }: Understanding): Span | undefined {
  const at = lines.findIndex(
    ({ start, end, cell }) =>
      !cell && end - start < 40 && /未完成的?(?:年度)?(?:绩效)?(?:目标|指标)/.test(text.slice(start, end)),
  )
  const first = lines[at]
  if (!first) return undefined
  const next = headings.find(({ line }) => line > at)?.line ?? lines.length
  const last = lines[Math.min(next, at + 8, lines.length) - 1] ?? first
  return { start: first.start, end: Math.max(first.end, last.end) }
}
