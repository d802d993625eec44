import { Decimal } from 'decimal.js'
import { type LastLine, lastOf, loweredBy } from './domain/last-year.ts'
import type { IndicatorLine, Money } from './domain.ts'
import { targetText } from './scoring.ts'

/** A project as its targets are looked at before the year begins (指标合理性预审). */
export interface Reviewed {
  lines: readonly IndicatorLine[]
  money: Money
  /** The indicators of the year before, as they ended. */
  last?: readonly LastLine[]
}
type Rule = (line: IndicatorLine, of: Reviewed) => string | undefined

const isMoney = ({ measure }: IndicatorLine) => /^(万|亿)?元$/.test(measure)
const inFen = ({ measure, target = '0' }: IndicatorLine) =>
  new Decimal(target).times(measure === '元' ? 100 : measure === '亿元' ? 10_000_000_000 : 1_000_000)
const wan = (fen: Decimal.Value) => new Decimal(fen).div(1_000_000).toFixed(2)

/** B-22: what may be spent is no more than there is (财预〔2015〕88号：相应匹配). */
const costWithinBudget: Rule = (line, { money }) => {
  const bounds = line.direction === 'at-most' || line.direction === 'less' || line.direction === 'execution'
  if (!bounds || !isMoney(line) || line.target === undefined || money.full <= 0) return undefined
  return inFen(line).gt(money.full)
    ? `目标值${line.target}${line.measure}大于项目全年预算${wan(money.full)}万元；目标是否含其他部门的任务，或应按预算更正？`
    : undefined
}
/** Rules 1.5: money spent is no number of things done, and whether it stays within the budget is no quality. */
const moneyIsCost: Rule = (line) => {
  if (line.level2 === 'number' && isMoney(line))
    return '金额放在数量指标下；按财预〔2021〕101号，花了多少钱是成本指标。'
  return line.level2 === 'quality' && /不超预算|超预算/.test(line.name)
    ? '“不超预算”放在质量指标下；应为成本指标。'
    : undefined
}
/** Rules 1.5: whether people are satisfied stands by itself. */
const satisfactionApart: Rule = (line) =>
  line.level1 !== 'satisfaction' && line.name.includes('满意') ? '满意度放在其他指标下；应为满意度指标。' : undefined
/** 财预〔2015〕88号：细化量化. */
const measured: Rule = (line) => {
  if (line.direction === 'qualitative') return undefined
  if (line.target === undefined) return '没有目标值；请填写数值，或改为定性指标。'
  return line.measure ? undefined : '目标值没有计量单位。'
}
const sourced: Rule = (line) =>
  line.evidence === 'typed' && line.direction !== 'qualitative' && new Decimal(line.weight).gte(20)
    ? `分值${line.weight}分而靠手填取值；能否改由台账、支付或调查取值？`
    : undefined
/** 预算法 32: a target is set against what was reached the year before. */
const notLowered: Rule = (line, { last = [] }) =>
  loweredBy({ ...line, targetText: targetText(line) }, lastOf(last, line))

const rules = {
  'B-22': costWithinBudget,
  'T-01': moneyIsCost,
  'T-02': satisfactionApart,
  'T-03': measured,
  'T-04': sourced,
  'T-06': notLowered,
} satisfies Record<string, Rule>

/** What a reader would ask about the targets of a project, each with the rule it comes from. */
export const review = (of: Reviewed): { rule: string; line: IndicatorLine; sentence: string }[] =>
  of.lines.flatMap((line) =>
    Object.entries(rules).flatMap(([rule, ask]) => {
      const sentence = ask(line, of)
      return sentence ? [{ rule, line, sentence: `“${line.name}”${sentence}` }] : []
    }),
  )
