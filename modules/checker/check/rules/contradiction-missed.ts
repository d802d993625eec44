import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const claim =
  /([\p{Script=Han}]{4,20})未(?:能)?(?:全部|全面|按期|如期)?(?:完成|达到|实现)(?:了)?(?:年度|年初|全年|绩效|预期|既定|设定的?)*(?:目标|任务|指标)(?:值|数)?(?![的值])/gu
const tail = /(?:建设|工作|项目|任务|数量|指标|情况|方面|完成|实际|仍|均|尚|也|还)+$/
const notNow = /上年|去年|往年|如|若|因|对/
const LEAST_NAME = 4

/** 监测预警点建设未完成年度目标, and its rate of completion is 102.22%. */
export const contradictionMissed: Rule = {
  id: 'contradiction.missed-said',
  kind: 'contradiction',
  title: '写“未完成目标”的，该项完成率应低于100%',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails:
    '新建村级水质监测点36处，目标值35处，完成率102.86%，得7分。\n（一）水质监测点建设未完成年度目标，主要是选址难。',
  holds: [
    '新建村级水质监测点34处，目标值35处，完成率97.14%，得6.8分。\n（一）水质监测点建设未完成年度目标，主要是选址难。',
    '新建村级水质监测点36处，目标值35处，完成率102.86%。上年水质监测点未完成年度目标。水质监测人员培训未完成年度目标。',
  ],
  *check(doc) {
    for (const found of matches(
      doc,
      claim,
      /未(?:能)?(?:全部|全面|按期|如期)?(?:完成|达到|实现)(?:了)?[^，。；\n]{0,12}(?:目标|任务|指标)/,
    )) {
      const name = (found.groups[0] ?? '').replace(tail, '')
      if (name.length < LEAST_NAME || notNow.test(found.words)) continue
      const done = doneOf(doc, name, found)
      if (!done) continue
      const words = doc.folded.text.slice(done.start, done.end)
      yield wrong(
        'question',
        0.82,
        `前后矛盾：这里说“${found.words}”，而前文“${name}”的完成率为 ${words}，目标已经完成。请核实。`,
        [found, done],
        { claimed: '未完成', computed: `完成率${words}`, formula: `${words} ≥ 100%` },
      )
    }
  },
}

/** The rate of completion of the sentence whose first figure is of that name. */
function doneOf({ sentences }: Understanding, name: string, { start, end }: Match): Fact | undefined {
  for (const sentence of sentences) {
    if (sentence.start < end && start < sentence.end) continue
    const [first] = sentence.facts.filter(({ unit }) => unit.dimension !== 'score')
    const rate = sentence.facts.find((fact) => fact.unit.dimension === 'percent' && /完成率$/.test(fact.label))
    if (first?.label.includes(name) && rate && isExact(rate) && rate.value >= 100) return rate
  }
  return undefined
}
