import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { comparable, figures, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'
import { isAim, isOfOtherTime } from '../subject.ts'
import { wrong } from '../words.ts'

/** Words that tell no matter from another. */
const general =
  /全年|年度|累计|共计|完成|实施|开展|其中|项目|工作|我局|我中心|大队|中心|各类|全部|已经|进行|涉及|总计|合计|实际|管理|城市|城管|执法|单位|部门/g
/** A part or another share of it: then the two may both be right. */
const part =
  /其中|一般|简易|街道|社区|上年|去年|同期|月|季度|重点|新增|计划|目标|应|剩余|尚|未|不|另|首次|第一|第二|平均|每|比|较|增加|减少|城区|农村|镇|乡/
const FEWEST_FIGURES = 3

/** 立案查处各类违法案件412件, and elsewhere 全年办结的421件立案案件. */
export const swappedLoose: Rule = {
  id: 'cross-reference.swapped-loose',
  kind: 'cross-reference',
  title: '同一事项换一种说法时，两数的数字不应颠倒',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: [
    '全年立案查处各类违法案件352件，罚款96万元。\n法制科对全年办结的325件立案案件进行了评查。',
    '对沿街商户开展宣传，签订门前三包责任书1387份。\n档案室归档1378份“门前三包”责任书。',
    '更换背街小巷破损窨井盖264座。\n财务抽查了246座窨井盖的更换单据。',
  ],
  holds: [
    '全年立案查处各类违法案件352件。法制科对全年办结的352件立案案件进行了评查。\n全年受理案件325件。',
    '全年立案查处违法案件352件。\n其中一般程序立案案件325件。',
    '受理市民投诉352件。\n办结上级交办案件325件。',
    '更换窨井盖264座，修补窨井盖246座。\n更换窨井盖264座。修补窨井盖246座。',
    '上年立案查处违法案件352件。\n今年办结325件立案案件。',
  ],
  *check(doc) {
    const { text } = doc.folded
    const facts = doc.facts.filter((fact) => isCounted(doc, fact))
    const told = new Set<number>()
    for (const [at, first] of facts.entries())
      for (const other of facts.slice(at + 1)) {
        if (told.has(other.value) || !isSlip(first, other) || !isOne(doc, first, other)) continue
        if (!text.slice(first.end, other.start).includes('\n') || isSettled(doc, first, other)) continue
        told.add(other.value)
        const [one, two] = [printed(text, first), printed(text, other)]
        yield wrong(
          'question',
          0.72,
          `前文写 ${one}，此处写 ${two}，疑似两位数字颠倒；如不是同一事项，请写明。`,
          [other, first],
          { claimed: two, computed: one, formula: `${two} ≠ ${one}` },
        )
      }
  },
}

const isCounted = (doc: Understanding, fact: Fact): boolean =>
  fact.unit.dimension === 'count' &&
  isExact(fact) &&
  figures(fact) >= FEWEST_FIGURES &&
  !doc.folded.lines[fact.line]?.cell &&
  !isOfOtherTime(doc, fact) &&
  !isAim(doc, fact)

const isSlip = (one: Fact, other: Fact): boolean =>
  one.value !== other.value &&
  one.step === other.step &&
  comparable(one, other) &&
  slipOf(other, one.value) === 'swapped'

/** Both stand twice: they are two. */
const isSettled = ({ facts }: Understanding, one: Fact, other: Fact): boolean =>
  [one, other].every(
    ({ value, unit }) => facts.filter((fact) => fact.value === value && fact.unit.word === unit.word).length > 1,
  )

/** The noun is the same, and another word of what is done with it. */
function isOne(doc: Understanding, one: Fact, other: Fact): boolean {
  const [a, b] = [wordsOf(doc, one), wordsOf(doc, other)]
  if (part.test(a.all) || part.test(b.all)) return false
  const noun = a.nouns.find((word) => b.nouns.includes(word))
  if (!noun) return false
  const [left, right] = [a.all, b.all].map((words) => words.replaceAll(noun, '|').replace(general, '|'))
  return pairsOf(left ?? '').some((pair) => right?.includes(pair))
}

const pairsOf = (words: string): string[] =>
  [...words].slice(1).flatMap((_, at) => (words.slice(at, at + 2).includes('|') ? [] : [words.slice(at, at + 2)]))

/** The words of its clause on both sides, and what may be the noun. */
function wordsOf({ folded: { text } }: Understanding, { start, end }: Fact): { all: string; nouns: string[] } {
  const lead = /[\p{Script=Han}“”]*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[0].replace(/[“”]/g, '') ?? ''
  const rest = /^[\p{Script=Han}“”]*/u.exec(text.slice(end, end + 16))?.[0].replace(/[“”]/g, '') ?? ''
  const things = rest.replace(/(?:的|进行|中|均|已|共).*$/, '')
  const nouns = [lead.slice(-2), things.slice(-2), things.slice(0, 2)].filter((word) => word.length === 2)
  return { all: `${lead}|${rest}`, nouns }
}
