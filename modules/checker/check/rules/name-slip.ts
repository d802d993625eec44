import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { confusable } from '../vocabulary/confusable.ts'
import { type Match, matches, wrong } from '../words.ts'

const companies = /公司/g
const bodies = /(?:局|委员会|办公室|管理处|管理所|服务中心|中心|大队|支队)(?![长级])/g
const streets = /(?:街道|镇|社区)(?=办事处|办|财政|辖|将|位于|党工委|人民政府|政府|综合|位|下|共|[，。；、）])/g
/** Signs by which bodies of one kind are told apart: 第一公司 and 第二公司, 城东 and 城西, 清扫 and 清运. */
const apart =
  /[一二三四五六七八九十两东南西北中上下前后左右内外新老甲乙丙丁ABCD\d省市县区镇乡村州旗第扫运收转供排给热气水电节养维护修建管服监检]/
/** What stands before a name and is no part of it. */
const FEWEST = 2
const SHORT_NAME = 4

/** 山西晋捷环境科技有限公司 where it is 晋洁 elsewhere; 综合行政执行局; 大洁路街道 in the report of 大沽路街道. */
export const nameSlip: Rule = {
  id: 'name.slip',
  kind: 'name',
  title: '单位、企业名称前后一致，没有一字之差',
  source: 'GB/T 9704—2012《党政机关公文格式》：机关全称或规范化简称',
  fails: [
    '通过公开招标，确定云南瑞洁环境工程有限公司为中标单位。年末瑞洁公司有作业人员120人。\n督促云南瑞捷环境工程有限公司配齐车辆。',
    '主管部门：临溪市综合行政执法局\n临溪市综合行政执法局牵头考核。\n主管部门临溪市综合行政执行局每月通报。\n临溪市综合行政执法局\n',
    '平川市津河区白沽路街道办事处2023年度绩效自评报告\n白沽路街道辖12个社区，白沽路街道办事处负责。\n白洁路街道将以此次自评为契机。\n',
    '由江城县宏达市政工程有限公司承建，江城县宏达市政工程有限公司已进场。\n江城县宏大市政工程有限公司完成了验收。',
  ],
  holds: [
    '由江城县宏达市政工程有限公司、江城县宏运市政工程有限公司承建。江城县宏达市政工程有限公司已进场，宏达市政工程有限公司负责。',
    '平川第一市政工程有限公司承建主体，平川第一市政工程有限公司已进场，平川第二市政工程有限公司承建附属。',
    '临溪市民政局拨付。临溪市财政局拨付。临溪市财政局印发。临溪市财政局审核。',
    '平川市城市环境卫生清扫中心负责清扫。平川市城市环境卫生清扫中心考核。平川市城市环境卫生清扫中心自评。平川市城市环境卫生清运中心转运。',
    '平川市津河区白沽路街道办事处2023年度绩效自评报告\n白沽路街道辖12个社区，白沽路街道办事处负责。与白洁路街道、白堤路街道交界。\n',
    '由江城县宏达市政工程有限公司承建，江城县宏达市政工程有限公司已进场。江城县宏远市政工程有限公司完成了绿化。',
    '由江城县宏达市政工程有限公司承建，江城县宏达市政工程有限公司已进场。江城县宏运市政工程有限公司中标二标段，江城县宏运市政工程有限公司开工。',
  ],
  *check(doc) {
    yield* within(doc, companies, ofCompany)
    yield* within(doc, bodies, ofBody)
    yield* ownStreet(doc)
  },
}

/** The Chinese signs before a suffix, and the suffix. */
function namesOf(doc: Understanding, suffix: RegExp): Match[] {
  const { text } = doc.folded
  return matches(doc, suffix).flatMap((found) => {
    const lead = /[\p{Script=Han}（）]*$/u.exec(text.slice(Math.max(0, found.start - LONGEST), found.start))?.[0] ?? ''
    const start = found.start - lead.length
    return lead.length < SHORT_NAME ? [] : [{ ...found, start, words: lead + found.words }]
  })
}
const LONGEST = 16

interface Pair {
  /** The signs that are the same before the one that differs, that one of both, and the same behind it. */
  lead: string
  one: string
  other: string
  tail: string
}

/** Of two names compared from their ends: where they differ in one sign, and how far they are the same before it. */
function pairOf(one: string, other: string): Pair | undefined {
  let behind = 1
  while (behind <= one.length && one.at(-behind) === other.at(-behind)) behind++
  const [a, b] = [one.at(-behind), other.at(-behind)]
  if (!a || !b) return undefined
  let before = behind + 1
  while (before <= one.length && before <= other.length && one.at(-before) === other.at(-before)) before++
  return {
    lead: one.slice(one.length - before + 1, one.length - behind),
    one: a,
    other: b,
    tail: behind > 1 ? one.slice(1 - behind) : '',
  }
}

