import type { Understanding } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import { gradeOf } from '../../understand/scores/bands.ts'
import { scoresOf } from '../../understand/scores.ts'
import type { Rule } from '../rule.ts'
import { lineAt, type Match, matches, wrong } from '../words.ts'

const projects = (grade: string) =>
  ['环卫保洁', '绿化管护', '路灯维护', '停车管理']
    .map(
      (name, at) =>
        `（${'一二三四'[at]}）${name}项目\n支出120万元。自评得分${at === 3 ? 82 : 93}分，等次为“${at === 3 ? '良' : grade}”。\n`,
    )
    .join('')

const label = '(优秀|良好|较好|合格|优|良|中|差)'
/** 合计95分，等次为“优”。 */
const told = new RegExp(
  `(?:等次|等级|评级|结果|档次)(?:评定|确定|评)?(?:为|：|是)["“]?${label}["”]?(?:等次|等级|级|档)?(?=[，。；;）)\\n]|$)`,
  'g',
)
const number = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})'
/** 等次为“优”的3个，为“良”的2个; 评为优的项目3个; 3个项目为“优”. */
const claimed = new RegExp(
  `(?:等次|等级|评级|结果|档次|评|定)?为["“]?${label}["”]?(?:等次|等级|级|档)?的(?:项目)?(?:有|共|为|计)*${number}个(?!百分)`,
  'g',
)
const claimedBefore = new RegExp(
  `${number}个项目(?:自评|的|评价|等次|等级|结果|均|被|评定|评)*为["“]?${label}["”]?(?=[，。；;、等级档）)]|$)`,
  'g',
)

/** 等次为“优”的3个, where the sections of the projects say so four times. */
export const countOfGrades: Rule = {
  id: 'count.grades',
  kind: 'count',
  title: '各等次的项目数应与逐项所写的等次一致',
  source: '逐项清点',
  fails: [
    `${projects('优')}四个项目中，自评等次为“优”的2个，为“良”的1个。`,
    `${projects('优')}总体看，等级为优的项目有4个。`,
    `${projects('优')}其中2个项目自评等次为“优”，1个项目为“良”。`,
  ],
  holds: [
    `${projects('优')}四个项目中，自评等次为“优”的3个，为“良”的1个。对等次为“良”及以下的项目压减预算。`,
    `${projects('优')}上年等次为“优”的2个。全市考评等次为“优”的单位12个。`,
    `${projects('优')}另有未列入本报告的项目，五个项目中等次为“优”的4个。`,
    '本项目自评等次为“优”。12个项目等次为“优”的10个，为“良”的2个。',
  ],
  *check(doc) {
    // A list of scores with grades is counted elsewhere.
    if (scoresOf(doc).lists.length) return
    const own = gradesTold(doc)
    if (own.length < LEAST) return
    const counts = new Map<string, number>()
    for (const { grade } of own) counts.set(grade, (counts.get(grade) ?? 0) + 1)
    const claims = claimsOf(doc).filter(({ line }) => !own.some((one) => one.line === line))
    for (const { found, grade, count, sentence } of claims) {
      const is = counts.get(grade) ?? 0
      const formula = `逐项写明“${grade}”的 ${is} 个`
      const places = [found, ...own.filter((one) => one.grade === grade).map((one) => one.found)]
      if (count === is) {
        yield { verdict: 'consistent', formula, places }
        continue
      }
      // There may be projects whose grade nobody tells.
      const all = claims.filter((one) => one.sentence === sentence).reduce((sum, one) => sum + one.count, 0)
      if (count > is && all !== own.length) continue
      yield wrong(
        count < is ? 'error' : 'question',
        count < is ? 0.88 : 0.76,
        `文中写“${found.words}”，逐项所写等次为“${grade}”的是${is}个。请核对数目或各项等次。`,
        places,
        { claimed: String(count), computed: String(is), formula: `${formula} ≠ ${count}` },
      )
    }
  },
}

const LEAST = 3

interface Graded {
  found: Match
  grade: string
  line: number
}

/** One in each section, beside a score. */
function gradesTold(doc: Understanding): Graded[] {
  const { text, lines } = doc.folded
  const sections = new Set<number>()
  return matches(doc, told).flatMap((found) => {
    const line = lineAt(doc, found.start)
    const grade = gradeOf(found.groups[0] ?? '')
    const words = text.slice(lines[line]?.start ?? 0, found.start).replace(/^.*[。\n]/s, '')
    const heading = doc.headings.findLast((one) => one.line <= line)?.line
    if (!grade || heading === undefined || sections.has(heading) || lines[line]?.cell) return []
    if (!/\d分/.test(words) || /上年|去年|以上|以下|[-—～至]\d|整体|部门/.test(words)) return []
    sections.add(heading)
    return [{ found, grade, line }]
  })
}

const elsewhere = /上年|去年|上一年|20\d\d年|全[省市县区]|考核|考评|另有|单位|乡镇|街道/
function claimsOf(doc: Understanding): (Graded & { count: number; sentence: number })[] {
  const { text } = doc.folded
  const found = [
    ...matches(doc, claimed).map((one) => ({ one, grade: one.groups[0], count: one.groups[1] })),
    ...matches(doc, claimedBefore).map((one) => ({ one, grade: one.groups[1], count: one.groups[0] })),
  ]
  return found.flatMap(({ one, grade = '', count = '' }) => {
    const sentence = Math.max(text.lastIndexOf('。', one.start), text.lastIndexOf('\n', one.start)) + 1
    const name = gradeOf(grade)
    const number = numberOf(count)
    if (!name || number === undefined || elsewhere.test(text.slice(sentence, one.end + 4))) return []
    return [{ found: one, grade: name, line: lineAt(doc, one.start), count: number, sentence }]
  })
}
