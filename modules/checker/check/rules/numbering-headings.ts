import { markOf } from '../marks.ts'
import { type Fault, outlineOf } from '../outline.ts'
import type { Rule, Wrong } from '../rule.ts'
import { wrong } from '../words.ts'

const holds = [
  '一、基本情况\n（一）部门概况\n我局内设机构七个。\n（二）年度目标\n1.市容整治。\n2.垃圾分类。\n二、绩效实现情况\n（一）产出\n1.完成情况。\n三、问题\n无。',
  '目标1市容管理\n①产出情况。\n②效益情况。\n目标2停车管理\n①产出情况。\n②效益情况。',
  '一、概况\n1.职责。\n2.机构。\n二、绩效\n3.产出。\n4.效益。',
  '一、概况\n无。\n附件：1.自评表\n2.2023年绩效目标表\n3.佐证材料',
  '（一）产出\n1.2023年清运垃圾3万吨。\n2.道路保洁面积46万平方米。\n（二）效益\n1.24条街巷全部改造。\n2.投诉减少，居民满意。',
]

/** Headings of one style run 1, 2, 3 within their parent. */
export const numberingHeadings: Rule = {
  id: 'numbering.headings',
  kind: 'numbering',
  title: '同级标题的序号应连续',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3 结构层次序数',
  fails: [
    '一、基本情况\n我局为政府工作部门。\n二、一般公共预算支出情况\n全年支出按规定执行。\n政府性基金预算支出情况\n无此项支出，全年未安排政府性基金预算，也没有上年结转的资金，因此没有发生支出。\n四、国有资本经营预算支出情况\n无。',
    '（一）问题\n1、执行进度慢。\n2、目标不细。\n（二）措施\n2、拟与预算安排相结合情况\n下年调整。',
    '一、概况\n二、绩效\n二、问题\n三、措施\n',
    '1、部门概况\n履行城市管理职责。\n二、绩效目标实现情况\n完成。\n三、存在的问题\n无。',
    '（一）措施\n1.加强组织领导。\n2、细化目标。\n3.规范管理。',
    '1.加强组织领导。\n2.细化目标。\n3.规范管理。\n5.强化监督。\n',
  ],
  holds,
  *check(doc) {
    const where: Where = (line) => doc.folded.lines[line] ?? { start: 0, end: 0 }
    const { faults, rows } = outlineOf(doc)
    for (const fault of faults) {
      const found = outcome(fault, where)
      if (found) yield found
    }
    for (const { first, last, count } of rows)
      yield {
        verdict: 'consistent',
        formula: `“${markOf(first.family, first.number)}”至“${markOf(last.family, last.number)}”共${count}项，序号连续`,
        places: [where(first.line), where(last.line)],
      }
  },
}

type Where = (line: number) => { start: number; end: number }

function outcome(fault: Fault, where: Where): Wrong | undefined {
  if (fault.fault === 'missing') return missing(fault, where)
  if (fault.fault === 'mixed') return mixed(fault, where)
  if (fault.fault !== 'doubled' && fault.fault !== 'backwards') return undefined
  const { at, after } = fault
  const [mark, before] = [markOf(at.family, at.number), markOf(after.family, after.number)]
  const how = fault.fault === 'doubled' ? `“${mark}”出现了两次` : `“${mark}”排在“${before}”之后`
  return wrong(
    'format',
    0.85,
    `序号不连续：${how}，此处应为“${markOf(at.family, after.number + 1)}”。`,
    [where(at.line), where(after.line)],
    { claimed: mark, computed: markOf(at.family, after.number + 1) },
  )
}

function mixed({ at, after }: Extract<Fault, { fault: 'mixed' }>, where: Where): Wrong {
  const written = (style: string, number: number) => style.replace(/[1一]/, style === '一、' ? '一' : String(number))
  const [one, other] = [written(after.style, after.number), written(at.style, at.number)]
  return wrong(
    'format',
    0.65,
    `同级序号写法不一：“${one}”之后用了“${other}”；阿拉伯数字后用“.”，带括号的序号用全括号、后面不加标点。`,
    [where(at.line), where(after.line)],
    { claimed: other, computed: written(after.style, at.number) },
  )
}

function missing({ at, after, instead, from, to, between }: Extract<Fault, { fault: 'missing' }>, where: Where): Wrong {
  const lost = Array.from({ length: Math.min(4, to - from + 1) }, (_, index) => markOf(at.family, from + index)).join(
    '',
  )
  const mark = markOf(at.family, at.number)
  const place = between.length
    ? `其间的标题没有编号，应补上序号`
    : after
      ? `“${markOf(at.family, after.number)}”之后直接是“${mark}”`
      : instead
        ? `本级第一个标题用了下级的序号“${instead.style.replace('1', String(instead.number))}”`
        : `本级直接从“${mark}”开始`
  return wrong(
    'format',
    0.85,
    `序号不连续：缺少“${lost}”，${place}。`,
    [
      ...between.map(where),
      where(at.line),
      ...(after ? [where(after.line)] : []),
      ...(instead ? [where(instead.line)] : []),
    ],
    { claimed: mark, computed: markOf(at.family, from) },
  )
}
