import type { Fact, Understanding } from '../understand/index.ts'
import { base, isExact } from '../understand/quantities.ts'
import { comparable, printed } from './measure.ts'
import type { Wrong } from './rule.ts'

/** 供热面积3268万平方米。……供热面积较上年的3160万平方米增加118万平方米: this year's figure was told before, under the same name. */
export function sameBefore(doc: Understanding, last: Fact, fact: Fact | undefined): Fact | undefined {
  const [, subject = ''] = /^(.{2,}?)[较比与](?:上年|去年|上一年)/.exec(last.label) ?? []
  if (!subject || (fact && last.end > fact.start)) return undefined
  const off = (one: Fact) => (fact ? Math.abs(Math.abs(base(one) - base(last)) - base(fact)) : last.start - one.start)
  return doc.facts
    .filter(
      (one) =>
        one.start < last.start &&
        one.line >= last.line - 1 &&
        one.label.endsWith(subject) &&
        comparable(one, last) &&
        isExact(one),
    )
    .sort((one, other) => off(one) - off(other))[0]
}

/** One thing told with two figures: whoever wrote it has to say of what each is. The later one is shown as wrong. */
export function toldOtherwise(
  { folded: { text } }: Understanding,
  what: string,
  [first, other]: readonly [Fact, Fact],
  certainty: number,
): Wrong {
  const [one, then] = [printed(text, first), printed(text, other)]
  return {
    verdict: 'wrong',
    severity: 'question',
    certainty,
    message: `${what}前文写 ${one}，此处写 ${then}；如口径不同（时间、范围），请写明。`,
    formula: `${then} ≠ ${one}`,
    claimed: then,
    computed: one,
    places: [other, first],
  }
}
