import type { Fact, Heading, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, exact, figures, isComparison, isCounted, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { equation, wrongSum } from './part-sum.ts'

/** What ends a paragraph whose parts follow in paragraphs of their own. */
const leads = /(?:其中|具体如下|具体为|分项如下|包括|明细如下|分别为|具体情况如下)[：:]$/
const open = /主要|重点|例如|部分/
const three = /出国[\s\S]*公务用车[\s\S]*接待/

/** “三公”经费46.80万元，其中：（一）…0万元。（二）…45.20万元。（三）…1.60万元: numbered paragraphs are parts of the one before. */
export const partSumItems: Rule = {
  id: 'part-sum.items',
  kind: 'part-sum',
  title: '“其中：”之后逐项另起段的各数之和等于总数',
  source: '部门决算、部门预算公开说明格式：分项之和等于合计（B-02、B-14）',
  fails: [
    '“三公”经费全年预算数为46.00万元，决算数为38.73万元，完成预算的84.20%，其中：\n（一）因公出国（境）费用0万元。\n（二）公务接待费全年预算9.00万元，决算6.18万元。\n（三）公务用车购置及运行维护费33.55万元，其中公务用车运行维护费33.55万元。\n二、其他',
    '2024年“三公”经费预算数为46.80万元，比上年减少2.40万元。其中：\n（一）因公出国（境）费0万元，与上年持平。\n（二）公务用车购置及运行费45.20万元，比上年减少2.40万元。\n（三）公务接待费1.06万元，与上年持平。\n二、其他',
    '全年项目支出3,846.50万元，具体如下：\n1.环卫保洁项目支出2,415.30万元，覆盖26个社区。\n2.路灯维护项目支出864.20万元。\n3.绿化养护项目支出567.90万元。\n',
  ],
  holds: [
    '“三公”经费全年预算数为46.00万元，决算数为39.73万元，完成预算的86.37%，其中：\n（一）因公出国（境）费用0万元。\n（二）公务接待费全年预算9.00万元，决算6.18万元。\n（三）公务用车购置及运行维护费33.55万元，其中公务用车运行维护费33.55万元。\n二、其他',
    '2024年“三公”经费预算数为46.80万元，比上年减少2.40万元。其中：\n（一）因公出国（境）费0万元，与上年持平。\n（二）公务用车购置及运行费45.20万元，比上年减少2.40万元。\n（三）公务接待费1.60万元，与上年持平。\n二、其他',
    '全年项目支出3,846.50万元，其中：\n1.环卫保洁项目支出2,415.30万元，覆盖26个社区。\n2.路灯维护项目支出864.20万元。\n',
    '全年项目支出3,846.50万元，主要包括：\n1.环卫保洁项目支出2,415.30万元。\n2.路灯维护项目支出864.20万元。\n3.绿化养护项目支出576.90万元。\n',
  ],
  *check(doc) {
    const heads = new Map(doc.headings.map((heading) => [heading.line, heading]))
    for (const [line, span] of doc.folded.lines.entries()) {
      if (span.cell || !leads.test(doc.line(line)) || open.test(doc.line(line).slice(-12))) continue
      const lines = itemsBelow(line, heads)
      for (const whole of figuresOf(doc, line)) {
        const items = lines.flatMap((at) => itemOf(doc, at, whole) ?? [])
        if (items.length < Math.max(2, lines.length) || !exact([whole, ...items])) continue
        const { fit } = adds(items, whole)
        if (fit === 'equal')
          yield { verdict: 'consistent', formula: equation(doc, items, whole), places: [whole, ...items] }
        else if (fit === 'rounding') yield wrongSum(doc, whole, items, 'rounding')
        else if (isSure(doc, whole, items)) yield wrongSum(doc, whole, items, 'error')
      }
    }
  },
}

/** The paragraphs numbered from one on, in one style, right below. */
function itemsBelow(line: number, heads: ReadonlyMap<number, Heading>): number[] {
  const style = heads.get(line + 1)?.style
  const lines: number[] = []
  for (let at = line + 1; style && heads.get(at)?.style === style && heads.get(at)?.number === at - line; at++)
    lines.push(at)
  return lines
}

const figuresOf = ({ facts }: Understanding, line: number): Fact[] =>
  facts.filter((fact) => fact.line === line && isCounted(fact) && !isComparison(fact))

const side = ({ label }: Fact): string => /(?:预算|决算|支出|执行)(?=数|额|$)/.exec(label)?.[0] ?? ''
/** 预算9.00万元，决算6.18万元: of an item the figure of the same kind; a plain figure is what was spent. */
function itemOf(doc: Understanding, line: number, whole: Fact): Fact | undefined {
  const like = figuresOf(doc, line).filter((fact) => comparable(fact, whole))
  const of = side(whole)
  const named = like.find((fact) => side(fact) === of)
  if (of && named) return named
  return of === '预算' && like.some((fact) => side(fact)) ? undefined : like[0]
}

const CLOSE = 0.06
function isSure(doc: Understanding, whole: Fact, items: readonly Fact[]): boolean {
  const off = Math.abs(sumOf(items) / base(whole) - 1)
  if (three.test(items.map(({ label }) => label).join())) return off < 1
  return off < CLOSE && items.length >= 3 && figures(whole) >= 4 && blameOfSum(doc, whole, items) !== undefined
}
