import type { Option, Sight } from '../../modules/ledger/index.ts'

/** The words a ledger is declared with, beside its fields. */
export { count, defineLedger, ends, on, type Sight, share } from '../../modules/ledger/index.ts'
export { by, everyone } from './reach.ts'

/** The answers of a choice, with codes that stay when a label changes: x1, x2 … */
export const options = (code: string, labels: string): Option[] =>
  labels.split(' ').map((label, i) => ({ value: `${code}${i + 1}`, label }))

/** Refuses a move that was made before. */
export const once =
  (move: string, sentence: string) =>
  ({ found }: Pick<Sight, 'found'>) =>
    found?.by[move] ? sentence : undefined

/** Terms of the law: in working days (行政处罚法 85 for two to seven days, 行政许可法 82 for all), and in days. */
export const workDays = (n: number) => ({ n, unit: 'legal-work-day' }) as const
export const lawDays = (n: number) => ({ n, unit: 'legal-day' }) as const
