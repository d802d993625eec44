import type { Fact } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Rule } from '../rule.ts'

const body = /([\p{Script=Han}]{0,4}(?:大队|中队|支队|分队|科室|股室|内设机构|事业单位|二级机构|下属单位))/u
const defines = /(?:下设|内设|设有|设立|下辖|共有|现有|辖)[^，。；]{0,12}$/

/** 下设执法大队4个, and later 九个执法大队: there cannot be more of them than there are. */
export const countOfBodies: Rule = {
  id: 'cross-reference.bodies',
  kind: 'cross-reference',
  title: '机构数前后一致',
  source: '部门概况所列机构设置与正文一致（B-17）',
  fails: '我局下设执法大队4个。在九个执法大队分别设立党员监督岗。',
  holds: '我局下设执法大队4个。组织3个执法大队开展联合整治。',
  *check(doc) {
    const { text } = doc.folded
    const named = doc.facts.flatMap((fact) => {
      if (fact.unit.word !== '个' || !isExact(fact)) return []
      const name = nameOf(fact)
      return name ? [{ fact, name }] : []
    })
    for (const { fact: whole, name } of named) {
      if (!defines.test(text.slice(Math.max(0, whole.start - 24), whole.start))) continue
      for (const { fact, name: other } of named) {
        if (fact === whole || other !== name || fact.value <= whole.value) continue
        if (defines.test(text.slice(Math.max(0, fact.start - 24), fact.start)) && fact.start < whole.start) continue
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.8,
          message: `前文写明${name} ${printed(text, whole)}，此处为“${printed(text, fact)}${name}”，多于前文所列。请核对机构数。`,
          formula: `${printed(text, fact)} ≠ ${printed(text, whole)}`,
          claimed: printed(text, fact),
          computed: String(whole.value),
          places: [fact, whole],
        }
      }
    }
  },
}

function nameOf({ label, object }: Fact): string | undefined {
  const name = body.exec(object.slice(0, 12))?.[1] ?? body.exec(label.slice(-10))?.[1]
  return name?.replace(/^.*?(下设|内设|设有|设立|下辖|共有|现有|个)/, '')
}
