import { every } from '../../understand/every.ts'
import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, exact, figures, inUnitOf, isComparison, isCounted, printed, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'
import { equation } from './part-sum.ts'

/** 项目支出按用途分：, 按单位口径，, 按案由分，: all of them, divided one way. */
const divides =
  /([\p{Script=Han}]{2,8}?)?(?:按|从)[^，。：:；]{2,16}?(?:(?:分类?|看|划分|构成|来源|口径)[^，。：:；]{0,6}[：:，,]|划?分(?:为|成))/gu
/** 项目支出中，: at the beginning of a sentence, with the name of its whole. */
const within = /^([\p{Script=Han}“”]{2,10}?)中[，,]/u
/** 具体为：the whole was told right before. */
const spells = /^具体(?:为|如下|包括|是)[：:]/
const totals = /支出|收入|决算|预算|合计|总|查处|办理|立案|受理/
const LOOK_BACK = 3

/** 按支出功能分类：甲、乙、丙: a whole list of classes; its total was told before. */
export const classSum: Rule = {
  id: 'part-sum.classes',
  kind: 'part-sum',
  title: '按类别列出的各项之和等于前文的总数',
  source: '部门决算报表支出按功能分类、经济分类、性质分别合计相等（B-04 至 B-06）',
  fails:
    '部门整体支出决算数980.15万元。按支出功能分类：社会保障支出86.20万元，卫生健康支出35.40万元，城乡社区支出885.55万元。',
  holds: [
    '部门整体支出决算数980.15万元。按支出功能分类：社会保障支出86.20万元，卫生健康支出35.40万元，城乡社区支出858.55万元。',
    '全年查处违法案件1248宗，按案由分，市容类562宗、规划类186宗、环保类204宗、其他类296宗；按程序分，简易程序932宗、一般程序316宗。',
    '项目支出2169.18万元，占总支出的40.95%。具体为：环卫专项1582.46万元、渣土专项213.60万元（其中采购终端131.60万元）、维护专项373.12万元。',
  ],
  *check(doc) {
    for (const [index, sentence] of doc.sentences.entries())
      for (const { from, to, name } of openingsOf(sentence)) {
        const inside = sentence.facts.filter((fact) => fact.start >= from && fact.end <= to && isCounted(fact))
        const listed = inside.filter((fact) => !isComparison(fact) && depthAt(doc.folded.text, from, fact.start) === 0)
        const parts = listed.filter((fact) => listed[0] && comparable(fact, listed[0]))
        if (parts.length >= 2 && exact(parts)) yield* outcome(doc, parts, wholesBefore(doc, index, parts, from, name))
      }
  },
}

interface Opening {
  from: number
  to: number
  /** What is divided, where it is named. */
  name: string
}
function openingsOf({ text, start, end }: Sentence): Opening[] {
  const named = within.exec(text)
  if (named && named[1] !== '其') return [{ from: start + named[0].length, to: end, name: named[1] ?? '' }]
  const spelled = spells.exec(text)
  if (spelled) return [{ from: start + spelled[0].length, to: end, name: '' }]
  const found = every(text, divides)
  return found.map(({ index, 0: words, 1: name = '' }, at) => ({
    from: start + index + words.length,
    to: start + (found[at + 1]?.index ?? text.length),
    name,
  }))
}

/** How many brackets are open: what is told in them is a part of a part. */
function depthAt(text: string, from: number, to: number): number {
  let depth = 0
  for (const char of text.slice(from, to)) depth += /[（(]/.test(char) ? 1 : /[）)]/.test(char) ? -1 : 0
  return depth
}

function wholesBefore({ sentences }: Understanding, index: number, parts: readonly Fact[], from: number, name: string) {
  const most = Math.max(...parts.map(base))
  const [first] = parts
  const before = sentences
    .slice(Math.max(0, index - LOOK_BACK), index + 1)
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.start < from && first && comparable(fact, first) && exact([fact]) && !isComparison(fact))
    .reverse()
  const same = name ? before.filter(({ label }) => label.endsWith(name) || name.endsWith(label || '-')) : []
  return same.length ? same : before.filter((fact) => totals.test(fact.label) && base(fact) >= most / 20)
}

function* outcome(doc: Understanding, parts: readonly Fact[], wholes: readonly Fact[]): ReturnType<Rule['check']> {
  const { text } = doc.folded
  // 保洁178人、清运34人、公厕24人；50岁以上161人: what follows may divide it another way.
  const runs = parts.map((_, at) => parts.slice(0, at + 1)).filter((run) => run.length >= 2)
  for (const run of runs.reverse()) {
    const holding = wholes.find((whole) => adds(run, whole).fit === 'equal')
    if (!holding) continue
    yield { verdict: 'consistent', formula: equation(doc, run, holding), places: [holding, ...run] }
    return
  }
  const whole = wholes.find((one) => blameOfSum(doc, one, parts))
  const blame = whole && blameOfSum(doc, whole, parts)
  if (!whole || !blame || (blame.slip === 'digit' && figures(whole) < 4)) return
  const computed = inUnitOf(whole, sumOf(parts))
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.85,
    message: `各类相加为 ${computed}，与“${whole.label}”${printed(text, whole)} 不符。“${printed(text, blame.fact)}”${slipSentence(blame.slip)}，如为 ${inUnitOf(blame.fact, blame.should * blame.fact.unit.factor)} 则相符。`,
    formula: `${parts.map((part) => printed(text, part.digits)).join(' + ')} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places: [blame.fact, whole, ...parts.filter((part) => part !== blame.fact)],
  }
}
