import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { toldOtherwise } from '../told.ts'

/** The execution of the whole: told alone at the head of its sentence, or right behind what was spent in the year. */
const alone =
  /^(?:[（(]?[\d一二三四五六七八九十]+[）).、是])?(?:(?:19|20)\d{2}年度?|我局|本部门|部门|整体|总体|全年)+预算执行率(?:为|达到?)?$/
const behindSpent =
  /^(?:[（(]?[\d一二三四五六七八九十]+[）).、])?(?:(?:19|20)\d{2}年度?|全年|年度|我局|本部门|部门整体|整体)+(?:实际|总|决算)?支出[\d,.]+万元[，,](?:预算)?执行率(?:为|达到?)?$/

/** 预算执行率96.00%, and in the chapter of problems 97.00%. */
export const executionStated: Rule = {
  id: 'cross-reference.execution',
  kind: 'cross-reference',
  title: '部门整体的预算执行率前后一致',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails:
    '2023年实际支出3960.58万元，预算执行率96.00%，年末结余165.02万元。\n预算执行不够均衡。2023年预算执行率97.00%，虽总体较高，但前低后高。',
  holds: [
    '2023年实际支出3960.58万元，预算执行率96.00%。\n2023年预算执行率96%，总体较高。2022年预算执行率97.00%。',
    '2023年实际支出3960.58万元，预算执行率96.00%。\n政府性基金支出487万元，预算执行率97.00%。项目支出预算执行率95.00%。',
    '2023年预算执行率目标不低于95%。全年预算执行率96.00%。',
  ],
  *check(doc) {
    const told = doc.facts.filter((fact) => isOfWhole(doc, fact))
    const [first] = told
    const other = told.find((fact) => first && !near(fact.value, first.value, Math.max(fact.step, first.step) / 2))
    if (!first || !other) return
    yield toldOtherwise(doc, '整体的预算执行率', [first, other], 0.76)
  },
}

function isOfWhole({ folded: { text, lines }, profile }: Understanding, fact: Fact): boolean {
  const line = lines[fact.line]
  if (!line || line.cell || fact.unit.dimension !== 'percent' || !isExact(fact)) return false
  const words = text.slice(line.start, fact.start).replace(/^.*[。；]/s, '')
  const year = /((?:19|20)\d{2})年/.exec(words)?.[1]
  if (year && profile.year && Number(year) !== profile.year) return false
  return alone.test(words) || behindSpent.test(words)
}
