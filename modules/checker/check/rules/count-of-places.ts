import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { comparable } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { isOfOtherTime } from '../subject.ts'
import { toldOtherwise } from '../told.ts'
import { before, matches } from '../words.ts'

const nouns =
  '公园|游园|广场|公厕|公共厕所|中转站|转运站|收集站|泵站|监测站|检测站|服务站|工作站|站点|驿站|社区|行政村|大队|中队|科室|股室|管理所|分局|学校|幼儿园|医院|水库|桥梁|隧道|停车场|养护单位|直属单位|下属单位|二级单位'
/** 管辖公园5个, 下辖5个社区: how many there are. */
const holds = new RegExp(
  `(?:管辖|下辖|所辖|辖有?|管养|管护|管理|负责|设有|下设|内设|拥有|共有|现有)(?:有|着)?(?:全市|全县|全区|城区|建成区)?(${nouns})$`,
)
const holding = /(?:管辖|下辖|所辖|辖有?|设有|下设|内设|拥有|共有|现有)(?:有)?(?:全市|全县|全区|城区|建成区)?$/
const named = new RegExp(`^(${nouns})`)
/** 6个公园全年接待, 6个公园均免费开放: what is said of them all. */
const ofAll = /^(?:全年|全部|均|都|共|累计|合计|日均|年均|总|平均|全天|免费|每日)/
const opens = /(?:^|[。；;，,：:\n、）)]|(?:全部|所有|所辖|下辖|所属|管辖|辖区|全[市县区局所]|这|上述)的?)$/
const part = /其中|新建|新增|改造|提升|计划|拟|目标|上年|去年|原有|撤销|合并|另有|片区|分别|抽查|抽取|选取|试点/

/** 管辖公园5个, and later 6个公园全年接待游客: more than there are. */
export const countOfPlaces: Rule = {
  id: 'cross-reference.places',
  kind: 'cross-reference',
  title: '所辖公园、站点、社区等的个数前后一致',
  source: '部门概况所列数量与正文一致（B-17）',
  fails: [
    '管理处管辖公园7个，绿化带30条。\n8个公园全年接待游客260万人次，日均0.71万人次。',
    '我镇下辖12个社区，人口8万人。\n全部11个社区均建立议事会。',
    '全所现有中转站9座（东门站、西门站等）。\n年内运行平稳，10座中转站全年转运垃圾6.2万吨。',
    '街道下设4个中队，队员96人。\n工作开展方面，5个中队均配备执法记录仪。',
  ],
  holds: [
    '管理处管辖公园7个，绿化带30条。\n7个公园全年接待游客260万人次。其中3个公园全年免费开放。改造8个公园。',
    '我镇下辖12个社区，人口8万人。\n5个社区均建立议事会，新增社区1个，计划建设14个社区均衡发展点。',
    '全所现有中转站9座，年内新建1座。\n10座中转站全年转运垃圾6.2万吨。',
    '东门街道下辖12个社区。\n西门街道下辖15个社区。\n27个社区全年开展活动300场。',
    '上年管辖公园6个。管理处管辖公园7个。\n7个公园均已开放。',
    '管理处管辖公园7个，绿化带30条。\n全市22个公园均实现免费开放。',
  ],
  *check(doc) {
    const wholes = standing(doc)
    for (const [noun, all] of wholes) {
      const [whole] = all
      if (!whole || new Set(all.map(({ value }) => value)).size > 1) continue
      // 年内新建1座: there are more at the end than at the beginning.
      if (changed(doc, noun, whole)) continue
      const other = doc.facts.find((fact) => fact !== whole && isOther(doc, fact, whole, noun))
      if (other) yield toldOtherwise(doc, `“${noun}”的数量`, [whole, other], 0.78)
    }
  },
}

function standing(doc: Understanding): Map<string, Fact[]> {
  const { text, lines } = doc.folded
  const found = new Map<string, Fact[]>()
  for (const fact of doc.facts) {
    if (!isCount(fact) || lines[fact.line]?.cell || isOfOtherTime(doc, fact)) continue
    const words = text.slice(Math.max(lines[fact.line]?.start ?? 0, fact.start - 16), fact.start)
    const noun = holds.exec(words)?.[1] ?? (holding.test(words) ? named.exec(fact.object)?.[1] : undefined)
    if (!noun || part.test(words.replace(/^.*[。；;，,]/s, ''))) continue
    found.set(noun, [...(found.get(noun) ?? []), fact])
  }
  return found
}

const isCount = (fact: Fact): boolean => fact.unit.dimension === 'count' && isExact(fact) && fact.value > 2

/** More of them than there are, or all of them and fewer. */
function isOther(doc: Understanding, fact: Fact, whole: Fact, noun: string): boolean {
  const { text, lines } = doc.folded
  if (!isCount(fact) || !comparable(fact, whole) || fact.value === whole.value || lines[fact.line]?.cell) return false
  if (!fact.object.startsWith(noun) || !ofAll.test(fact.object.slice(noun.length)) || isOfOtherTime(doc, fact))
    return false
  const words = text.slice(Math.max(lines[fact.line]?.start ?? 0, fact.start - 20), fact.start)
  const clause = words.replace(/^.*[。；;，,]/s, '')
  if (!opens.test(words) || part.test(clause) || /全[市县区省]|各/.test(clause)) return false
  if (Math.abs(fact.value - whole.value) * 2 > whole.value) return false
  return fact.value > whole.value || /(?:全部|所有|所辖|全局|全所)的?$/.test(clause)
}

const changes = /(?:新建|新增|新设|增设|建成(?!区)|撤销|撤并|合并|划入|划出|移交|接管)[^。；;，,\n]{0,10}/g
/** Some were built, opened or closed in the year: 新建公厕2座, or 公厕9座，年内新建1座. */
const changed = (doc: Understanding, noun: string, { unit }: Fact): boolean =>
  matches(doc, changes).some(
    (found) =>
      found.words.includes(noun) ||
      (/\d/.test(found.words) && found.words.includes(unit.word) && before(doc, found, 30).includes(noun)),
  )
