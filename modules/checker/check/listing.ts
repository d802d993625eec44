import type { Fact, Sentence, Understanding } from '../understand/index.ts'
import { base } from '../understand/quantities.ts'
import { comparable, isComparison, isCounted, isDoubtfulPart } from './measure.ts'

/** What the text lists as parts, and what it may be the parts of. */
export interface Listing {
  /** The figures before it that may be the whole, the likeliest first: the nearest that is no target. */
  wholes: Fact[]
  /** In order; `opens` when the words behind it open a list of its own, `ends` where the list may be complete. */
  parts: Part[]
  /** The words that opened it, from the likeliest whole on. */
  opener: string
  /** 等, 主要: more there is than is listed. */
  open: boolean
  /** 其余为工勤岗位: what is left is told without its figure. */
  rest: boolean
}
export interface Part {
  fact: Fact
  opens: boolean
  ends: boolean
  /** How strongly the mark behind it parts: 、 1, ， 2, ； 3. */
  rank: number
}

const opening =
  /^[（(](?!含[）)])|(?:^|[。；，])[^，。；：]{0,8}中[，,：:]|其中|用于|追加|主要是|原因是|分别(?:为|是|有)?|包括|包含|具体(?:为|是|如下|情况|项目|构成)|如下|组成|构成|[：:（(]$|[：:]/
/** 24所学校（小学14所…… */
const behindObject = /^\p{Script=Han}{1,6}[（(]/u
const strong = /^[（(](?!含[）)])|其中|分别|包括|包含|如下|组成|构成/
const openMark = /主要|原因|追加|用于|重点|大部分|包括但|例如|如[：:]/
const total = /(?:共|共计|共有|现有|合计|总计|累计|总共)$/
const continues =
  /^(?:其中|[\p{Script=Han}]{2,12}中[，,：:]|(?:资金|经费|支出|该项目|项目资金|上述资金)?(?:主要|具体)?用于|分别(?:为|是|用于)|具体(?:为|如下|包括)|包括)/u
/** From the whole to the first of its parts. */
const LONGEST_OPENER = 90

/** Every list of parts in the document, in the sentence of its whole and in the next if that goes on with it. */
export function listings(doc: Understanding): Listing[] {
  const { sentences, folded } = doc
  return sentences.flatMap((sentence, index) => {
    const next = sentences[index + 1]
    const joined =
      next && next.line === sentence.line && continues.test(next.text)
        ? joinedWith(sentence, next, folded.text)
        : sentence
    return listingsOf(joined, folded.text)
  })
}

const joinedWith = (sentence: Sentence, next: Sentence, text: string): Sentence => ({
  ...sentence,
  end: next.end,
  text: text.slice(sentence.start, next.end),
  facts: [...sentence.facts, ...next.facts],
})

/** A list begins where words that open one stand between two figures; one for each unit counted in it. */
function listingsOf(sentence: Sentence, text: string): Listing[] {
  const { facts } = sentence
  return facts.slice(1).flatMap((first, at) => {
    const last = facts[at] as Fact
    const gap = text.slice(last.end, first.start)
    if (!opening.test(gap) && !(behindObject.test(gap) && comparable(first, last) && base(first) < base(last)))
      return []
    // 减少3辆（报废5辆、新增2辆）: what makes up a change stands behind it.
    if (isComparison(last) && /^[（(]/.test(gap)) return []
    // 购置费36万元（购置2台）、运行费226万元: only what stands in the bracket is listed by it.
    const limit = bracketEnd(text, last.end, first.start, sentence.end)
    const later = facts
      .slice(at + 1)
      .filter((fact) => isCounted(fact) && !isComparison(fact) && !isMeanPart(fact, text) && fact.end <= limit)
    const stop = later.findIndex(
      (fact, index) => index > 0 && /[；;。]/.test(text.slice(later[index - 1]?.end, fact.start)),
    )
    const units = (stop < 0 ? later : later.slice(0, stop)).filter(
      (fact, index) => !later.slice(0, index).some((other) => comparable(other, fact)),
    )
    return units.flatMap((unit) => listingOf(unit, facts.slice(0, at + 1), later, sentence, text) ?? [])
  })
}

function listingOf(
  first: Fact,
  before: readonly Fact[],
  later: readonly Fact[],
  { end }: Sentence,
  text: string,
): Listing | undefined {
  const last = before.at(-1)
  // 较年初增加5万元，原因是追加A 3万元和B 2万元: there the change is the whole.
  const ofChange = /原因|追加|增加了/.test(text.slice(last?.end, first.start))
  const wholes = before
    .filter(
      (fact) =>
        isCounted(fact) &&
        comparable(fact, first) &&
        isComparison(fact) === ofChange &&
        !isMean(fact, text) &&
        isWholeOf(fact, first, text),
    )
    .reverse()
  const likely = [...wholes.filter((fact) => !isTarget(fact)), ...wholes.filter(isTarget)]
  const gap = text.slice(last?.end, first.start)
  const name = anewNamed.exec(gap)?.[1]
  const named = name ? likely.filter(({ label }) => label.endsWith(name)) : []
  if (named.length) likely.splice(0, likely.length, ...named)
  const [whole] = likely
  if (!whole || !last) return undefined
  const bracket = bracketEnd(text, last.end, first.start, end)
  // 转办3620件中的2148件集中在两类: no part beside the one it is of.
  const inside = later.filter(
    (fact) =>
      comparable(fact, first) &&
      fact.end <= bracket &&
      !/\d[件个起处户人份宗条]中的?$/.test(text.slice(fact.start - 4, fact.start)) &&
      // 路段长38名中有22名兼任: of these the part is told.
      !/^\p{Script=Han}{0,3}中有?\d/u.test(text.slice(fact.end, fact.end + 6)),
  )
  const listed = inside.slice(0, stopAt(inside, text)).map((fact, at, all): Part => {
    const gap = text.slice(fact.end, all[at + 1]?.start ?? fact.end)
    return { fact, opens: strong.test(gap), ends: /[；;。]/.test(gap), rank: rankOf(gap) }
  })
  const parts = listed.map((part, at) => ({ ...part, ends: part.ends || mayEnd(listed, at) }))
  const end1 = parts.at(-1)?.fact.end
  if (end1 === undefined) return undefined
  const opener = text.slice(whole.end, first.start)
  const open =
    openMark.test(opener) ||
    /^[^，。；、]{0,10}等/.test(text.slice(end1, end1 + 12)) ||
    /等[^，。；]{0,6}$/.test(text.slice(whole.end, end1).slice(-14))
  const rest = unfigured.test(text.slice(end1, Math.min(end, end1 + LONGEST_REST)))
  return { wholes: likely, parts, opener, open, rest }
}

const LONGEST_REST = 40
/** 专业技术岗位103人（高级职称27人），其余为工勤岗位 */
const unfigured =
  /^(?:[（(][^（()）]{0,20}[）)]|[^，。；\d\n]{0,8})[，、]?其余(?!\d|[一二两三四五六七八九十]+[个项家人])[^，。；\d]{1,16}(?=[，。；]|$)/u

/** 行政126人，事业186人。行政人员中，……: of several the one that is named anew. */
const anewNamed = /(?:^|[。；，])(?:在|上述|以上|全部)*(\p{Script=Han}{2,12})中[，,：:]/u

const rankOf = (gap: string): number => (/[；;。]/.test(gap) ? 3 : /，/.test(gap) ? 2 : /、/.test(gap) ? 1 : 0)
/** 水冲式198座、旱厕34座，新改建12座: where a stronger mark follows than any between, what went before may be all. */
function mayEnd(parts: readonly Part[], at: number): boolean {
  const rank = parts[at]?.rank ?? 0
  return at > 0 && parts.slice(0, at).every((part) => part.rank < rank)
}

/** 上级资金到位620万元，县本级资金分三批到位，分别为……: the list is of what was told last, without a figure. */
const anew = /^[^，。；]*，\p{Script=Han}{4,}，分别(?:为|是)/u

/** 累计8126件，日均812.6件，其中……: what is listed is of the total. */
const isMean = ({ start, label }: Fact, text: string) =>
  /(?:平均|人均|均)每?[日天月年人户次]?(?:为|约|达)?$|均(?:补贴|补助|投入|支出|费用|面积)(?:为|约|达)?$|每[日天月年人户次](?:为|约|达)?$/.test(
    text.slice(Math.max(0, start - 6), start),
  ) || /平均/.test(label)

/** 接待费6.74万元，人均200元；维修5万元，每平方米12元: what one costs is no part. */
const ofOne = /(?:[人车户次件场村校站点处座台亩吨日月年]均|每\p{Script=Han}{1,4})(?:为|约|达)?$/u
const isMeanPart = (fact: Fact, text: string) =>
  isMean(fact, text) || ofOne.test(text.slice(Math.max(0, fact.start - 6), fact.start))

const isTarget = ({ label }: Fact) => /任务|目标|计划|指标值/.test(label)

function isWholeOf(whole: Fact, first: Fact, text: string): boolean {
  const words = text.slice(whole.end, first.start)
  return (
    words.length <= LONGEST_OPENER &&
    !anew.test(words) &&
    (!/[。；;]/.test(words) || /[。；;]其中[^。；;]*$|。[\p{Script=Han}]{0,8}(?:用于|中[，,])/u.test(words))
  )
}

/** Where a list in brackets ends; without a bracket at the end of the sentence. */
function bracketEnd(text: string, from: number, to: number, end: number): number {
  const at = text.slice(from, to).search(/[（(]/)
  if (at < 0 || /[）)]/.test(text.slice(from, to).slice(at))) return end
  let depth = 0
  for (let index = from + at; index < end; index++) {
    if (/[（(]/.test(text[index] as string)) depth++
    else if (/[）)]/.test(text[index] as string) && --depth === 0) return index
  }
  return end
}

/** A new total ends the list. */
function stopAt(facts: readonly Fact[], text: string): number {
  const at = facts.findIndex(
    (fact, index) =>
      index > 0 &&
      ((total.test(text.slice(fact.start - 3, fact.start)) && !/[：:]/.test(text.slice(fact.end, fact.end + 1))) ||
        /另有|此外|同时|新改建|等[，,；;]|上年末|年内新[建增]|其余[^，。；\d]+[，；]/.test(
          text.slice(facts[index - 1]?.end, fact.start),
        )),
  )
  return at < 0 ? facts.length : at
}

/** The ways a list can be read: a part that opens a list of its own takes some of those behind it. The likeliest first. */
export function readings({ parts }: Pick<Listing, 'parts'>): Fact[][] {
  const sure = parts.filter(({ fact }) => !isDoubtfulPart(fact))
  const variants = sure.length === parts.length ? [parts] : [parts, sure]
  return variants.flatMap((variant) => {
    const facts = variant.map(({ fact }) => fact)
    const untilStops = variant.flatMap(({ ends }, at) => (ends && at > 0 ? [facts.slice(0, at + 1)] : []))
    return [...expand(variant), ...untilStops].filter((reading) => reading.length > 0)
  })
}

const MOST_READINGS = 40
function expand(parts: readonly Part[]): Fact[][] {
  const [first, ...rest] = parts
  if (!first) return [[]]
  const ways: Fact[][] = []
  const skips = first.opens ? [...rest.keys()].map((at) => at + 1).reverse() : []
  for (const skip of [...(first.opens ? skips : []), 0]) {
    if (ways.length > MOST_READINGS) break
    for (const way of expand(rest.slice(skip))) ways.push([first.fact, ...way])
  }
  return ways
}
