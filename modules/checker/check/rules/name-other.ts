import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const place = /^(?:[\p{Script=Han}]{2,4}市)?([\p{Script=Han}]{2,4}?(?<!城)[市县区旗])/u
const day = /^(?:(?:19|20)\d{2}|[二〇○零一二三四五六七八九]{4})年/

/** The bureau of another report left standing where this one signs or acts. */
export const nameOther: Rule = {
  id: 'name.other-bureau',
  kind: 'name',
  title: '落款和以本单位口吻所写的单位，应是本单位',
  source: 'GB/T 9704—2012《党政机关公文格式》：机关全称或规范化简称',
  fails: [
    '临江县农业农村局2023年度项目支出绩效自评报告\n一、概况\n全年完成。\n临江县水利局\n2024年4月12日',
    '临江区综合行政执法局2023年度部门决算\n一、概况\n履行职责。\n二、下一步打算\n下一步，临江区民政局将继续完善考核办法。',
    '江沔市城市管理委员会2023年度绩效自评报告\n一、概况\n江沔市城市管理委员会设科室6个。\n5个片区由3家企业承包，江河市城管委环卫科履约监管。',
    '临江县农业农村局2023年度绩效自评报告\n一、概况\n全年完成。\n二、问题\n管护经费未列入临江县民政局年度预算。',
    '临湖区教育局2023年度绩效自评报告\n一、概况\n临湖区教育局所属学校40所。\n二、管理\n东江区教育局制定了《资金管理办法》。',
  ],
  holds: [
    '临江县农业农村局2023年度项目支出绩效自评报告\n一、概况\n临江县财政局印发了通知，临江县水利局配合。下一步，临江县农业农村局将继续推进。\n临江县农业农村局\n2024年4月12日',
    '东江市临湖区教育局2023年度绩效自评报告\n一、概况\n临湖区教育局所属学校40所。东江市教育局印发了办法。学习江北区教育局制定的办法。\n临湖区教育局\n',
    '江沔市城市管理委员会2023年度绩效自评报告\n一、概况\n江沔市城市管理委员会设科室6个。赴学习，江北市城管委的做法值得借鉴。',
    '2023年度部门整体支出绩效自评报告\n根据《临江县财政局关于开展自评的通知》，我局开展自评。\n一、概况\n全年完成。\n临江县水利局',
    '临江县农业农村局2023年度绩效自评报告\n一、概况\n管护由临江县水利局负责。\n二、问题\n管护经费未列入临江县水利局年度预算，也未纳入临江县农业农村局年度预算。',
    '临江县农业农村局2023年度绩效自评报告\n一、概况\n全年完成。\n临江县农村能源服务中心\n2024年4月12日',
  ],
  *check(doc) {
    const { bureau = '', title = '' } = doc.profile
    const own = place.exec(bureau)?.[1]
    if (!own) return
    if (matches(doc, new RegExp(bureau.replace(/[（）()]/g, '.'), 'g')).length > 1) yield* namesake(doc, bureau, own)
    if (!bureau.endsWith('局') || !title.includes(bureau)) return
    yield* signed(doc, bureau, own)
    yield* next(doc, bureau, own)
    yield* elsewhere(doc, bureau, own)
    yield* budgeted(doc, bureau, own)
  },
}

const kindOf = (name: string, own: string) => name.slice(name.lastIndexOf(own) + own.length)
/** 综合执法局 may be the short name of 综合行政执法局: its signs stand there in order. */
const isShort = (kind: string, bureau: string) => {
  let at = 0
  return [...kind].every((sign) => {
    at = bureau.indexOf(sign, at) + 1
    return at > 0
  })
}

function isOther(doc: Understanding, words: string, bureau: string, own: string): boolean {
  const kind = kindOf(words, own)
  return words !== bureau && !isShort(kind, bureau) && !new RegExp(`简称[^）)]{0,6}${kind}`).test(doc.folded.text)
}

