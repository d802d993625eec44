import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const caption = /(?<=^|\n)(?:续)?表(\d{1,2})[：:、.\s]?(?=[\p{Script=Han}“”\d（(]{4})[^。；\n]{4,40}(?=\n|$)/gu
const reference = /(?:详见|见|如|按照?)表(\d{1,2})(?=[。，；、）)所中\n])/g

/** 表1, 表2, 表4; 详见表5 where there are four. */
export const numberingTables: Rule = {
  id: 'numbering.tables',
  kind: 'numbering',
  title: '表的序号连续，正文提到的表都有',
  source: 'GB/T 9704—2012《党政机关公文格式》7.3.3 正文层次；GB/T 7713 表的编号',
  fails: [
    '收支情况见表1。\n表1 收支情况总表（单位：万元）\n|项目|金额|\n|支出|3|\n得分情况见表3。\n表2 绩效自评得分表\n|指标|得分|\n|产出|3|\n',
    '表1 收支情况总表\n|项目|金额|\n|支出|3|\n表2 项目支出情况表\n|项目|金额|\n|支出|3|\n表4 绩效自评得分表\n|指标|得分|\n|产出|3|\n',
    '表1 收支情况总表\n|项目|金额|\n|支出|3|\n表1 绩效自评得分表\n|指标|得分|\n|产出|3|\n表2 项目支出情况表\n|项目|金额|\n|支出|3|\n',
  ],
  holds: [
    '收支情况见表1。\n表1 收支情况总表\n|项目|金额|\n|支出|3|\n得分见表2。\n表2 绩效自评得分表\n|指标|得分|\n|产出|3|\n续表2 绩效自评得分表\n|指标|得分|\n|效益|3|\n',
    '详见表3。\n一、概况\n全年完成，按照表2的格式填报。',
    '目录\n表1 收支情况总表\n表2 绩效自评得分表\n正文\n表1 收支情况总表\n表2 绩效自评得分表\n',
  ],
  *check(doc) {
    const captions = matches(doc, caption).filter(({ words }) => !words.startsWith('续'))
    if (captions.length < 2) return
    yield* runs(captions)
    yield* unknown(doc, captions)
  },
}

const numberOf = ({ groups }: Match) => Number(groups[0])
const titleOf = ({ words }: Match) => words.replace(/^表\d+[：:、.\s]?/, '').replace(/[（(].*/, '')

/** Of captions that begin with 1 and run up; the list of tables in front may hold them once more. */
function* runs(captions: readonly Match[]): Generator<Outcome> {
  const titles = captions.map(titleOf)
  if (numberOf(captions[0] as Match) !== 1 || new Set(titles).size < titles.length) return
  for (const [at, one] of captions.entries()) {
    const last = captions[at - 1]
    if (!last) continue
    const [number, before] = [numberOf(one), numberOf(last)]
    if (number === before + 1 || number < before) continue
    const what = number === before ? `“表${number}”出现了两次` : `“表${before}”之后是“表${number}”`
    yield wrong('format', 0.8, `表的序号不连续：${what}，此处应为“表${before + 1}”。`, [one, last], {
      claimed: `表${number}`,
      computed: `表${before + 1}`,
    })
    return
  }
}

function* unknown(doc: Understanding, captions: readonly Match[]): Generator<Outcome> {
  const most = Math.max(...captions.map(numberOf))
  for (const found of matches(doc, reference)) {
    if (numberOf(found) <= most) continue
    yield wrong('error', 0.8, `正文提到“表${found.groups[0]}”，全文的表只编到“表${most}”。`, [found], {
      claimed: `表${found.groups[0]}`,
      computed: `表${most}`,
    })
  }
}
