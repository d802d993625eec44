import { checkReading } from '../../modules/checker/check/index.ts'
import type { CheckReport } from '../../modules/checker/index.ts'
import { readText } from '../../modules/checker/read/text.ts'
import { type Relation, type Spot, spotsOf } from './relations.ts'

/** Relations of which each number is tied to the others exactly. */
const exactKinds = new Set([
  'part-sum',
  'balance',
  'rate',
  'average',
  'count',
  'count-list',
  'score-sum',
  'weight-sum',
  'difference',
  'share',
])
const vague = /[余多约近]|左右|以上|以下|以内|不低于|不超过/

export interface Mutation {
  relation: Relation
  spot: Spot
  was: string
  became: string
}

/** Each number of each exact relation, changed in four ways. What is vague, an open list or a year is left out. */
export function mutations(text: string, relations: readonly Relation[]): { tried: Mutation[]; left: string[] } {
  const tried: Mutation[] = []
  const left: string[] = []
  const seen = new Set<string>()
  for (const relation of relations) {
    if (relation.verdict !== 'consistent' || !exactKinds.has(relation.kind)) continue
    const named = relation.expr
      ? new Set(`${relation.expr} ${relation.claimed}`.match(/\d+(?:\.\d+)?/g)?.map(Number))
      : undefined
    for (const quote of relation.quotes) {
      const [place] = spotsOf([quote], text)
      if (!place) continue
      for (const { index, 0: number } of text.slice(place.start, place.end).matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
        const spot = { start: place.start + index, end: place.start + index + number.length }
        const around = text.slice(spot.end, spot.end + 6)
        if (
          /^年/.test(around) ||
          (relation.kind === 'count-list' && /等[^、，。]{0,4}$/.test(text.slice(spot.start - 5, spot.start)))
        )
          left.push(`${relation.id} ${number}`)
        else if (named && !named.has(Number(number.replaceAll(',', '')))) left.push(`${relation.id} ${number}`)
        else if (vague.test(text.slice(spot.start - 1, spot.start)) || /^[余多]/.test(around))
          left.push(`${relation.id} ${number}`)
        else
          for (const became of changed(number)) {
            const key = `${spot.start}:${became}`
            if (!seen.has(key)) tried.push({ relation, spot, was: number, became })
            seen.add(key)
          }
      }
    }
  }
  return { tried, left }
}

/** Two digits swapped, one dropped, one doubled, the point moved. */
function changed(number: string): string[] {
  const swap = [...number].findIndex(
    (char, at) => /\d/.test(char) && /\d/.test(number[at + 1] ?? '') && char !== number[at + 1],
  )
  const middle = Math.floor(number.replace(/\..*/, '').length / 2)
  const ways = [
    swap < 0 ? number : number.slice(0, swap) + number[swap + 1] + number[swap] + number.slice(swap + 2),
    number.replace(/\D/g, '').length > 1 ? number.slice(0, middle) + number.slice(middle + 1) : number,
    number.slice(0, middle + 1) + number.slice(middle),
    number.includes('.') ? number.replace(/(\d)\.(\d)/, '$1$2.').replace(/\.$/, '') : number,
  ]
  return [...new Set(ways)].filter(
    (way) =>
      way !== number &&
      Number(way.replaceAll(',', '')) !== Number(number.replaceAll(',', '')) &&
      /^\d/.test(way) &&
      !/^0\d/.test(way),
  )
}

const keyOf = ({ rule, message }: CheckReport['findings'][number]) => `${rule}|${message}`

/** A mutation is caught when something new is found that touches the number or its relation. */
export function caught(name: string, text: string, mutation: Mutation, before: CheckReport): boolean {
  const { spot, became, relation } = mutation
  const changedText = text.slice(0, spot.start) + became + text.slice(spot.end)
  const known = new Map<string, number>()
  for (const finding of before.findings) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1)
  /** More of the same than before is new as well. */
  const isNew = (finding: CheckReport['findings'][number]) => {
    const left = known.get(keyOf(finding)) ?? 0
    known.set(keyOf(finding), left - 1)
    return left <= 0
  }
  const end = spot.start + became.length
  const quotes = spotsOf(relation.quotes, text).map((one) => ({
    start: one.start,
    end: one.end + became.length - mutation.was.length,
  }))
  const fresh = checkReading(readText(name, changedText)).findings.filter(isNew)
  return fresh.some(
    (finding) =>
      finding.severity !== 'format' &&
      finding.places.some(
        (place) =>
          (place.start < end && spot.start < place.end) ||
          quotes.some((quote) => place.start < quote.end && quote.start < place.end),
      ),
  )
}
