import type { Scheme, Value } from '../domain.ts'

export type Rule = Pick<Scheme, 'reverseRule' | 'unmet' | 'moneySpent' | 'coefficient' | 'caps'>
/** The line as an answer has it. Its direction may be one that has no formula here. */
export interface FormulaLine {
  direction: string
  target?: string | undefined
  actual?: string | undefined
  missing: boolean
}

/** Without a budget there is no rate, and it says so. */
export const noRate = '无法计算'
export const rateFormula = (full: string, paid: string): string =>
  `IF({${full}}>0,ROUND({${paid}}/{${full}},4),"${noRate}")`

/** The points of the execution row; `weight` names the cell of its weight. */
export const executionFormula = (weight: string, full: string, paid: string): string =>
  `IF({${full}}>0,MIN({${weight}},MAX(0,ROUND({${weight}}*{${paid}}/{${full}},2))),0)`

/** A cell, or all from one to another. */
export type Summed = string | readonly [from: string, to: string]
export const sumFormula = (...cells: readonly Summed[]): string =>
  `SUM(${cells.map((one) => (typeof one === 'string' ? `{${one}}` : `{${one[0]}}:{${one[1]}}`)).join(',')})`

/** Whether a person gave the points of a figure, and the scheme let them stand. */
const isJudged = ({ unmet }: Rule, said: Value | undefined): boolean =>
  said?.points !== undefined && (unmet === 'judged' || said.overCause === 'target-low')

/** Points of a part of the weight, w times x over y; by a scheme with coefficients the part is rounded before. */
const partOf = ({ coefficient }: Rule, x: string, y: string): string =>
  coefficient === undefined
    ? `IF({t}<=0,0,MAX(0,ROUND({w}*${x}/${y},2)))`
    : `IF({t}<=0,0,ROUND({w}*MAX(0,ROUND(${x}/${y},${coefficient})),2))`

function reverse(rule: Rule): string | undefined {
  switch (rule.reverseRule) {
    case 'linear':
      return partOf(rule, '(2*{t}-{a})', '{t}')
    case 'ratio':
      return partOf(rule, '{t}', '{a}')
    default:
      return undefined
  }
}

/** What a rule does, with w for weight, a for actual, t for target; nothing where it is no formula of these. */
function byRule(direction: string, rule: Rule): string | undefined {
  const positive = partOf(rule, '{a}', '{t}')
  const below = reverse(rule)
  switch (direction) {
    case 'at-least':
      return `IF({a}>={t},{w},${positive})`
    case 'more':
      return `IF({a}>{t},{w},${positive})`
    case 'equal':
      return `IF({t}=0,IF({a}<=0,{w},0),IF({a}>={t},{w},${positive}))`
    case 'at-most':
    case 'execution':
      return below && `IF({a}<={t},{w},${below})`
    case 'less':
      return below && `IF({a}<{t},{w},${below})`
    default:
      return undefined
  }
}

const namesOf = (at: number): Record<string, string> => ({ w: `weight${at}`, a: `actual${at}`, t: `target${at}` })

/**
 * The formula by which a spreadsheet scores the indicator in place `at` again, from its cells `weight`, `actual` and
 * `target`. Undefined where a person judged the points, a value does not count, or the rule is none of arithmetic: the cell
 * is the value then.
 */
export function pointsFormula(line: FormulaLine, at: number, rule: Rule, said: Value | undefined): string | undefined {
  const { direction, target, actual, missing } = line
  if (missing && actual !== undefined) return undefined
  if (direction === 'execution' && (rule.moneySpent === 'rate' || target === undefined))
    return executionFormula(`weight${at}`, 'full', 'paid')
  if (target === undefined || isJudged(rule, said)) return undefined
  const formula = byRule(direction, rule)
  const names = namesOf(at)
  // A value that was cleared or never given earns nothing, also where less is better.
  return formula && `IF(ISNUMBER({a}),${formula},0)`.replaceAll(/\{([wat])\}/g, (_, name) => `{${names[name]}}`)
}

/** The total: what was earned, less what is deducted, no more than the scheme's caps by the rate of execution. */
export function totalFormula(earned: string, deducted: readonly string[], { caps = [] }: Pick<Rule, 'caps'>): string {
  const left = deducted.length ? `MAX(0,${earned}${deducted.map((one) => `-{${one}}`).join('')})` : earned
  const hits = caps.map(({ rateBelow, most }) => `IF({paid}*100/{full}<${rateBelow},${most},100)`)
  return hits.length ? `IF({full}>0,MIN(${left},${hits.join(',')}),${left})` : left
}
