import type { Kind, Severity } from '../domain.ts'
import type { Span } from '../read/reading.ts'
import type { Understanding } from '../understand/index.ts'

/** One thing that is checked. A rule is a value in the list of `rules/index.ts`, in a file of its own. */
export interface Rule {
  id: string
  kind: Kind
  /** What it asks, in a few words of Chinese. */
  title: string
  /** Where the rule comes from: document and article, or the identity of a form. */
  source: string
  /** Texts in which it finds something, and texts in which it finds nothing. Each is tested. */
  fails: string | readonly string[]
  holds: string | readonly string[]
  check(doc: Understanding): Iterable<Outcome>
}

/** Places are spans of the folded text; the first is what is shown as wrong. */
export type Outcome = Wrong | Consistent

export interface Wrong {
  verdict: 'wrong'
  severity: Severity
  certainty: number
  message: string
  formula?: string
  claimed?: string
  computed?: string
  places: Span[]
  /** When it is another than the rule's. */
  kind?: Kind
}

export interface Consistent {
  verdict: 'consistent'
  formula: string
  places: Span[]
  kind?: Kind
}
