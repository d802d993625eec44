export { type BudgetLine, type ExecutedLine, executionTable, inWan, isFiscal, rateOf } from './domain.ts'
export { type Identity, identities, rateIdentity, type Spending, sumIdentity } from './identities.ts'
export {
  budgetLines,
  execution,
  isBasic,
  type ProjectFacts,
  projectFacts,
  projectNames,
  sourcedLines,
} from './queries.ts'
export { registerBudget } from './routes.ts'
export {
  type Amounts,
  addAmounts,
  type BySource,
  bySource,
  fiscalOf,
  type Source,
  type SourcedLine,
} from './sources.ts'
