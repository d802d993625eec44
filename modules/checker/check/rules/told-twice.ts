import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { toldOtherwise } from '../told.ts'
import { nameOf } from './conflict.ts'

const partly =
  /上年|去年|上一年|同期|往年|季度|上半年|下半年|月|截至|预计|计划|拟|目标|任务|力争|下一年|明年|预算|其中|每|均|新增|人次|场次|次数|本级|所属|下属|该项目|其余|其他|余下/
const whole = /全年|年度|累计|总计|共|全局|全区|全县|全市|20\d\d年/

/** 全年受理案件5000件, and in another chapter 全年受理案件5020件. */
export const toldTwice: Rule = {
  id: 'cross-reference.told-twice',
  kind: 'cross-reference',
  title: '全年同一事项在两处所写的数一致',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: '全年受理案件5000件，办结率99%。平台运行平稳。二是平台作用明显，全年受理案件5020件。',
  holds: '全年受理案件5000件，办结率99%。第三季度受理案件1200件。上年全年受理案件5020件。全年其中受理案件120件。',
  *check(doc) {
    const { text, lines } = doc.folded
    const groups = new Map<string, Fact[]>()
    for (const fact of doc.facts) {
      if (lines[fact.line]?.cell || !isExact(fact) || /none|score|percent|points|time/.test(fact.unit.dimension))
        continue
      const name = nameOf(fact.label)
      if (name.length < 4 || !isOfTheYear(doc, fact)) continue
      const key = `${name}|${fact.unit.dimension === 'count' ? fact.unit.word : fact.unit.dimension}`
      groups.set(key, [...(groups.get(key) ?? []), fact])
    }
    for (const [key, facts] of groups) {
      const [first] = facts
      const others = facts.filter((fact) => first && !same(fact, first))
      const [other] = others
      if (!first || !other || /[。\n]/.test(text.slice(first.end, other.start)) === false) continue
      if (new Set(facts.map(base)).size !== 2) continue
      yield toldOtherwise(doc, `“${key.split('|')[0]}”全年的数`, [first, other], 0.65)
    }
  },
}

/** Of the whole year, by the words of its clause and sentence; not of a part, a plan or another year. */
function isOfTheYear({ folded: { text, lines }, profile }: Understanding, fact: Fact): boolean {
  const line = lines[fact.line]
  const from = Math.max(
    line?.start ?? 0,
    text.lastIndexOf('。', fact.start) + 1,
    text.lastIndexOf('；', fact.start) + 1,
  )
  const words = text.slice(Math.max(from, fact.start - 40), fact.start)
  const years = [...words.matchAll(/(20\d\d)年/g)].map(([, year]) => Number(year))
  const last = years.at(-1)
  return whole.test(words) && !partly.test(words) && (last === undefined || last === profile.year)
}

const same = (one: Fact, other: Fact) =>
  comparable(one, other) &&
  near(base(one), base(other), Math.max(one.step * one.unit.factor, other.step * other.unit.factor) * 0.5)
