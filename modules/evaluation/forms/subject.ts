import type { ProjectFacts, SourcedLine } from '../../budget/index.ts'
import type { ScoreAnswer } from '../contract.ts'
import type { LastYear } from '../domain/last-year.ts'
import type { Rule } from './formula.ts'

/** What the unit in charge said of a project that lagged, in answer to a warning. */
export interface Answered {
  number: string
  periodEnd: string
  cause: string
  measures: string
}

/** What the forms of one project are written from. */
export interface FormSubject {
  answer: ScoreAnswer
  rule: Rule
  bureau: string
  /** The name of the unit that carries it out, the kind in words. */
  facts: ProjectFacts
  /** Its lines of the budget; of the department as a whole, all of them. */
  funds: readonly SourcedLine[]
  answered: readonly Answered[]
  /** What came of the year before, as things stand; not there as of a seal. */
  last?: LastYear
  /** The last month that is counted. */
  months: number
}

export type SubjectLine = ScoreAnswer['lines'][number]
