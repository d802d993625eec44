import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** 6.1, 6.2, 6.4: numbers of two levels run on. */
export const numberingDecimal: Rule = {
  id: 'numbering.decimal',
  kind: 'numbering',
  title: '“1.1”式序号应连续',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3 结构层次序数；GB/T 1.1 章条编号',
  fails: [
    '6 改进措施\n6.1 完善指标体系，细化目标。\n6.2 强化项目储备，提前论证。\n6.4 健全反馈机制，定期评议。\n',
    '2.1 项目概况\n整治小区。\n2.2 资金情况\n按期拨付。\n2.2 绩效情况\n完成目标。\n',
  ],
  holds: [
    '5.1 存在问题\n目标不细。\n5.2 原因分析\n经验不足。\n6.1 完善指标体系\n细化目标。\n6.2 强化项目储备\n提前论证。\n6.3 健全反馈机制\n定期评议。\n',
    '2.1 万元用于宣传。\n2.2 公里管网改造。\n2.4 万平方米道路养护。\n',
    '1.1 概况\n按期完成。\n1.2 资金\n按期拨付。\n一、附表说明\n1.1 概况\n另行说明。\n1.2 资金\n另行说明。\n',
  ],
  *check(doc) {
    for (const run of runsOf(doc))
      for (const [at, one] of run.entries()) {
        const last = run[at - 1]
        if (!last || at < 2 || one.number === last.number + 1) continue
        const should = `${one.chapter}.${last.number + 1}`
        const mark = `${one.chapter}.${one.number}`
        const how =
          one.number === last.number ? `“${mark}”出现了两次` : `“${one.chapter}.${last.number}”之后直接是“${mark}”`
        yield wrong('format', 0.82, `序号不连续：${how}，此处应为“${should}”。`, [place(doc, one), place(doc, last)], {
          claimed: mark,
          computed: should,
        })
        break
      }
  },
}

interface Mark {
  line: number
  chapter: number
  number: number
}

const place = ({ folded: { lines } }: Understanding, { line }: Mark) => lines[line] ?? { start: 0, end: 0 }
const mark =
  /^(\d{1,2})\.(\d{1,2})(?![\d.%])(?=[、\s]?[\p{Script=Han}“《])(?!\s?(?:万|亿|元|个|件|人|公里|平方|吨|米|倍|分|亩|千))/u

/** The marks of one chapter that begin with 1 and go on with 2, and slip by no more than one. */
function runsOf(doc: Understanding): Mark[][] {
  const runs: Mark[][] = []
  for (const [line, { cell }] of doc.folded.lines.entries()) {
    const found = cell ? null : mark.exec(doc.line(line))
    if (!found) continue
    const one = { line, chapter: Number(found[1]), number: Number(found[2]) }
    const run = runs.at(-1)
    const last = run?.at(-1)
    const goesOn = last?.chapter === one.chapter && one.number >= last.number && one.number - last.number <= 2
    if (goesOn) run?.push(one)
    else runs.push([one])
  }
  return runs.filter(([first, second]) => first?.number === 1 && second?.number === 2)
}
