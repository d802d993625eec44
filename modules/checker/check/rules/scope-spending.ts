import type { Fact, Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const own = /(?:局|委|队|中心|处|办|部门)?(?:本级|机关)/
const whole = /我局|全局|我委|我队|我单位|本部门|部门汇总|全系统|全口径|含(?:下属|二级)/

/** Basic spending of the head office beside project spending of the whole bureau. */
export const scopeSpending: Rule = {
  id: 'scope.spending',
  kind: 'scope',
  title: '基本支出和项目支出的口径应一致',
  source: '《预算法实施条例》第五条：部门支出＝基本支出＋项目支出，须为同一口径',
  fails:
    '（一）基本支出情况\n2022年度局本级基本支出为2909.79万元。\n（二）项目支出情况\n2022年我局项目支出为1308.82万元，其中局本级项目支出761.44万元，局二级机构项目支出547.38万元。',
  holds: [
    '2022年我局基本支出为3900万元，其中局本级2909.79万元。2022年我局项目支出为1308.82万元，其中局本级项目支出761.44万元。',
    '2022年局本级基本支出为2909.79万元，局本级项目支出761.44万元。',
  ],
  *check(doc) {
    const basic = doc.facts.filter(
      (fact) => /基本支出(?:为|总额)?$/.test(fact.label) && fact.unit.dimension === 'money',
    )
    const project = doc.facts.filter(
      (fact) => /项目支出(?:为|总额)?$/.test(fact.label) && fact.unit.dimension === 'money',
    )
    const [one, other] = [basic[0], project[0]]
    if (!one || !other || basic.some((fact) => whole.test(fact.label) && !own.test(fact.label))) return
    const [a, b] = [scopeOf(doc, one), scopeOf(doc, other)]
    if (a !== 'own' || b !== 'whole' || !project.slice(1).some((fact) => own.test(fact.label))) return
    yield wrong(
      'question',
      0.6,
      '基本支出是局本级的数，项目支出是全局（含下属单位）的数，两者口径不同，不能相加；应补上全局的基本支出或说明口径。',
      [one, other].map(({ labelSpan, end }) => ({ start: labelSpan.start, end })),
      { claimed: '本级', computed: '全局' },
    )
  },
}

function scopeOf({ folded: { text, lines } }: Understanding, fact: Fact): 'own' | 'whole' | undefined {
  const from = Math.max(lines[fact.line]?.start ?? 0, text.lastIndexOf('。', fact.start) + 1)
  const words = text.slice(Math.max(from, fact.start - 30), fact.start)
  return own.test(words) ? 'own' : whole.test(words) ? 'whole' : undefined
}
