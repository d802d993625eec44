import type { Understanding } from '../../understand/index.ts'
import { chineseNumber } from '../../understand/numerals.ts'
import type { Outcome, Rule } from '../rule.ts'
import { confusable } from '../vocabulary/confusable.ts'
import { type Match, matches, wrong } from '../words.ts'

/** What ends the name of a place or a body; before it stand three or four signs that tell it from others. */
const suffix = /(?:执法)?(街道|社区|大队|中队|支队|中心|管理处|管理所|管理局|财政局|执法局|建设局|委员会|办事处)/g
/** Signs that stand before a name and are no part of it, and numbers: 是城市管理局 is no slip of 市城市管理局. */
const alone =
  /[各个本该每哪某全是为由和与及在对从将向以的地得等有了县市区镇乡村并经被让于至到或而则就即使据按依再一二三四五六七八九十]/
/** So often a name must stand before another is held to be a slip of it. */
const OFTEN = 3

/** 望停桥街道 where it is 望亭桥街道 everywhere else; the county of the title with another sign. */
export const nameVariant: Rule = {
  id: 'name.variant',
  kind: 'name',
  title: '地名、单位名称前后一致，没有错字',
  source: 'GB/T 9704—2012《党政机关公文格式》：机关全称或规范化简称',
  fails: [
    '云塘区望亭桥街道位于西南部。望亭桥街道辖社区11个。修订《望亭桥街道考核细则》。\n云塘区望停桥街道办事处\n',
    '梁陵县城市管理局2024年度绩效自评报告\n梁陵县建成区26.8平方公里。梁陵县财政局拨付资金。\n梁凌县城市管理局\n',
    '下辖东湖执法大队。东湖执法大队负责东湖片区，东湖执法大队现有队员32人，东胡执法大队案件评查优秀。',
    '临江区人民政府杨柳街道办事处2023年度部门整体支出绩效自评报告\n杨柳街道辖12个社区。\n平川市临江区人民政府杨桥街道办事处\n',
    '平川市城市管理局2023年度绩效自评报告\n一、概况\n全年完成。\n平用市城市管理局\n',
    '金川市支队直属一大队自评报告\n金川市支队直属一大队（以下简称直属一大队）成立于2011年。直属一大队支出821万元。\n直属二大队辖区满意度为88.4%。',
  ],
  holds: [
    '市城市管理局负责。市城市管理局拨付。由市城市管理局考核。主管单位是城市管理局。',
    '新华社区居民1200户，新华社区、新华社区均达标，新化社区居民800户。',
    '站前街道、铁西街道、河东街道。站前街道9条、铁西街道8条、河东街道7条。站前街道新增泊位126个。',
    '金川市支队直属一大队（以下简称直属一大队）成立于2011年。直属二大队、直属三大队另行自评。直属二大队支出3万元。',
    '临江区人民政府杨柳街道办事处2023年度部门整体支出绩效自评报告\n杨柳街道辖12个社区。\n平川市临江区人民政府杨柳街道办事处\n',
    '梁陵县城市管理局2024年度绩效自评报告\n梁陵县财政局拨付资金，梁山县、梁东县前来学习。',
  ],
  *check(doc) {
    yield* bodies(doc)
    yield* ownPlace(doc)
    yield* ownLine(doc)
    yield* ownNumber(doc)
  },
}

const LENGTHS = [3, 2, 4]

function* bodies(doc: Understanding): Generator<Outcome> {
  const names = new Map<string, Match[]>()
  for (const { start, end } of matches(doc, suffix))
    for (const length of LENGTHS) {
      const key = doc.folded.text.slice(Math.max(0, start - length), end)
      // 新华社区 and 新化社区 may both be.
      if (!/^\p{Script=Han}+$/u.test(key) || (length < 3 && end - start < 3)) continue
      names.set(key, [...(names.get(key) ?? []), { start: start - length, end, words: key, groups: [] }])
    }
  const told: Match[] = []
  const known = [...names].filter(([, places]) => places.length >= OFTEN)
  for (const [name, places] of names) {
    const right = known.find(
      ([other, more]) =>
        more.length >= places.length * OFTEN && isSlip(name, other) && isPart(doc, name, other, places),
    )
    const [place] = right?.[1] ?? []
    if (!right || !place || told.some((one) => one.end === places[0]?.end)) continue
    told.push(...places)
    yield differs(name, right[0], places, place, right[1].length)
  }
}

