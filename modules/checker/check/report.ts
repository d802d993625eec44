import { bySeverity } from '../domain/words.ts'
import type { CheckReport, Finding, Held, Severity } from '../domain.ts'
import type { Span } from '../read/reading.ts'
import type { Understanding } from '../understand/index.ts'
import { softened } from './doubt.ts'
import { characters, type Placer, placer } from './place.ts'
import type { Consistent, Rule, Wrong } from './rule.ts'

const MOST_PLACES = 4
/** More questions than these in ten thousand characters, and nobody reads any: the surest are asked. */
const MOST_QUESTIONS = 12
const weight: Record<Severity, number> = { error: 0, format: 1, question: 2, rounding: 3 }

/** Runs rules over what was understood, and says the outcome in places of the plain text. */
export function checked(doc: Understanding, rules: readonly Rule[]): CheckReport {
  const place = placer(doc)
  const wrong: { rule: Rule; outcome: Wrong }[] = []
  const held: Held[] = []
  for (const rule of rules)
    for (const outcome of rule.check(doc)) {
      if (outcome.verdict === 'wrong') wrong.push({ rule, outcome: softened(doc, outcome, outcome.kind ?? rule.kind) })
      else held.push(heldOf(rule, outcome, place))
    }
  const findings = gathered(settled(wrong, doc.folded.text.length)).map(({ rule, outcome }) =>
    findingOf(rule, outcome, place),
  )
  const { title, bureau, year } = doc.profile
  const { name, text, pages } = doc.reading
  return {
    document: {
      name,
      ...(pages ? { pages: pages.length } : {}),
      characters: characters(text, text.length),
      ...(title ? { title } : {}),
      ...(bureau ? { bureau } : {}),
      ...(year ? { year } : {}),
    },
    findings: findings.sort((one, other) => bySeverity(one, other) || startOf(one) - startOf(other)),
    checked: held,
    facts: doc.facts.length,
  }
}

/** A finding about the whole document comes before those of its places. */
const startOf = ({ places: [first] }: Finding) => first?.start ?? 0
const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** One mistake is told once: of findings at the same place with the same claim the surest stays; questions are few. */
function settled(found: { rule: Rule; outcome: Wrong }[], length: number) {
  const sure = found.sort(
    (one, other) =>
      weight[one.outcome.severity] - weight[other.outcome.severity] || other.outcome.certainty - one.outcome.certainty,
  )
  const kept: typeof found = []
  for (const one of sure) if (!kept.some((other) => same(one, other))) kept.push(one)
  const most = Math.max(3, Math.floor((MOST_QUESTIONS * length) / 10_000))
  let questions = 0
  return kept.filter(({ outcome }) => outcome.severity !== 'question' || ++questions <= most)
}

/** Roundings run through a document: of each kind the first is told, and how many there are like it. */
function gathered(found: { rule: Rule; outcome: Wrong }[]) {
  const groups = new Map<string, { rule: Rule; outcome: Wrong }[]>()
  for (const [at, one] of found.entries()) {
    const key = one.outcome.severity === 'rounding' ? (one.outcome.kind ?? one.rule.kind) : String(at)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map(([first, ...others]) => {
    const { rule, outcome } = first as (typeof found)[number]
    if (!others.length) return { rule, outcome }
    const message = `${outcome.message.replace(/。$/, '')}；同类尾差另有 ${others.length} 处。`
    const places = [...outcome.places.slice(0, 1), ...others.flatMap(({ outcome: { places } }) => places.slice(0, 1))]
    return { rule, outcome: { ...outcome, message, places } }
  })
}

function same(one: { rule: Rule; outcome: Wrong }, other: { rule: Rule; outcome: Wrong }): boolean {
  const [a, b] = [one.outcome, other.outcome]
  const [first, second] = [a.places[0], b.places[0]]
  if (!first || !second || !overlaps(first, second)) return false
  const kind = (x: typeof one) => x.outcome.kind ?? x.rule.kind
  if (kind(one) !== kind(other)) return false
  return a.computed === b.computed || a.claimed === undefined
}

const heldOf = (rule: Rule, { kind, formula, places }: Consistent, place: Placer): Held => ({
  rule: rule.id,
  kind: kind ?? rule.kind,
  formula,
  places: places.slice(0, MOST_PLACES).map(place),
  verdict: 'consistent',
})

function findingOf(rule: Rule, outcome: Wrong, place: Placer): Finding {
  const { kind, severity, certainty, message, formula, claimed, computed, places } = outcome
  return {
    rule: rule.id,
    kind: kind ?? rule.kind,
    severity,
    certainty,
    message,
    ...(formula === undefined ? {} : { formula }),
    ...(claimed === undefined ? {} : { claimed }),
    ...(computed === undefined ? {} : { computed }),
    places: places.slice(0, MOST_PLACES).map(place),
  }
}
