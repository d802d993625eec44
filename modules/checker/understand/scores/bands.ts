import { every } from '../every.ts'
import type { Understanding } from '../index.ts'
import { once } from '../once.ts'

/** From which score on a grade is given; `until` where the text says it. */
export interface Band {
  label: string
  from: number
  until: number
}

export interface Bands {
  bands: Band[]
  /** The document prints them; otherwise they are the national ones. */
  own: boolean
  place?: { start: number; end: number }
}

/** 财预〔2020〕10号: 优 90–100, 良 80–90, 中 60–80, 差 below 60. */
export const national: Bands = {
  own: false,
  bands: [
    { label: '优', from: 90, until: 100 },
    { label: '良', from: 80, until: 90 },
    { label: '中', from: 60, until: 80 },
    { label: '差', from: 0, until: 60 },
  ],
}

/** 优秀 and 优, 良好 and 良 are one grade; 合格 and 基本合格 are grades of other schemes. */
export function gradeOf(label: string): string | undefined {
  const words = label.replace(/[“”"‘’「」（）()\s]|等级|等次|级$|档$/g, '')
  const known: Record<string, string> = {
    优: '优',
    优秀: '优',
    良: '良',
    良好: '良',
    中: '中',
    中等: '中',
    一般: '中',
    差: '差',
    较差: '差',
    合格: '合格',
    及格: '合格',
    达标: '合格',
    基本合格: '基本合格',
    较好: '较好',
    不合格: '不合格',
    不及格: '不合格',
  }
  return known[words]
}

const words = '优秀|良好|较好|中等|一般|基本合格|不合格|不及格|较差|合格|及格|优|良|中|差'
const bracket = '(?:[（(](?:不?含|包含)(?:\\d+分?)?[）)])?'
const number = `(\\d{1,3}(?:\\.\\d+)?)\\s?分?${bracket}`
const said = `(?:之间)?(?:的)?(?:[，,]?(?:评价|评定|自评)?(?:等级|等次|结果)?(?:为|是|评为|定为|属于?)?|：|:|=)[“"‘]?(${words})[”"’]?`
const between = '-|—|–|~|～|至|到|≤[^\\d，。；]{0,4}[<＜≤]|[>＞≥][^\\d，。；]{0,4}[≥>＞]'
/** 80分以上、90分以下; 80分及以上，不足90分. */
const fromTo = `及?以上[、，,]?(?:低于|小于|不足|不满|<|＜)?${number}(?:以下)?`
const ranged = new RegExp(`${number}(?:(?:${between})${number}|${fromTo})${said}`, 'g')
/** [80,90)为良 */
const interval = new RegExp(`[[［（(【]${number}[，,、]\\s?${number}[\\]］）)】]${said}`, 'g')
const least = '≥|>|＞|大于等于|大于|高于|不低于|不少于'
const most = '≤|<|＜|低于|小于|不足|不满'
/** ≥90分为优: without a comma, for 得分高于90分，评为优 is no band. */
const near = said.replace('[，,]?', '')
const above = new RegExp(`(?:${least})?${number}(?:及?以上)${bracket}${said}|(?:${least})${number}${near}`, 'g')
const below = new RegExp(`(?:(?:低于|小于|不足|不满|<|＜)${number}|${number}(?:以下|及以下))${bracket}${said}`, 'g')
/** 优（90-100分）, 良(80≤得分<90): the label in front. */
const named = `[“"‘]?(${words})[”"’]?(?:等级|等次)?[（(：:](?:得分)?`
const labelled = new RegExp(`${named}${number}(?:(?:${between})${number}|${fromTo})[）)]?`, 'g')
const labelledAbove = new RegExp(`${named}(?:(?:${least})${number}|${number}及?以上)[）)]?`, 'g')
const labelledBelow = new RegExp(`${named}(?:(?:${most})${number}|${number}及?以下)[）)]?`, 'g')

/** The bands a document prints itself, at least two of them. */
export const bandsOf = once(readBands)

function readBands({ folded: { text } }: Understanding): Bands {
  if (!/\d分?[^。\n]{0,14}[优良]/.test(text) && !/[优良][秀好]?[”"’]?[（(：:]/.test(text)) return national
  const found: { band: Band; start: number; end: number }[] = []
  const add = (label: string | undefined, one: number, other: number, start: number, length: number) => {
    const grade = label && gradeOf(label)
    if (!grade || one > 120 || other > 120) return
    found.push({
      band: { label: grade, from: Math.min(one, other), until: Math.max(one, other) },
      start,
      end: start + length,
    })
  }
  const covered = (index: number) => found.some(({ start, end }) => index >= start && index < end)
  for (const { 0: all, 1: one, 2: other, 3: upper, 4: label, index } of every(text, ranged))
    add(label, Number(one), Number(other ?? upper), index, all.length)
  for (const { 0: all, 1: one, 2: other, 3: label, index } of every(text, interval))
    if (!covered(index)) add(label, Number(one), Number(other), index, all.length)
  for (const { 0: all, 1: label, 2: one, 3: other, 4: upper, index } of every(text, labelled))
    if (!covered(index + all.length - 1)) add(label, Number(one), Number(other ?? upper), index, all.length)
  for (const { 0: all, 1: label, 2: one, 3: other, index } of every(text, labelledAbove))
    if (!covered(index + all.length - 1)) add(label, Number(one ?? other), 100, index, all.length)
  for (const { 0: all, 1: label, 2: one, 3: other, index } of every(text, labelledBelow))
    if (!covered(index + all.length - 1)) add(label, 0, Number(one ?? other), index, all.length)
  for (const { 0: all, 1: one, 2: label, 3: other, 4: near, index } of every(text, above))
    if (!covered(index)) add(label ?? near, Number(one ?? other), 100, index, all.length)
  for (const { 0: all, 1: one, 2: other, 3: label, index } of every(text, below))
    if (!covered(index)) add(label, 0, Number(one ?? other), index, all.length)
  return settled(found)
}

function settled(found: { band: Band; start: number; end: number }[]): Bands {
  const near = found.sort((one, other) => one.start - other.start)
  const group: typeof near = []
  for (const one of near) {
    const last = group.at(-1)
    if (last && one.start - last.end > 40) {
      if (group.length >= 2) break
      group.length = 0
    }
    group.push(one)
  }
  const [first] = group
  if (group.length < 2 || !first) return national
  const bands = closed(group.map(({ band }) => band)).sort((one, other) => other.from - one.from)
  return { own: true, bands, place: { start: first.start, end: group.at(-1)?.end ?? first.end } }
}

/** 90分以上为优，80分以上为良: what is open above ends where the next begins, what is open below too. */
const closed = (bands: readonly Band[]): Band[] =>
  bands.map(({ label, from, until }) => ({
    label,
    from: from > 0 ? from : Math.max(0, ...bands.map((band) => band.until).filter((one) => one < until)),
    until: until < 100 ? until : Math.min(until, ...bands.map((band) => band.from).filter((one) => one > from)),
  }))

/** The grades a score may bear: two where it stands on a border. */
export function gradesFor({ bands, own }: Bands, score: number): string[] {
  const inside = bands.filter(({ from, until }) => score >= from && (score < until || (until >= 100 && score <= until)))
  if (inside.length || !own) return inside.map(({ label }) => label)
  return bands.filter(({ from, until }) => score >= from - 1 && score <= until).map(({ label }) => label)
}