type Judge = (pair: Pair) => boolean
const level = /^.*(?:省|市|自治区|县|区|旗|镇|乡)/
/** 山西晋洁环境科技有限公司: the place or another sign of the name before, and what it does behind. */
const ofCompany: Judge = ({ lead, tail, one, other }) =>
  lead.length >= FEWEST && tail.length >= 6 && (confusable(one, other) || confusable(other, one))
/** 综合行政执法局: four signs of the name itself before the one that differs. */
const ofBody: Judge = ({ lead }) => lead.replace(level, '').length >= SHORT_NAME

function* within(doc: Understanding, suffix: RegExp, judge: Judge): Generator<Outcome> {
  const names = namesOf(doc, suffix)
  const byEnd = new Map<string, Match[]>()
  for (const name of names) byEnd.set(name.words, [...(byEnd.get(name.words) ?? []), name])
  const different = [...byEnd.values()].map((places) => places[0] as Match).slice(0, MOST)
  const told = new Set<string>()
  for (const [at, first] of different.entries())
    for (const second of different.slice(at + 1)) {
      if (first.words.slice(-1) !== second.words.slice(-1)) continue
      const pair = pairOf(first.words, second.words)
      if (!pair || !judge(pair) || apart.test(pair.one) || apart.test(pair.other)) continue
      const outcome = rarer(doc, pair, first, second)
      const key = `${pair.lead.slice(-1)}${[pair.one, pair.other].sort().join('')}${pair.tail}`
      if (outcome && !told.has(key)) yield outcome
      if (outcome) told.add(key)
    }
}
const MOST = 200

const countOf = (text: string, words: string): number => text.split(words).length - 1

/** The one that stands once, where the other stands more often, also in short: 晋洁公司. */
function rarer(doc: Understanding, pair: Pair, first: Match, second: Match): Outcome | undefined {
  const { text } = doc.folded
  const side = (sign: string) => {
    const near = `${pair.lead.slice(-FEWEST)}${sign}`
    return { full: countOf(text, `${near}${pair.tail}`), short: countOf(text, near.slice(-FEWEST)) }
  }
  const [one, other] = [side(pair.one), side(pair.other)]
  const isFirst = one.full === 1 && (other.full > 1 || (one.short === 1 && other.short > 1))
  const isSecond = other.full === 1 && (one.full > 1 || (other.short === 1 && one.short > 1))
  if (isFirst === isSecond) return undefined
  const [rare, known] = isFirst ? [first, second] : [second, first]
  const end = pair.lead.length + 1 + pair.tail.length
  // 宏达公司、宏运公司: named side by side they are two.
  const isListed = [rare, known].some(({ start, end: to }) =>
    /[、和与及]/.test(`${text[start - 1] ?? ''}${text[to] ?? ''}`),
  )
  if (isListed) return undefined
  const isSlip = confusable(pair.one, pair.other) || confusable(pair.other, pair.one)
  const [written, right] = [rare, known].map(({ words }) => words.slice(-end))
  return differs(rare, known, written ?? '', right ?? '', isSlip ? 0.82 : 0.76)
}

const differs = (rare: Match, known: Match, written: string, right: string, certainty: number): Outcome =>
  wrong(
    'question',
    certainty,
    `名称前后不一：这里是“${written}”，全文只此一处，别处是“${right}”；请核实是否写错。`,
    [
      { start: rare.end - written.length, end: rare.end },
      { start: known.end - right.length, end: known.end },
    ],
    { claimed: written, computed: right },
  )

/** The street the report is of, with one sign another: 大洁路街道. */
function* ownStreet(doc: Understanding): Generator<Outcome> {
  const own = /([\p{Script=Han}]{3,4})(街道|镇|社区)/u.exec((doc.profile.bureau ?? '').replace(level, ''))
  const [name, stem = '', kind = ''] = own ?? []
  if (!name || countOf(doc.folded.text, name) < 3) return
  const { text } = doc.folded
  const known = text.indexOf(name)
  for (const found of matches(doc, streets)) {
    const words = text.slice(found.end - name.length, found.end)
    const differing = [...words].flatMap((sign, at) => (sign === name[at] ? [] : [at]))
    const [at = 0] = differing
    if (found.words !== kind || differing.length !== 1 || at >= stem.length) continue
    if (at === 0 && /\p{Script=Han}/u.test(text[found.end - name.length - 1] ?? '')) continue
    if (apart.test(`${words[at]}`) || apart.test(`${name[at]}`) || countOf(text, words) > 1) continue
    const around = `${text[found.end - name.length - 1] ?? ''}${text[found.end] ?? ''}`
    if (/[、和与及至到]/.test(around)) continue
    yield differs(
      { ...found, words },
      { start: known, end: known + name.length, words: name, groups: [] },
      words,
      name,
      0.8,
    )
  }
}
