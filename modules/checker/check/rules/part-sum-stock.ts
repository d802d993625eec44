import type { Fact, Sentence } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, inUnitOf, isCounted, printed } from '../measure.ts'
import { clean, near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const had = /原有|原来|原先|已有|上年末|上年底|去年底|年初/
const added = /新建|新增|新设|新添|增设|新装|新购|新改建|又建|再建/
const total = /累计|总数|总量|总计|合计|共有|共计|达到|达|现有|年末/
/** What went, too, is in none of the three. */
const gone = /拆除|报废|减少|撤销|停用|淘汰|关停|退出|改造|合并|核减|损耗|移交/

/** 新建25个，加上原有的31个，总数达到58个: what was there and what is new make what there is. */
export const partSumStock: Rule = {
  id: 'part-sum.stock',
  kind: 'part-sum',
  title: '原有数加新增数等于总数',
  source: '统计通则：期末存量＝期初存量＋本期新增',
  fails: [
    '新建智能充电桩46个，加上原有的53个，全区充电桩总数达到109个。',
    '新建绿道12公里，累计达到82公里，上年末为60公里。',
    '在原有28座公厕的基础上新建6座，目前共有公厕36座。',
  ],
  holds: [
    '新建智能充电桩46个，加上原有的53个，全区充电桩总数达到99个。',
    '新建绿道12公里，累计达到72公里，上年末为60公里。新建公厕6座，拆除旧公厕2座，上年末有28座，现有32座。',
    '在原有28座公厕的基础上新建6座，目前共有公厕34座。新增车位120个，其中上年末结转项目40个，共有泊位900个。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences) {
      const three = threeOf(text, sentence)
      if (!three) continue
      const { before, more, all } = three
      const sum = base(before) + base(more)
      const formula = `${printed(text, before.digits)} + ${printed(text, more.digits)} = ${inUnitOf(all, sum)}`
      const places = [all, before, more]
      if (near(sum, base(all), all.step * all.unit.factor * 0.5)) {
        yield { verdict: 'consistent', formula, places }
        continue
      }
      const slip = slipOf(all, clean(sum / all.unit.factor))
      const sure = /加上|基础上|再加/.test(sentence.text) && Math.abs(sum / base(all) - 1) < FAR
      if (!sure && Math.abs(sum / base(all) - 1) >= FAR) continue
      yield {
        verdict: 'wrong',
        severity: sure ? 'error' : 'question',
        certainty: sure ? 0.82 : 0.7,
        message: `总数写为 ${printed(text, all)}，原有与新增相加为 ${inUnitOf(all, sum)}${slip ? `，${slipSentence(slip)}` : ''}；如有减少的，请写明。`,
        formula: `${formula} ≠ ${printed(text, all)}`,
        claimed: printed(text, all),
        computed: inUnitOf(all, sum),
        places,
      }
    }
  },
}

const FAR = 0.2
const LONGEST = 30

/** One of each, side by side, and nothing else of that measure in the sentence. */
function threeOf(text: string, { facts, text: words }: Sentence): { before: Fact; more: Fact; all: Fact } | undefined {
  if (!had.test(words) || !added.test(words) || gone.test(words)) return undefined
  const told = facts.map((fact, at) => ({
    fact,
    lead: text.slice(Math.max(facts[at - 1]?.end ?? 0, fact.start - LONGEST), fact.start).replace(/^.*[。；]/, ''),
  }))
  const more =
    told.find(
      ({ fact, lead }) => isCounted(fact) && isExact(fact) && added.test(lead) && !had.test(lead) && !total.test(lead),
    ) ??
    told.find(
      ({ fact, lead }) =>
        isCounted(fact) &&
        isExact(fact) &&
        /基础上，?\p{Script=Han}{0,6}$/u.test(lead.replace(added, '')) &&
        added.test(lead),
    )
  if (!more) return undefined
  const like = told.filter(({ fact }) => comparable(fact, more.fact))
  if (like.length !== 3 || like.some(({ fact }) => !isExact(fact))) return undefined
  const before = like.find((one) => one !== more && had.test(one.lead))
  const all = like.find((one) => one !== more && one !== before && total.test(one.lead))
  const [first, last] = [like[0]?.fact, like[2]?.fact]
  if (!before || !all || !first || !last || /其中|[；;]/.test(text.slice(first.end, last.start))) return undefined
  return { before: before.fact, more: more.fact, all: all.fact }
}
