import type { Understanding } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { type Match, matches, wrong } from '../words.ts'

const rank =
  '(?:进入|位列|位居|跻身|排在|列)(?:全[市区县省州]|[市区县])?前([一二两三四五六七八九十]{1,2}|\\d{1,2})(?:名|位)?'
const reach = new RegExp(`(?<!未|未能|没有|没能)${rank}`, 'g')
const fail = new RegExp(`(?:未能?|没有|没能)${rank}(?=[^。；;\\n]{0,12}(?:扣|目标|，|。))`, 'g')
const place = /(?:排名|名列|位列|位居|排)第(\d{1,2}|[一二三四五六七八九十]{1,2})(?:名|位)?/g
const goal = /目标|力争|争取|确保|不低于|要求|达到/

interface Ranked extends Match {
  top: number
}

/** A deduction for not being first, where the target was to be among three. */
export const contradictionRank: Rule = {
  id: 'contradiction.rank',
  kind: 'deduction',
  title: '以排名未进入前几名扣分的，应与绩效目标和实际排名相符',
  source: '财预〔2020〕10号：以实际完成值与年度指标值比较计分',
  fails: [
    '总体目标。考核平均得分不低于90分、在全区9个街道中排名进入前三，市民满意度达到88%以上。\n考核排名未进入前1，扣0.6分。',
    '一、绩效目标\n全年清运垃圾6万吨，全区城市管理考核排名进入前三。\n二、结论\n全区考核排名未进入前1，扣0.8分。',
    '年度目标：考核进入全市前3名。全年考核排名第2位。扣分：考核排名未进入前3名，扣1分。',
  ],
  holds: [
    '年度目标：考核进入全市前3名。全年考核排名第5位。扣分：考核排名未进入前3名，扣1分。',
    '年度目标：全年考核排名进入前三。信息公开测评未进入前五，扣1分。',
    '目标：年度考核进入前三、网络理政进入前五。考核未进入前三，扣1分；网络理政未进入前五，扣1分。',
  ],
  *check(doc) {
    const goals = sectionsOn(doc, /^(?!.*(?:完成|实现)).*目标/)
    const isGoal = ({ start, end }: Match) => goals.some((one) => one.start <= start && end <= one.end)
    const targets = ranked(doc, reach).filter((found) => isGoal(found) || goal.test(sentenceOf(doc, found)))
    const tops = new Set(targets.map(({ top }) => top))
    const [target] = targets
    if (!target || tops.size !== 1) return
    const reached = ranked(doc, place)
    for (const miss of ranked(doc, fail)) {
      if (!/扣/.test(doc.folded.text.slice(miss.end, miss.end + 12))) continue
      const same = miss.top === target.top
      if (!same && !speaksOf(doc, miss, sentenceOf(doc, target))) continue
      const outcome = same ? reachedAll(reached, miss) : otherRank(target, miss)
      if (outcome) yield outcome
    }
  },
}

/** Half of the words the rank is missed in stand in the target. */
function speaksOf({ folded: { text } }: Understanding, { start }: Match, target: string): boolean {
  const subject = /[\p{Script=Han}]*$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? ''
  const pairs = Array.from({ length: Math.max(0, subject.length - 1) }, (_, at) => subject.slice(at, at + 2))
  return pairs.length > 0 && pairs.filter((pair) => target.includes(pair)).length * 2 >= pairs.length
}

const otherRank = (target: Ranked, miss: Ranked): Outcome =>
  wrong('error', 0.85, `扣分依据与目标不符：目标是“${target.words}”，这里以“${miss.words}”扣分。`, [miss, target], {
    claimed: String(miss.top),
    computed: String(target.top),
  })

/** Only one place is told, and it is among them. */
function reachedAll(reached: readonly Ranked[], miss: Ranked): Outcome | undefined {
  const [best] = reached
  if (!best || new Set(reached.map(({ top }) => top)).size !== 1 || best.top > miss.top) return undefined
  return wrong('error', 0.85, `前后矛盾：“${best.words}”，却以“${miss.words}”扣分。`, [miss, best], {
    claimed: String(miss.top),
    computed: String(best.top),
  })
}

const ranked = (doc: Understanding, pattern: RegExp): Ranked[] =>
  matches(doc, pattern).map((found) => {
    const digits = found.groups[0] ?? ''
    return { ...found, top: numberOf(digits) ?? 0 }
  })

const sentenceOf = ({ folded: { text } }: Understanding, { start }: Match): string =>
  text.slice(Math.max(0, start - 80), start).replace(/^.*[。；;\n](?=[^。；;\n]{4,})/s, '')
