import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { isWithin } from '../similar.ts'
import { type Match, matches, wrong } from '../words.ts'

/** A full name begins with its place: two signs and 市, 区, 县 … */
const body =
  /[\p{Script=Han}]{2}(?:(?<!城)市|[县旗州]|(?:高新|经开|开发|新|园|示范)?区)[\p{Script=Han}]{3,18}?(?:管理局|法局|管理委员会|执法委员会|大队|支队|管理处(?!罚)|管理所|维护站|服务中心|指挥中心|管理中心)/gu
/** 一大队 and 二大队 differ on purpose. */
const telling = /[一二三四五六七八九十\d东西南北中上下新老内外前后左右大小市区县省州镇乡街道]/
interface Named {
  name: string
  places: Match[]
}

/** One body written in two ways that differ by a sign. */
export const nameBureau: Rule = {
  id: 'name.body',
  kind: 'name',
  title: '单位名称前后一致',
  source: 'GB/T 9704—2012《党政机关公文格式》：机关全称或规范化简称',
  fails: [
    '临江市交通运输局2023年度部门整体支出绩效自评报告\n临江市交通局自评得分96分。',
    '黔泉县综合行政执法局2023年度报告\n黔泉县综合行政执法局成立小组，县综合执法行政局逐项打分。',
    '临江区城市管理和执行法局2023年度报告\n临江区城市管理和执法局是区政府工作部门。临江区城市管理和执法局内设机构7个。',
    '下设临江区环境卫生和绿化服务中心。临江区环境卫生和绿化服务中心支出20万元，临江区环境卫生与绿化服务中心执行率95%。',
  ],
  holds: [
    '临江区城市管理局2023年度报告\n临江区城管局（以下简称区城管局）完成任务，临江区财政局拨付资金。',
    '临江区城市管理和执法局（以下简称区城管局）是政府工作部门，临江区城市管理和执法局下设一大队。',
    '临江区第一执法大队、临江区第二执法大队，临江区城东环境管理所、临江区城西环境管理所。临江市城市管理局、临川市城市管理局。',
  ],
  *check(doc) {
    yield* shortened(doc)
    yield* turned(doc)
    const bodies = [...namesIn(doc).values()].filter(({ name }) => name.length >= 6)
    const told = new Set<string>()
    for (const rare of bodies) {
      const right = bodies.find((other) => isMore(other, rare) && bodies.length < 400 && slips(rare.name, other.name))
      const [place] = rare.places
      const [known] = right?.places ?? []
      if (!right || !place || !known || told.has(rare.name)) continue
      told.add(rare.name)
      yield wrong(
        'error',
        0.78,
        `单位名称前后不一：这里是“${rare.name}”，别处是“${right.name}”（${right.places.length}处）。`,
        [...rare.places, known],
        { claimed: rare.name, computed: right.name },
      )
    }
  },
}

const isMore = (one: Named, other: Named) => one.places.length > other.places.length

function namesIn(doc: Understanding): Map<string, Named> {
  const names = new Map<string, Named>()
  for (const found of matches(doc, body)) {
    const name = found.words
    const row = names.get(name) ?? { name, places: [] }
    row.places.push(found)
    names.set(name, row)
  }
  return names
}

/** The two differ by one sign that was lost, added, changed or by two swapped, and not by one that tells bodies apart. */
function slips(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  let back = 0
  while (back < Math.min(one.length, other.length) - from && one.at(-1 - back) === other.at(-1 - back)) back++
  const [a, b] = [one.slice(from, one.length - back), other.slice(from, other.length - back)]
  if (from === 0 || telling.test(a + b)) return false
  if (a.length <= 1 && b.length <= 1) return true
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]
}

/** Abbreviations everybody knows: 城管局, 住建局. */
const usual = /城管|住建|人社|发改|市监|市场监管|文旅|卫健|农业|自规|资规|行政审批|局本级|环卫|生态环境/

/** The bureau of the title without some of its words, and nowhere said that it is called so. */
function* shortened(doc: Understanding) {
  const { bureau } = doc.profile
  const place = /^(?:[\p{Script=Han}]{2,5}?(?:(?<!城)市|(?<!城)区|[县旗州]))+/u.exec(bureau ?? '')?.[0]
  if (!bureau || !place || !bureau.endsWith('局')) return
  const found = matches(doc, new RegExp(`${place}[\\p{Script=Han}]{1,10}?局`, 'gu')).filter(({ words, start }) => {
    const shorter = words.length < bureau.length && isWithin(words, bureau) && !usual.test(words)
    return shorter && !/简称[“"]?$/.test(doc.folded.text.slice(Math.max(0, start - 4), start))
  })
  const [first] = found
  if (!first || new RegExp(`简称[^）)]{0,4}${first.words}`).test(doc.folded.text)) return
  yield wrong(
    'question',
    0.62,
    `单位名称不全：这里是“${first.words}”，标题是“${bureau}”；第一次使用简称应当注明。`,
    found,
    { claimed: first.words, computed: bureau },
  )
}

/** 综合执法行政局 beside 综合行政执法局: the same words in another order. */
function* turned(doc: Understanding) {
  const names = matches(doc, /(?:城市|综合|管理|行政|执法|和){2,6}(?:局|委员会|大队)/g)
  const counts = new Map<string, Match[]>()
  for (const one of names) counts.set(one.words, [...(counts.get(one.words) ?? []), one])
  for (const [name, places] of counts) {
    const sorted = [...name].sort().join('')
    const right = [...counts].find(
      ([other, more]) => other !== name && more.length > places.length && [...other].sort().join('') === sorted,
    )
    const known = right?.[1][0]
    if (!right || !known) continue
    yield wrong('error', 0.8, `单位名称前后不一：这里是“${name}”，别处是“${right[0]}”。`, [...places, known], {
      claimed: name,
      computed: right[0],
    })
  }
}