const LAST_LINES = 8
/** The last line that is nothing but a bureau of the same place. */
function* signed(doc: Understanding, bureau: string, own: string): Generator<Outcome> {
  const { lines } = doc.folded
  const alone = new RegExp(`^(?:[\\p{Script=Han}]{2,4}市)?${own}[\\p{Script=Han}]{2,12}局$`, 'u')
  const body = lines.findLastIndex((line, at) => !line.cell && doc.line(at).length > 0 && !day.test(doc.line(at)))
  const signers = lines.flatMap((line, at) =>
    at > 2 && at > body - LAST_LINES && !line.cell && alone.test(doc.line(at)) ? [{ line, words: doc.line(at) }] : [],
  )
  const [first] = signers
  if (signers.length !== 1 || !first || !isOther(doc, first.words, bureau, own)) return
  yield differs('error', 0.86, '落款', first.words, bureau, first.line)
}

/** 下一步，某局将…: who speaks is who reports. */
function* next(doc: Understanding, bureau: string, own: string): Generator<Outcome> {
  const speaks = new RegExp(
    `(?<=(?:下一步|今后|下阶段|下步|20\\d\\d年)[，,])(?:[\\p{Script=Han}]{2,4}市)?${own}[\\p{Script=Han}]{2,12}?局(?=将|要|会)`,
    'gu',
  )
  for (const found of matches(doc, speaks))
    if (isOther(doc, found.words, bureau, own)) yield differs('error', 0.85, '此处', found.words, bureau, found)
}

/** 尚未纳入某局年度预算: another bureau, named only here, where the own budget is spoken of. */
function* budgeted(doc: Understanding, bureau: string, own: string): Generator<Outcome> {
  const budget = new RegExp(
    `(?<=未[纳列]入|未编入)(?:[\\p{Script=Han}]{2,4}市)?${own}[\\p{Script=Han}]{2,12}?局(?=(?:年度|部门|\\d{4}年度?)*(?:部门)?预算)`,
    'gu',
  )
  for (const found of matches(doc, budget)) {
    if (!isOther(doc, found.words, bureau, own) || doc.folded.text.split(kindOf(found.words, own)).length > 2) continue
    yield differs('question', 0.74, '此处', found.words, bureau, found)
  }
}

const verbs = '制定|印发|出台|成立|组织|开展|建立|严格|高度|积极|负责|对|按照|将|内设'
const compares = /学习|借鉴|参照|参考|考察|赴|与|和|、|同|向|如|较|比$/
/** The same bureau of another district, that acts here and is named nowhere else. */
function* elsewhere(doc: Understanding, bureau: string, own: string): Generator<Outcome> {
  const kind = kindOf(bureau, own)
  const acts = new RegExp(`(?<=^|[\\n。；，：、）.])([\\p{Script=Han}]{2,3}${own.at(-1)})${kind}(?=${verbs})`, 'gmu')
  const others: Match[] = matches(doc, acts).filter(
    ({ groups: [where = ''], start }) =>
      !where.endsWith(own) &&
      !compares.test(doc.folded.text.slice(Math.max(0, start - 2), start)) &&
      matches(doc, new RegExp(where, 'g')).length === 1,
  )
  for (const found of others) yield differs('error', 0.84, '此处', found.words, bureau, found)
}

/** 江河市城管委 in a report of 江沔市城市管理委员会: a body of its kind, of a place named nowhere else. */
function* namesake(doc: Understanding, bureau: string, own: string): Generator<Outcome> {
  const body = new RegExp(
    `(?<=^|[\\n，。；：])([\\p{Script=Han}]{2}${own.at(-1)})([\\p{Script=Han}]{2,10}?(?:局|委员会|委(?!员)))(?!的?(?:经验|做法))`,
    'gmu',
  )
  const kind = kindOf(bureau, own)
  for (const found of matches(doc, body)) {
    const [where = '', other = ''] = found.groups
    if (own.endsWith(where) || !isShort(other, kind) || matches(doc, new RegExp(where, 'g')).length > 1) continue
    yield wrong(
      'question',
      0.78,
      `这里是“${found.words}”，本报告的单位是“${bureau}”，“${where}”全文只此一处；请核实是否写错。`,
      [found],
      { claimed: found.words, computed: bureau },
    )
  }
}

const differs = (
  severity: 'error' | 'question',
  certainty: number,
  where: string,
  words: string,
  bureau: string,
  place: { start: number; end: number },
) =>
  wrong(
    severity,
    certainty,
    `${where}的单位是“${words}”，本报告的单位是“${bureau}”；请核实是否沿用了别处的文字。`,
    [place],
    {
      claimed: words,
      computed: bureau,
    },
  )
