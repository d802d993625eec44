import type { CheckReport, Finding } from '../../modules/checker/index.ts'
import { type Relation, type Spot, spotsOf } from './relations.ts'

export interface Scored {
  report: string
  /** By class: how many of the inconsistent relations were caught. */
  recall: Record<string, { caught: number; of: number }>
  missed: Relation[]
  suspicious: { caught: number; of: number }
  /** Errors raised on relations that hold. */
  falseErrors: { relation: Relation; finding: Finding }[]
  questions: number
  /** Findings that touch an inconsistent or suspicious relation, of all. */
  touching: { touching: number; of: number }
  untouched: Finding[]
}

const touches = (finding: Finding, spots: readonly Spot[]) =>
  finding.places.some(({ start, end }) => spots.some((spot) => spot.start < end && start < spot.end))

const numbers = (words: string) =>
  words.match(/\d[\d,]*(?:\.\d+)?/g)?.map((one) => Number(one.replaceAll(',', ''))) ?? []

/** A finding catches a relation by its kind, or by stating its claimed and computed values, at its place. */
function catches(finding: Finding, relation: Relation, spots: readonly Spot[]): boolean {
  if (!touches(finding, spots)) return false
  if (finding.kind === relation.kind) return true
  const said = new Set(numbers([finding.claimed, finding.computed, finding.formula, finding.message].join(' ')))
  const [claimed] = numbers(relation.claimed)
  const [computed] = numbers(relation.computed)
  return claimed !== undefined && computed !== undefined && said.has(claimed) && said.has(computed)
}

export function scored(report: string, text: string, all: readonly Relation[], result: CheckReport): Scored {
  const relations = all.map((relation) => ({ relation, spots: spotsOf(relation.quotes, text) }))
  const caught = (verdict: Relation['verdict']) =>
    relations
      .filter(({ relation }) => relation.verdict === verdict)
      .map(({ relation, spots }) => ({
        relation,
        caught: result.findings.some((one) => catches(one, relation, spots)),
      }))
  const bad = caught('inconsistent')
  const recall: Scored['recall'] = {}
  for (const { relation, caught } of bad) {
    const name = relation.class ?? 'numeric'
    const before = recall[name] ?? { caught: 0, of: 0 }
    recall[name] = { caught: before.caught + (caught ? 1 : 0), of: before.of + 1 }
  }
  const doubtful = relations.filter(({ relation: { verdict } }) => ['inconsistent', 'suspicious'].includes(verdict))
  const isRight = (finding: Finding) => doubtful.some(({ spots }) => touches(finding, spots))
  const errors = result.findings.filter(({ severity }) => severity === 'error')
  const suspicious = caught('suspicious')
  return {
    report,
    recall,
    missed: bad.filter(({ caught }) => !caught).map(({ relation }) => relation),
    suspicious: { caught: suspicious.filter(({ caught }) => caught).length, of: suspicious.length },
    falseErrors: relations
      .filter(({ relation }) => relation.verdict === 'consistent' || relation.verdict === 'rounding')
      .flatMap(({ relation, spots }) =>
        errors
          .filter((finding) => catches(finding, relation, spots))
          .filter((finding) => !doubtful.some((other) => catches(finding, other.relation, other.spots)))
          .map((finding) => ({ relation, finding })),
      ),
    questions: result.findings.filter(({ severity }) => severity === 'question').length,
    touching: { touching: result.findings.filter(isRight).length, of: result.findings.length },
    untouched: result.findings.filter((finding) => !isRight(finding)),
  }
}
