export { type BudgetLine, type ExecutedLine, executionTable, inWan, rateOf } from './domain.ts'
export { type Identity, identities, rateIdentity, type Spending, sumIdentity } from './identities.ts'
export { execution, projectNames } from './queries.ts'
export { registerBudget } from './routes.ts'
