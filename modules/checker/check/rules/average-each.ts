import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { unitAt } from '../../understand/units.ts'
import { figures, isComparison, isCounted, printed, sameMeasure } from '../measure.ts'
import { places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { powerOfTen } from '../scale.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { meanFits } from './average-head.ts'

/** 17个村……问卷680份，平均每个村45份: the things and their count may stand farther off. */
export const averageEach: Rule = {
  id: 'average.each',
  kind: 'average',
  title: '平均每个、每座、每公里等于总数除以个数',
  source: '统计通则：平均数＝总数÷单位数',
  fails: [
    '对全县26个社区（居委会）开展走访，共收回意见表780份，平均每个社区（居委会）35份。',
    '对12个乡镇进行抽查。抽查点位300个，平均每个乡镇28个，覆盖面较广。',
    '清疏管网360公里，清出淤泥12600立方米，平均每公里38立方米。',
    '对全区23个社区抽样，发放问卷920份，回收897份，平均每个社区36份。',
    '共有9个中队，全年办理案件1890件，每个中队平均办理250件。',
    '开展义诊15场，服务群众1350人次，场均98人次。',
    '镇区划为18个网格，聘用网格员34名，每个网格2名。',
    '辖区人口约21.6万人，现有队员90人，平均每名队员服务约24000人。',
  ],
  holds: [
    '对全县26个社区（居委会）开展走访，共收回意见表780份，平均每个社区（居委会）30份。',
    '镇区划为18个网格，聘用网格员36名，每个网格2名。新建驿站6座，配备保洁员20名，每座至少3名。',
    '辖区人口约21.6万人，现有队员90人，平均每名队员服务约2400人。',
    '全街道共有小区24个，年内改造12个，惠及居民3600户，平均每个小区300户。',
    '对12个乡镇进行抽查，其中山区乡镇5个。抽查点位300个，平均每个乡镇25个，覆盖面较广。',
    '清疏管网360公里，清出淤泥12600立方米，平均每公里35立方米。清淤外运平均每公里2车。',
    '共有9个中队，全年办理案件1890件，每个中队平均办理210件。开展义诊15场，服务群众1350人次，场均90人次。',
    '举办讲座228场，平均每家机构12场，19家机构均已开展。巡湖4368次，7个湖泊平均每湖每周12次。',
    '在全镇17个村设点，发放宣传册3400份；走进校园8所，平均每所120份。',
    '聘用督导员540名，服务小区380个，平均每1.2座配备1名。改造公厕20座，维修公厕32座，投入96万元，平均每座3万元。',
  ],
  *check(doc) {
    for (const [index, sentence] of doc.sentences.entries())
      for (const fact of sentence.facts) {
        if (!isCounted(fact) || fact.bound || fact.range) continue
        const head = headOf(doc, sentence, fact)
        if (head) yield* outcome(doc, index, fact, head)
      }
  },
}

/** What the mean is by: its words (个村), and where they begin. */
interface Head {
  words: string
  /** 每条街巷2名: laid down so, perhaps with some left over. */
  isPlain: boolean
  start: number
}

const each =
  /(?:平均|均)(?:到|按)?(?:每|一)(\p{Script=Han}{1,12}(?:[（(]\p{Script=Han}{1,6}[）)])?\p{Script=Han}{0,8})$/u
const eachMean = /每(\p{Script=Han}{1,8}(?:[（(]\p{Script=Han}{1,6}[）)])?)(?:平均|均)\p{Script=Han}{0,6}$/u
const oneMean =
  /(?:^|[，,。；;、（(])(?:单)?(人|户|场|次|件|宗|村|站|处|座|亩|校|点|店|条|台|期|盏|吨|公里|社区|乡镇|中队)均(?!值)\p{Script=Han}{0,6}$/u
const plain = /[，、（(]每(?:一)?(\p{Script=Han}{1,8}?)(?:各|统一)?(?:配备?|设置?|安排|派驻?|有)?$/u
/** Of a time, not of a thing; and 人均接待费 is another rule's. */
const ofTime = /[日天周月季年]|分别/
const LONGEST_HEAD = 30

function headOf({ folded: { text } }: Understanding, { start }: Sentence, fact: Fact): Head | undefined {
  const from = Math.max(start, fact.start - LONGEST_HEAD)
  const lead = text.slice(from, fact.start)
  const isPlain = !lead.includes('均')
  if (isPlain && !lead.includes('每')) return undefined
  const found = isPlain ? plain.exec(lead) : (each.exec(lead) ?? eachMean.exec(lead) ?? oneMean.exec(lead))
  const words = found?.[1]
  if (!found || !words || ofTime.test(found[0])) return undefined
  // 人均120元, 车均2.1万元: money by people and cars has rules of its own.
  if (fact.unit.dimension === 'money' && /^[人车户次件]均/.test(found[0].replace(/^[，,。；;、（(]/, '')))
    return undefined
  return { words, isPlain, start: from + found.index }
}

interface Pair {
  top: Fact
  bottom: Fact
  value: number
}

function* outcome(doc: Understanding, index: number, mean: Fact, head: Head): Generator<Outcome> {
  const { text } = doc.folded
  const own = doc.sentences[index] as Sentence
  const near = doc.sentences.slice(Math.max(0, index - LOOK_BACK), index + 1).filter(({ line }) => line === own.line)
  const here = own.facts.filter((fact) => fact !== mean)
  const all = near.flatMap(({ facts }) => facts.filter((fact) => fact !== mean))
  const counts = all.filter((fact) => isOf(fact, head.words))
  // 常住人口13.2万人，队员95人，平均每名队员服务1400人: of people over people the more are served.
  const isPeople = /^[人名位]/.test(head.words) && /^[人名位]$/.test(mean.unit.word)
  const bottoms = isPeople ? counts.filter((fact) => base(fact) < base(mean)) : counts
  const tops = (facts: readonly Fact[]) =>
    facts.filter(
      (fact) =>
        fact.end <= head.start &&
        (isPeople ? /^[人名位]$/.test(fact.unit.word) : sameMeasure(fact, mean)) &&
        !bottoms.includes(fact) &&
        !isComparison(fact) &&
        !/均\p{Script=Han}{0,4}$/u.test(fact.label) &&
        base(fact) > base(mean),
    )
  const pair = (top: Fact, bottom: Fact): Pair => ({ top, bottom, value: base(top) / countOf(bottom, head.words) })
  const pairs = tops(all)
    .reverse()
    .flatMap((top) => bottoms.map((bottom) => pair(top, bottom)))
  const spell = ({ top, bottom }: Pair) => `${printed(text, top)} ÷ ${printed(text, bottom)}`
  const holding = pairs.find(({ top, value }) => isAbout(mean, value) || (!head.isPlain && meanFits(mean, value, top)))
  if (holding) {
    const formula = `${spell(holding)} ≈ ${printed(text, mean)}`
    yield { verdict: 'consistent', formula, places: [mean, holding.top, holding.bottom] }
    return
  }
  // 24个小区，改造12个，惠及3600户，平均每个小区300户: by a count that is told without its name.
  const counted = all.filter((fact) => fact.unit.dimension === 'count' && base(fact) > 1)
  if (tops(all).some((top) => counted.some((bottom) => isAbout(mean, base(top) / base(bottom))))) return
  const meant = meantPair(text, here, tops(here), bottoms, head)
  const only = meant && pair(meant.top, meant.bottom)
  const should = ({ value }: Pair) => Number((value / mean.unit.factor).toFixed(places(mean)))
  const isExactly = isExact(mean) && !mean.approximate
  const telling = figures(mean) >= TELLING && isExactly
  const slipped = pairs.find((one) => isExact(one.top) && telling && slipOf(mean, should(one)))
  const chosen = only ?? (head.isPlain ? undefined : slipped)
  if (!chosen) return
  const off = base(mean) / chosen.value
  if (head.isPlain && Math.abs(off - 1) > MOST_LEFT && !(telling && slipOf(mean, should(chosen)))) return
  if (!isExactly && Math.abs(off - 1) <= MOST_OFF) return
  const slip = slipOf(mean, should(chosen))
  const sure =
    !head.isPlain &&
    isExactly &&
    (only ? off < FAR && off > 1 / FAR && isExact(only.top) && isExact(only.bottom) : true)
  if (!sure && !only) return
  const computed = `${written(chosen.value / mean.unit.factor, Math.max(1, places(mean)))}${mean.unit.word}`
  const isScaled = Boolean(powerOfTen(off, MOST_OFF / 10))
  yield {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.82 : isScaled ? 0.78 : 0.6,
    message: `平均数写为 ${printed(text, mean)}，按 ${spell(chosen)} 计算为 ${computed}${slip && sure ? `，${slipSentence(slip)}` : '；请核对'}。`,
    formula: `${spell(chosen)} = ${computed} ≠ ${printed(text, mean)}`,
    claimed: printed(text, mean),
    computed,
    places: [mean, chosen.top, chosen.bottom],
  }
}

const LOOK_BACK = 4
const TELLING = 3
const FAR = 3
/** 约 is no more than a rounding of a few in a hundred; of means that are not exact one is asked only when far off. */
const MOST_OFF = 0.25
const MOST_LEFT = 0.1
const isAbout = (mean: Fact, value: number): boolean =>
  Math.abs(base(mean) / value - 1) <= (isExact(mean) ? EXACTLY : ABOUT)
const EXACTLY = 0.005
const ABOUT = 0.05

/** The total right before the mean, and the only count of what it is by: where it is the only total there is no other reading. */
function meantPair(
  text: string,
  here: readonly Fact[],
  tops: readonly Fact[],
  bottoms: readonly Fact[],
  { start }: Head,
): { top: Fact; bottom: Fact; isOnly: boolean } | undefined {
  const top = tops.at(-1)
  const own = bottoms.filter((fact) => here.includes(fact))
  const counts = own.length ? own : bottoms
  const [bottom] = counts
  if (!top || !bottom || new Set(counts.map(base)).size > 1) return undefined
  const inside = bottom.start > top.end && bottom.end <= start
  const between = inside
    ? text.slice(top.end, bottom.labelSpan.start) + text.slice(bottom.end, start)
    : text.slice(top.end, start)
  // Another figure or another clause between, and the mean is of something that is not told.
  if (/[\d；;。]/.test(between) || between.length > LONGEST_BETWEEN || bottom.start > start) return undefined
  const apart = text.slice(Math.min(top.start, bottom.start), start)
  return /[；;]|其中|另|新增|分别/.test(apart) ? undefined : { top, bottom, isOnly: new Set(tops.map(base)).size === 1 }
}
const LONGEST_BETWEEN = 12

const generic = /^(?:个|家|项|名|位|座|处|条|所|支|台|辆)$/
/** Whether a figure counts what the mean is by: 17个村 for 个村（社区）, 360公里 for 公里, 9个中队 for 中队. */
function isOf(fact: Fact, words: string): boolean {
  const { word, dimension } = fact.unit
  if (base(fact) <= 1 || !isCounted(fact) || isComparison(fact) || /每|均/.test(fact.label) || !word) return false
  const wanted = unitAt(words, 0)
  if (/^[名人位]/.test(words)) return /^[名人位]$/.test(word)
  if (wanted && wanted.dimension === dimension && dimension !== 'count') return true
  const counted = words.startsWith(word) && !(word === '个' && words === '个')
  const noun = words.slice(counted ? word.length : wanted && !counted ? wanted.word.length : 0)
  if (counted && (!generic.test(word) || noun.length < 2)) return true
  if (counted && !noun) return true
  const name = noun.replace(/[（(].*$/, '')
  if (name.length === 0) return false
  const short = name.slice(0, 2)
  const isNamed = fact.object.startsWith(name) || fact.object.startsWith(short) || fact.label.endsWith(short)
  return counted ? isNamed : generic.test(word) && isNamed
}

/** 12.6公里 for 每公里 is 12.6, in whatever unit it is told. */
function countOf(bottom: Fact, words: string): number {
  const wanted = unitAt(words, 0)
  return wanted && wanted.dimension === bottom.unit.dimension ? base(bottom) / wanted.factor : bottom.value
}
