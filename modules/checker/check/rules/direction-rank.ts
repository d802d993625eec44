import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 排名进入前三 as the goal, and 未进入前五 or 第2位 as what came of it. */
export const directionRank: Rule = {
  id: 'direction.rank',
  kind: 'deduction',
  title: '排名是否进入前几名，应与目标和所写名次一致',
  source: '前后一致；以实际名次与目标名次比较',
  fails: [
    '年度目标：考核在全区9个街道中排名进入前三。\n全年平均91.18分，在全区9个街道中排名第2位。\n主要扣分点：考核排名未进入前3，扣0.6分。',
    '年度目标：考核在全区9个街道中排名进入前三。\n主要扣分点：考核排名未进入前1，扣0.6分。',
  ],
  holds: [
    '目标值为全市考核排名进入前三名。\n数字城管排名未进入前五。',
    '年度目标：考核在全区9个街道中排名进入前三。\n全年平均91.18分，在全区9个街道中排名第4位。\n主要扣分点：考核排名未进入前3，扣0.6分。',
    '年度目标：全市排名进入前五。\n测评得分在全市排名第7位，未进入前5位，扣0.90分。',
  ],
  *check({ folded: { text } }: Understanding) {
    const goals = every(text, goal).flatMap((found) => rankIn(found))
    const missed = every(text, missedRank).flatMap((found) => rankIn(found))
    const [wanted, other] = goals
    // Two goals are of two rankings.
    if (!wanted || other) return
    const ranks = every(text, reachedRank).flatMap((found) => rankIn(found))
    const context = text.slice(Math.max(0, wanted.start - 60), wanted.end)
    for (const one of missed) {
      // 数字城管排名 is another ranking than that of the goal.
      const subject = /[\p{Script=Han}]{2,}$/u.exec(text.slice(Math.max(0, one.start - 8), one.start))?.[0] ?? ''
      if (subject && !context.includes(subject.slice(-2))) continue
      const outcome = judged(wanted, one, ranks)
      if (outcome) yield outcome
    }
  },
}

const number = '([一二三四五六七八九十]{1,3}|\\d{1,3})'
const goal = new RegExp(
  `(?:排名|名次|排位)[^，。；\\n\\d未没]{0,6}(?:进入|保持|位列|达到|争取进入|确保)(?:全[省市区县旗])?前${number}(?![十\\d])`,
  'g',
)
const missedRank = new RegExp(
  `(?:排名|名次|排位)[^。；\\n]{0,14}?(?:未|未能|没有)(?:能)?(?:进入|达到)(?:全[省市区县旗])?前${number}(?![十\\d])`,
  'g',
)
const reachedRank = new RegExp(`(?:排名|名次|排位|位列|位居)第${number}(?:位|名)?(?![十\\d])`, 'g')

interface Rank {
  rank: number
  words: string
  start: number
  end: number
}

function rankIn(found: RegExpExecArray): Rank[] {
  const digits = found[1] ?? ''
  const rank = numberOf(digits)
  const start = found.index
  return rank ? [{ rank, words: digits, start, end: start + found[0].length }] : []
}

function judged(wanted: Rank, missed: Rank, ranks: readonly Rank[]): Outcome | undefined {
  const places = [missed, wanted]
  if (missed.rank !== wanted.rank)
    return {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.85,
      message: `目标是排名进入前${wanted.words}，扣分处却写未进入前${missed.words}，两处不一致。`,
      claimed: missed.words,
      computed: wanted.words,
      places,
    }
  const [own, other] = ranks
  if (!own || other) return undefined
  if (own.rank > wanted.rank)
    return { verdict: 'consistent', formula: `第${own.words} 不在前${wanted.words}`, places: [...places, own] }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.85,
    message: `文中写排名第${own.words}，已进入前${wanted.words}，扣分处却写未进入前${missed.words}。`,
    claimed: `未进入前${missed.words}`,
    computed: `第${own.words}`,
    places: [...places, own],
  }
}
