import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, isComparison, isCounted, printed } from '../measure.ts'
import { near, places, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** X万元，占（总支出的）p%：the part over its whole. */
export const share: Rule = {
  id: 'share.sentence',
  kind: 'share',
  title: '占比等于部分除以整体',
  source: '部门决算公开说明格式：某项支出占支出合计的比重（B-07）',
  fails: '本年支出合计9759.38万元，其中：基本支出5377.64万元，占55.10%；项目支出4381.74万元，占54.90%。',
  holds: '本年支出合计9759.38万元，其中：基本支出5377.64万元，占55.10%；项目支出4381.74万元，占44.90%。',
  *check(doc) {
    const { text } = doc.folded
    for (const { facts, line } of doc.sentences) {
      for (const [at, fact] of facts.entries()) {
        if (
          fact.unit.dimension !== 'percent' ||
          !isExact(fact) ||
          !/占/.test(text.slice(Math.max(facts[at - 2]?.end ?? 0, fact.start - 32), fact.start))
        )
          continue
        const of = facts[at - 1]
        const isOf = of && isCounted(of) && text.slice(of.end, fact.start) === '的' ? of : undefined
        const part = partOf(facts.slice(0, isOf ? at - 1 : at), fact)
        if (!part || !isExact(part) || fact.start - part.end > 40) continue
        if (isOf) {
          if (comparable(isOf, part) && isExact(isOf)) yield* shareOutcome(doc, fact, part, [isOf], isOf)
          continue
        }
        const wholes = doc.facts.filter(
          (other) =>
            other !== part &&
            other.line >= line - 4 &&
            other.start < part.start &&
            comparable(other, part) &&
            isExact(other) &&
            !isComparison(other) &&
            base(other) > 0,
        )
        const own = facts.find((other) => wholes.includes(other) && base(other) >= base(part))
        const nearest = wholes.slice(-14)
        yield* shareOutcome(doc, fact, part, nearest, own ?? slippedWhole(fact, part, nearest))
      }
    }
  },
}

/** 焚烧44.05万吨、生化处理14.68万吨，焚烧占比75.01%: the part that is named again; otherwise the last. */
function partOf(before: readonly Fact[], { label }: Fact): Fact | undefined {
  const name = label.replace(/占比?.*$/, '')
  const named = name.length >= 2 ? before.findLast((fact) => isCounted(fact) && fact.label.endsWith(name)) : undefined
  return named ?? before.findLast(isCounted)
}

/** No whole stands in the sentence: a total before it that would make the share but for one slip of the hand. */
function slippedWhole(share: Fact, part: Fact, wholes: readonly Fact[]): Fact | undefined {
  if (figures(share) < 3) return undefined
  return wholes.findLast((whole) => {
    if (!/支出|收入|决算|预算|合计|总/.test(whole.label)) return false
    const value = (base(part) / base(whole)) * 100
    const should = (share.value / 100) * (base(whole) / part.unit.factor)
    const isPart = wholes.filter((other) => near(base(other), base(whole), 0)).length > 1 || figures(part) >= 5
    return Boolean(
      slipOf(share, Number(value.toFixed(places(share)))) ||
        (isPart && slipNear(part, should, share.step / share.value)),
    )
  })
}

/** A share fixes its part only within its own last digit. */
function slipNear(part: Fact, should: number, within: number): boolean {
  const texts = [...String(part.value).replace('.', '')]
  return [part.value / 10, part.value * 10, ...swaps(part, texts)].some(
    (one) => Math.abs(one - should) <= should * within * 0.6,
  )
}

function swaps({ step }: Fact, digits: readonly string[]): number[] {
  const number = (signs: readonly string[]) => Number(signs.join('')) * step
  return digits.flatMap((digit, at) => [
    number([...digits.slice(0, at), digits[at + 1] ?? '', digit, ...digits.slice(at + 2)]),
    number([...digits.slice(0, at), ...digits.slice(at + 1)]),
    ...[...'0123456789'].map((extra) => number([...digits.slice(0, at), extra, ...digits.slice(at)])),
  ])
}

function* shareOutcome(
  doc: Understanding,
  share: Fact,
  part: Fact,
  wholes: readonly Fact[],
  meant: Fact | undefined,
): Generator<Outcome> {
  const { text } = doc.folded
  const fitting = (fit: string) => wholes.findLast((whole) => rateFit(share, (base(part) / base(whole)) * 100) === fit)
  const formula = (whole: Fact, result: string) =>
    `${printed(text, part.digits)} ÷ ${printed(text, whole.digits)} = ${result}`
  const holding = fitting('equal')
  if (holding) {
    yield { verdict: 'consistent', formula: formula(holding, printed(text, share)), places: [share, part, holding] }
    return
  }
  const rounding = fitting('rounding')
  const whole = rounding ?? meant
  if (!whole) return
  const value = (base(part) / base(whole)) * 100
  const computed = `${value.toFixed(Math.max(2, places(share)))}%`
  const slip = slipOf(share, Number(value.toFixed(places(share))))
  yield {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : slip ? 0.95 : 0.8,
    message: rounding
      ? `“${part.label}”占比写为 ${printed(text, share)}，计算为 ${computed}，末位相差一，属四舍五入误差。`
      : `“${part.label}”${printed(text, part)} 占“${whole.label || '合计'}”${printed(text, whole)} 的 ${computed}，文中写为 ${printed(text, share)}${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${formula(whole, computed)} ≠ ${printed(text, share)}`,
    claimed: printed(text, share),
    computed,
    places: [share, part, whole],
  }
}
