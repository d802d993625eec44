import type { Option } from '../../modules/ledger/index.ts'
import type { RoleId } from '../roles.ts'

export type { Option } from '../../modules/ledger/index.ts'
/** The words a ledger is declared with, beside its fields. */
export { addDays, dayOf, defineLedger, ends, lasts, on, type Sight } from '../../modules/ledger/index.ts'
export { by, everyone } from './reach.ts'

/** The answers of a choice, with codes that stay when a label changes: x1, x2 … */
export const options = (code: string, labels: string): Option[] =>
  labels.split(' ').map((label, i) => ({ value: `${code}${i + 1}`, label }))

type Split<S extends string> = S extends `${infer Head} ${infer Tail}` ? [Head, ...Split<Tail>] : [S]
/** Names of fields, states or moves in a row: `names('kind fine basis')`; the compiler reads them one by one. */
export const names = <const S extends string>(text: S) => text.split(' ') as unknown as Readonly<Split<S>>
/** Gives the record to a role's pool. */
export const to = (role: RoleId) => ({ role })

/** Terms of the law: in working days (行政处罚法 85 for two to seven days, 行政许可法 82 for all), and in days. */
export const workDays = (n: number) => ({ n, unit: 'legal-work-day' }) as const
export const lawDays = (n: number) => ({ n, unit: 'legal-day' }) as const
