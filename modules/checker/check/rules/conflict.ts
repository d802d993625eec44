import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { repeats } from '../blame.ts'
import { comparable, figures, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const scope =
  /^(?:(?:19|20)\d{2}年度?(?!末|初)|(?:19|20)\d{2}(?=年[末初])|全年|年度|本年度?|我局|我队|我单位|本部门|本单位|该项目|部门整体|部门|单位|整体|共|实际|其中)+/
const measure = /(?:总额|总数|合计|总计|金额|数额|资金|情况|数|额)+$/
/** Of these there is one in a report. */
const single =
  /^(?:基本支出|项目支出|人员经费|公用经费|自评总分|综合得分|总得分|综合评分|公务接待费|公务用车运行维护费|会议费|培训费)$/
/** Each matter has one of its own. */
const vague = /^(?:[\p{Script=Han}]{2}[率度]|合计|其中|支出|收入|预算|决算|资金|金额)$/u
const otherTime =
  /上年|去年|上一年|同期|往年|上半年|一季度|前三季度|1-\d+月|截至\d+月|预计|计划|拟|目标|力争|下一年|明年|次年/

/** The same item named twice has the same figure. */
export const conflict: Rule = {
  id: 'cross-reference.same-item',
  kind: 'cross-reference',
  title: '同一项目在文中前后数字一致',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: '2023年基本支出总额4370.21万元。（一）预算执行情况。2023年基本支出总额437.21万元。',
  holds: [
    '2023年基本支出437.21万元。（一）预算执行情况。2023年基本支出437.21万元，2022年基本支出401.10万元。',
    '年初预算安排6842.35万元，其中基本支出2951.60万元。年中追加预算512.48万元，其中基本支出96.20万元，项目支出416.28万元。',
    '年初预算4286.75万元，其中基本支出1968.35万元。\n全年支出13562.18万元。一般公共预算财政拨款支出11862.18万元；按性质分，基本支出2014.66万元。',
  ],
  *check(doc) {
    const groups = new Map<string, Fact[]>()
    const { lines } = doc.folded
    for (const fact of doc.facts) {
      if (lines[fact.line]?.cell || !isExact(fact) || /none|score/.test(fact.unit.dimension)) continue
      const name = nameOf(fact.label)
      if (name.length < 2 || isOfAnotherTime(doc, fact) || isOfAChange(doc, fact)) continue
      const key = `${name}|${fact.unit.dimension === 'count' ? fact.unit.word : fact.unit.dimension}|${headOf(doc, fact)}|${sideOf(doc, fact)}`
      groups.set(key, [...(groups.get(key) ?? []), fact])
    }
    for (const [key, facts] of groups) if (facts.length > 1) yield* compare(doc, key.split('|')[0] ?? '', facts)
  },
}

export const nameOf = (label: string): string => label.replace(scope, '').replace(measure, '')

/** What was planned and what was spent have one name: the last word before that says which. */
function sideOf({ folded: { text, lines } }: Understanding, { line, start }: Fact): string {
  const words = text.slice(lines[line]?.start ?? 0, start)
  const [last] = words.match(/(?<!公共|基金|经营)预算|决算|实际|执行/g)?.slice(-1) ?? []
  return last === '预算' ? 'planned' : 'spent'
}

/** A figure of one project is not one of another: the head of the paragraph tells them apart, unless it heads a section. */
const headOf = (doc: Understanding, { head, line }: Fact) =>
  /概述|情况|分析|如下|方面|结论|说明/.test(head) ||
  doc.headings.some((heading) => heading.line === line && heading.text === head)
    ? ''
    : head

function isOfAnotherTime({ folded: { text, lines }, profile }: Understanding, fact: Fact): boolean {
  const line = lines[fact.line]
  const from = Math.max(line?.start ?? 0, text.lastIndexOf('。', fact.start) + 1, fact.start - 40)
  const words = text.slice(from, fact.start)
  const years = [...words.matchAll(/((?:19|20)\d{2})年/g)].map(([, year]) => Number(year))
  const last = years.at(-1)
  return otherTime.test(words) || (last !== undefined && profile.year !== undefined && last !== profile.year)
}

/** 追加预算512万元，其中基本支出96万元: a part of what was added. */
function isOfAChange({ folded: { text, lines } }: Understanding, { line, start }: Fact): boolean {
  const words = text.slice(lines[line]?.start ?? 0, start).replace(/^.*[。；;]/, '')
  return /(?:追加|调增|调减|压减|收回|结转|结余)[^，。；]*\d[^，。；]*，(?:其中|包括)[^。；]*$/.test(words)
}

function* compare(doc: Understanding, name: string, facts: readonly Fact[]): Generator<Outcome> {
  const { text } = doc.folded
  const counts = facts.map((fact) => facts.filter((other) => same(fact, other)).length + repeats(doc, fact) / 100)
  const most = facts[counts.indexOf(Math.max(...counts))] as Fact
  const told = new Set<number>()
  for (const fact of facts) {
    if (fact === most) continue
    const places = [fact, most]
    if (same(fact, most)) {
      yield {
        verdict: 'consistent',
        kind: 'equality',
        formula: `${printed(text, fact)} = ${printed(text, most)}`,
        places,
      }
      continue
    }
    const slip =
      !vague.test(name) && figures(fact) + figures(most) >= 7 && comparable(fact, most)
        ? slipOf(fact, most.value * (most.unit.factor / fact.unit.factor))
        : undefined
    if ((!slip && (!single.test(name) || eachOfItsWhole(doc, fact, most))) || told.has(fact.value)) continue
    told.add(fact.value)
    yield {
      verdict: 'wrong',
      severity: slip || isScore(fact) ? 'error' : 'question',
      certainty: slip ? 0.85 : 0.6,
      message: `“${name}”在文中有两个数：${printed(text, fact)} 与 ${printed(text, most)}${slip ? `，${slipSentence(slip)}` : '；如口径不同（时间、范围），请写明'}。`,
      formula: `${printed(text, fact)} ≠ ${printed(text, most)}`,
      claimed: printed(text, fact),
      computed: printed(text, most),
      places,
    }
  }
}

/** 预算1000万元，其中基本支出400万元、项目支出600万元；支出1100万元，其中……: each adds up with its own, of two different wholes. */
function eachOfItsWhole(doc: Understanding, one: Fact, other: Fact): boolean {
  const [a, b] = [wholesOf(doc, one), wholesOf(doc, other)]
  return a.length > 0 && b.length > 0 && !a.some((whole) => b.includes(whole))
}

const NEAR = 4
/** What a figure makes together with one near it, where the paragraph tells that too. */
function wholesOf({ facts }: Understanding, fact: Fact): number[] {
  const own = facts.filter((other) => other.line === fact.line && comparable(other, fact) && isExact(other))
  const at = own.indexOf(fact)
  return own
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .filter((other) => other !== fact)
    .map((other) => base(fact) + base(other))
    .filter((sum) => own.some((whole) => near(base(whole), sum, 0)))
}

const isScore = ({ unit, label }: Fact) => unit.dimension === 'score' && /自评|综合|总/.test(label)
const same = (one: Fact, other: Fact) =>
  comparable(one, other) &&
  near(
    base(one),
    base(other),
    Math.max(one.step * one.unit.factor, other.step * other.unit.factor) * (one.step === other.step ? 0 : 0.5),
  )
