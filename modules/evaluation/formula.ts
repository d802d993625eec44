import { Decimal } from 'decimal.js'
import { refuse } from '../../platform/errors.ts'

/** A figure named in a formula: `account.amount[class=income]@-1` is that of the year before. */
export interface Named {
  metric: string
  where: string
  /** 0 this year, -1 the year before. */
  year: number
}
export type Formula =
  | { kind: 'number'; value: Decimal }
  | { kind: 'figure'; named: Named }
  | { kind: 'sum' | 'difference' | 'product' | 'quotient'; left: Formula; right: Formula }
  | { kind: 'negative'; of: Formula }

const token = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z-]*\.[a-z][a-z-]*)(?:\[([^\]]*)\])?(?:@(-\d))?|([-+*/()×÷（）]))/y

const signs: Record<string, string> = { '×': '*', '÷': '/', '（': '(', '）': ')' }
type Token = { number: string } | { named: Named } | { sign: string }

const wrong = (text: string, said: string) =>
  refuse('evaluation.formula', `计算式“${text}”${said}；例如 personnel.staff / personnel.posts * 100。`)

function tokensOf(text: string): Token[] {
  const found: Token[] = []
  token.lastIndex = 0
  for (let at = 0; text.slice(at).trim(); at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) throw wrong(text, `在“${text.slice(at).trim().slice(0, 8)}”处看不懂`)
    const [, number, metric, where = '', year = '0', sign] = match
    if (number) found.push({ number })
    else if (metric) found.push({ named: { metric, where, year: Number(year) } })
    else found.push({ sign: signs[sign!] ?? sign! })
  }
  return found
}

/** Reads `a.b / c.d * 100`: + − × ÷, brackets, numbers and figures. Refuses with a sentence what it cannot read. */
export function readFormula(text: string): Formula {
  const tokens = tokensOf(text)
  let at = 0
  const isSign = (...wanted: string[]) => {
    const next = tokens[at]
    return next && 'sign' in next && wanted.includes(next.sign) ? next.sign : undefined
  }
  const one = (): Formula => {
    if (isSign('-')) {
      at += 1
      return { kind: 'negative', of: one() }
    }
    const next = tokens[at++]
    if (next && 'number' in next) return { kind: 'number', value: new Decimal(next.number) }
    if (next && 'named' in next) return { kind: 'figure', named: next.named }
    if (next?.sign !== '(') throw wrong(text, '不完整')
    const inner = sum()
    if (!isSign(')')) throw wrong(text, '少了右括号')
    at += 1
    return inner
  }
  const product = (): Formula => {
    let left = one()
    for (let sign = isSign('*', '/'); sign; sign = isSign('*', '/')) {
      at += 1
      left = { kind: sign === '*' ? 'product' : 'quotient', left, right: one() }
    }
    return left
  }
  const sum = (): Formula => {
    let left = product()
    for (let sign = isSign('+', '-'); sign; sign = isSign('+', '-')) {
      at += 1
      left = { kind: sign === '+' ? 'sum' : 'difference', left, right: product() }
    }
    return left
  }
  const formula = sum()
  if (at < tokens.length) throw wrong(text, '多出了内容')
  return formula
}

/** The figures a formula asks for. */
export function figuresIn(formula: Formula): Named[] {
  if (formula.kind === 'figure') return [formula.named]
  if (formula.kind === 'number') return []
  if (formula.kind === 'negative') return figuresIn(formula.of)
  return [...figuresIn(formula.left), ...figuresIn(formula.right)]
}

/** What it comes to; undefined when a figure has no value, or something is divided by zero (rules B-08: no rate). */
export function computed(formula: Formula, worth: (named: Named) => Decimal | undefined): Decimal | undefined {
  if (formula.kind === 'number') return formula.value
  if (formula.kind === 'figure') return worth(formula.named)
  if (formula.kind === 'negative') return computed(formula.of, worth)?.neg()
  const [left, right] = [computed(formula.left, worth), computed(formula.right, worth)]
  if (!left || !right) return undefined
  if (formula.kind === 'sum') return left.plus(right)
  if (formula.kind === 'difference') return left.minus(right)
  if (formula.kind === 'product') return left.times(right)
  return right.isZero() ? undefined : left.div(right)
}

const signOf = { sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ' } as const
const isLow = ({ kind }: Formula) => kind === 'sum' || kind === 'difference'

/** A formula as people read it: `在职人员 ÷ 编制数 × 100`. */
export function inWords(formula: Formula, nameOf: (named: Named) => string): string {
  if (formula.kind === 'number') return formula.value.toString()
  if (formula.kind === 'figure') return nameOf(formula.named)
  if (formula.kind === 'negative') return `−${bracketed(formula.of, nameOf)}`
  const tight = !isLow(formula)
  const side = (of: Formula, right: boolean) =>
    (tight && isLow(of)) || (right && of.kind !== 'figure' && of.kind !== 'number')
      ? `（${inWords(of, nameOf)}）`
      : inWords(of, nameOf)
  return `${side(formula.left, false)}${signOf[formula.kind]}${side(formula.right, true)}`
}
const bracketed = (of: Formula, nameOf: (named: Named) => string) =>
  of.kind === 'figure' || of.kind === 'number' ? inWords(of, nameOf) : `（${inWords(of, nameOf)}）`