/** The sign that differs belongs to the name: it is no word of its own, and does not stand before the name. */
function isPart({ folded: { text } }: Understanding, name: string, other: string, places: readonly Match[]): boolean {
  const at = [...name].findIndex((sign, index) => sign !== other[index])
  if (alone.test(`${name[at]}${other[at]}`)) return false
  return at > 0 || places.every(({ start }) => !/\p{Script=Han}/u.test(text[start - 1] ?? ''))
}

const differs = (name: string, right: string, places: readonly Match[], known: Match, count: number) =>
  wrong('error', 0.84, `名称前后不一：这里是“${name}”，别处是“${right}”（${count}处）。`, [...places, known], {
    claimed: name,
    computed: right,
  })

/** Of one length, with one sign read or typed for another. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = [...one].flatMap((sign, index) => (sign === other[index] ? [] : [index]))
  const [index = 0] = at
  return (
    at.length === 1 &&
    (confusable(other[index] ?? '', one[index] ?? '') || confusable(one[index] ?? '', other[index] ?? ''))
  )
}

/** The place of the title, and the same with one sign mistaken. */
function* ownPlace(doc: Understanding): Generator<Outcome> {
  const own = /^([\p{Script=Han}]{2,4}?)(?<!城)([市县区旗])/u.exec(doc.profile.bureau ?? '')
  const [place, stem = '', level = ''] = own ?? []
  if (!place) return
  const right = matches(doc, new RegExp(place, 'g'))
  const [known] = right
  const holes = [...stem].map((_, at) => `${stem.slice(0, at)}[\\p{Script=Han}]${stem.slice(at + 1)}${level}`)
  const near = matches(doc, new RegExp(holes.join('|'), 'gu')).filter(({ words }) => isSlip(words, place))
  const [first] = near
  if (!first || !known || right.length < OFTEN * near.length) return
  yield differs(first.words, place, near, known, right.length)
}

const higher = /^(?:[\p{Script=Han}]{2,3}(?:省|市|自治[区州]))*$/u
/** The name as long as the other: 天津市河东区某局 is 河东区某局 with the places above it. */
function alikeIn(words: string, bureau: string): string | undefined {
  const longer = words.length - bureau.length
  return longer >= 0 && higher.test(words.slice(0, longer)) ? words.slice(longer) : undefined
}

/** A line that is nothing but the name of the title, with one sign another: the signature. */
function* ownLine(doc: Understanding): Generator<Outcome> {
  const { bureau = '' } = doc.profile
  if (bureau.length < SHORTEST) return
  for (const [index, line] of doc.folded.lines.entries()) {
    const words = doc.line(index)
    const name = line.cell ? undefined : alikeIn(words, bureau)
    if (!name || name === bureau) continue
    const differing = [...name].filter((sign, at) => sign !== bureau[at])
    if (differing.length !== 1) continue
    const [known] = matches(doc, new RegExp(bureau.replace(/[（）()]/g, '.'), 'g'))
    yield wrong(
      'error',
      0.84,
      `落款的单位名称与标题不同：这里是“${words}”，标题是“${bureau}”。`,
      [line, ...(known ? [known] : [])],
      { claimed: words, computed: bureau },
    )
  }
}

const SHORTEST = 6
const team = /([\p{Script=Han}]{0,4})([一二三四五六七八九十])(大队|中队|支队|分局)/u

/** The team the report is of has a number; another number stands once. */
function* ownNumber(doc: Understanding): Generator<Outcome> {
  const short = /简称[“"]?([\p{Script=Han}]{2,8})/u.exec(doc.folded.text)?.[1] ?? ''
  const [own, lead = '', number = '', kind = ''] = team.exec(short) ?? []
  if (!own || lead.length < 2 || !chineseNumber(number)) return
  const all = matches(doc, new RegExp(`${lead}([一二三四五六七八九十])${kind}`, 'g'))
  const others = all.filter(({ groups }) => groups[0] !== number)
  const [other] = others
  const known = all.find(({ groups }) => groups[0] === number)
  if (others.length !== 1 || !other || !known || all.length < OFTEN + 1) return
  yield wrong(
    'question',
    0.7,
    `本报告的单位是“${own}”，这里是“${other.words}”，全文只此一处；请核实是否写错。`,
    [other, known],
    { claimed: other.words, computed: own },
  )
}
