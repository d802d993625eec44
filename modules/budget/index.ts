export { type BudgetLine, type ExecutedLine, executionTable, inWan, isFiscal, rateOf } from './domain.ts'
export { type Identity, identities, rateIdentity, type Spending, sumIdentity } from './identities.ts'
export { budgetLines, execution, type ProjectFacts, projectFacts, projectNames } from './queries.ts'
export { registerBudget } from './routes.ts'
