import type { Fact } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { listings, readings } from '../listing.ts'
import { exact, inUnitOf, printed, sumOf } from '../measure.ts'
import type { Rule } from '../rule.ts'

/** 职工186人，其中管理58人、专业技术158人，其余为工勤: something must be left for the rest. */
export const partSumRest: Rule = {
  id: 'part-sum.rest',
  kind: 'part-sum',
  title: '写有“其余”的，已列各项之和小于总数',
  source: '部门决算报表“其中”项审核关系：其中数之和不大于合计数',
  fails: [
    '单位现有职工146人，其中管理岗位38人、专业技术岗位128人，其余为工勤人员。',
    '年末管养绿地92块。绿地中，一级养护41块，二级养护63块，其余为三级养护。',
  ],
  holds: [
    '单位现有职工146人，其中管理岗位38人、专业技术岗位88人（高级职称27人），其余为工勤人员；退休人员90人。',
    '年末管养绿地92块，其中一级养护41块（含公园绿地33块）、二级养护43块，其余为三级养护。',
    '现有协管员60人，其中男性42人、女性18人、党员12人，其余为群众。',
    '受理投诉120件，其中噪声类80件、油烟类52件，部分投诉涉及多类，其余为占道类。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { rest, parts, wholes } of listings(doc)) {
      const [whole] = wholes
      const last = parts.at(-1)?.fact
      if (!rest || !last || parts.length < 2 || !whole || !exact(wholes)) continue
      if (/同时|重复|重叠|交叉|兼|多[类项种]/.test(text.slice(whole.end, last.end + LOOK_AHEAD))) continue
      const ways = readings({ parts }).filter((way) => way.length >= 2 && exact(way))
      const least = ways.sort((one, other) => sumOf(one) - sumOf(other))[0]
      if (!least || least.some((part) => base(part) > base(whole))) continue
      // 男性42人、女性18人、党员12人，其余为群众: divided twice.
      if (least.some((_, at) => at > 0 && sumOf(least.slice(0, at + 1)) === base(whole))) continue
      const most = Math.max(...wholes.map(base))
      const places: Fact[] = [whole, ...least]
      const formula = `${least.map((part) => printed(text, part.digits)).join(' + ')} = ${inUnitOf(whole, sumOf(least))}`
      if (sumOf(least) < base(whole))
        yield { verdict: 'consistent', formula: `${formula} < ${printed(text, whole)}`, places }
      else if (sumOf(least) > most && sumOf(least) < base(whole) * FAR)
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.85,
          message: `“${whole.label || '总数'}”写为 ${printed(text, whole)}，已列 ${least.length} 项相加为 ${inUnitOf(whole, sumOf(least))}，多于总数，没有“其余”可言；请核对。`,
          formula: `${formula} > ${printed(text, whole)}`,
          claimed: printed(text, whole),
          computed: inUnitOf(whole, sumOf(least)),
          places,
        }
    }
  },
}

const LOOK_AHEAD = 20
/** Far more than the whole: these are no parts of it. */
const FAR = 1.6
