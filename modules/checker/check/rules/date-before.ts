import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { before, type Match, matches, wrong } from '../words.ts'

const full = '(?:((?:19|20)\\d{2})年|(当年|同年|本年|次年|翌年))?(\\d{1,2})月(\\d{1,2})日'
const within = '[^。；;\\n]'
/** 于10月25日完工，赶在10月20日之前; …，早于原定的9月30日. */
const ordered = new RegExp(
  `${full}((?:(?!\\d+月)[^。；;\\n]){0,30}?[，,](?:圆满|顺利)?)(赶在|抢在|早于|先于|晚于|迟于|不晚于|不迟于)(?:了)?((?:原定|计划|合同|约定|规定|要求|预定|确定|目标|完工|竣工|交付|时限|节点|时间|工期|的)*)${full}([^，,。；;\\n]{0,16})`,
  'g',
)
/** 3月21日经党组会审议通过，自3月1日印发之日起施行. */
const passed = new RegExp(
  `${full}([^。；;\\n\\d]{0,16}?)(审议通过|审定通过|研究通过|讨论通过|审定|批准|批复同意)${within}{0,20}?[，,]${within}{0,8}?(?:自|于|从)?${full}(?:正式)?(?:印发|发布|公布|下发|出台|颁布)`,
  'g',
)
const asked = /应|须|需|要求|力争|确保|计划|拟|预计|争取|原定|约定|如|若/

interface Day {
  year: number
  month: number
  day: number
}

/** The order of two days, said in words. */
export const dateBefore: Rule = {
  id: 'date.before-said',
  kind: 'date',
  title: '“赶在……之前”“审议通过后印发”等写明先后的日期应有序',
  source: '起止时间的前后关系',
  fails: [
    '排水管网改造于当年6月18日全部完工，赶在6月10日主汛期之前投入使用。',
    '两座公厕于2023年9月28日建成开放，早于合同约定的9月20日。',
    '工程于2023年5月8日竣工验收，晚于计划的5月30日。',
    '《资金管理办法》经局党组会2023年4月18日审议通过，自2023年4月3日印发之日起施行。',
    '实施细则于2023年6月20日经局务会审定，2023年6月2日正式印发。',
  ],
  holds: [
    '排水管网改造于当年6月8日全部完工，赶在6月10日主汛期之前投入使用。工程于2023年12月20日完工，赶在次年1月10日之前交付。',
    '两座公厕于2023年9月18日建成开放，早于合同约定的9月20日；另一座于2023年5月30日竣工，晚于计划的5月8日。',
    '《资金管理办法》经局党组会2023年4月18日审议通过，自2023年4月23日印发之日起施行。《考勤办法》2023年4月18日审议通过，自2023年1月1日起施行。',
    '工程于2023年11月18日开工，力争赶在3月10日前完工。设备应于6月18日前到货，不晚于6月10日安装的另行约定。',
    '供热改造于2022年11月28日启动，赶在2023年1月15日春运之前完工。工程于2022年12月20日完工，赶在1月15日之前交付。',
  ],
  *check(doc) {
    for (const found of matches(doc, ordered)) {
      const [y1, n1, m1, d1, between = '', word = '', , y2, n2, m2, d2, tail = ''] = found.groups
      if (
        asked.test(leadOf(doc, found) + between) ||
        /^(?:之|以)?前/.test(between) ||
        (/赶在|抢在/.test(word) && !/前/.test(tail))
      )
        continue
      const order = orderOf([y1, n1, m1, d1], [y2, n2, m2, d2])
      if (order === undefined) continue
      const isLate = /^[晚迟]于$/.test(word)
      yield* judged(
        found,
        isLate ? order > 0 : /不/.test(word) ? order <= 0 : order < 0,
        `${m1}月${d1}日`,
        `${word}${m2}月${d2}日`,
        /赶|抢/.test(word) && order === 0,
      )
    }
    for (const found of matches(doc, passed)) {
      const [y1, n1, m1, d1, between = '', word = '', y2, n2, m2, d2] = found.groups
      if (asked.test(leadOf(doc, found) + between)) continue
      const order = orderOf([y1, n1, m1, d1], [y2, n2, m2, d2])
      if (order !== undefined) yield* judged(found, order <= 0, `${m1}月${d1}日${word}`, `${m2}月${d2}日印发`)
    }
  },
}

const leadOf = (doc: Understanding, found: Match): string => before(doc, found, 12).replace(/^.*[，,。；;\n]/s, '')

type Said = (string | undefined)[]
/** Negative where the first comes first; undefined where the second may be of another year. */
function orderOf(one: Said, other: Said): number | undefined {
  const first = dayOf(one, 0)
  const second = dayOf(other, first.year)
  if (one[0] === undefined && other[0] !== undefined) return undefined
  // 12月20日完工，赶在1月15日之前: of the next year, though it does not say so.
  if (!other[0] && !other[1] && first.month - second.month > FEW_MONTHS) return undefined
  return (first.year - second.year) * 400 + (first.month - second.month) * 32 + (first.day - second.day)
}
const FEW_MONTHS = 3

function dayOf([year, named, month, day]: Said, known: number): Day {
  const next = named === '次年' || named === '翌年' ? known + 1 : known
  return { year: year ? Number(year) : next, month: Number(month), day: Number(day) }
}

function* judged(found: Match, holds: boolean, one: string, other: string, isSame = false): Generator<Outcome> {
  if (isSame) return
  if (holds) yield { verdict: 'consistent', formula: `${one}，${other}`, places: [found] }
  else
    yield wrong('error', 0.86, `日期先后颠倒：写“${one}”，又写“${other}”；请核实两个日期。`, [found], {
      claimed: other,
      computed: one,
    })
}
