import type { Fact, Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** 预算执行率较低 of the whole, not of some: 个别项目预算执行率较低 is another thing. */
const low =
  /(?<=^|[\n，,。；;：:、]|[一二三四五六七八九十]是|[）)]|\d[.、])((?:部门|整体|全年|年度|总体)?([\p{Script=Han}]{2,8}率))(?:还|仍然?|依然|总体|整体|相对|比较|有些|明显)?(?:较低|偏低|不高|过低|不足|较差)/gmu
const some = /此前|年初|曾|过去|以往|整改前|部分|个别|少数|有的|一些|某些|项目中|其中/

/** A rate of 100 per cent is not low; one of 98 hardly. */
export const contradictionLow: Rule = {
  id: 'contradiction.low',
  kind: 'contradiction',
  title: '写为100%或接近100%的比率，不应又说“较低”“偏低”',
  source: '同一事实前后表述应一致',
  fails: [
    '全年预算数与决算数均为821.46万元，预算执行率100%。\n四是预算执行率较低，资金支付进度不够均衡。',
    '全年支出4790万元，预算执行率98.52%。存在的问题：一是预算执行率偏低。',
    '垃圾分类小区覆盖率达到100%。存在的问题：覆盖率偏低，居民参与不足。',
  ],
  holds: [
    '全年预算执行率100%。个别项目预算执行率较低。三是部分项目执行率偏低。',
    '智慧城管预算执行率100%。全年支出进度为89.1%。\n四是预算执行率较低。',
    '预算执行率89.1%。\n四是预算执行率较低。',
    '基本支出预算执行率100%，项目支出预算执行率62%。\n四是预算执行率较低。',
  ],
  *check(doc) {
    for (const found of matches(doc, low)) {
      const name = (found.groups[1] ?? '').replace(/^(?:[一二三四五六七八九十]是)?(?:但|而|且|因|由于)?/, '')
      const clause = doc.folded.text.slice(Math.max(0, found.start - 24), found.start).replace(/^.*[。\n；;]/s, '')
      if (some.test(clause)) continue
      const stated = statedAs(doc, name, found.start)
      const [first] = stated
      const least = stated.find((one) => stated.every(({ value }) => value >= one.value))
      if (!first || !least || least.value < HIGH) continue
      const full = least.value >= FULL
      const computed = full ? '100%' : `${least.value}%`
      yield wrong(
        full ? 'error' : 'question',
        full ? 0.85 : 0.76,
        `前后矛盾：这里说“${found.words}”，文中写的“${name}”是${computed}${full ? '' : '，请核实这样评判是否恰当'}。`,
        [found, { start: least.labelSpan.start, end: least.end }],
        { claimed: found.words, computed },
      )
    }
  },
}

const FULL = 100
/** From here on nobody calls it low. */
const HIGH = 97
const ending = (name: string) => name.replace(/^(?:部门|整体|全年|年度|总体)/, '')

/** What is printed of the rate: in running text and in tables, for any of its subjects. */
function statedAs(doc: Understanding, name: string, but: number): Fact[] {
  const { lines } = doc.folded
  const short = ending(name)
  const other = /执行率$/.test(short) ? /(?:执行|支出|支付|完成)(?:率|进度)$/ : new RegExp(`${short.slice(-3)}$`)
  const inText = doc.facts.filter(
    ({ unit, label, start, line, value }) =>
      unit.dimension === 'percent' &&
      start !== but &&
      !lines[line]?.cell &&
      (label.endsWith(short) || (value < FULL && other.test(label))),
  )
  const inTables = doc.tables.some(({ columns, rows }) =>
    columns.some((words, column) =>
      other.test(words.replace(/[（(].*$/, ''))
        ? rows.some((row) => (row[column]?.quantities[0]?.value ?? FULL) < FULL)
        : false,
    ),
  )
  return inTables ? [] : inText
}
