import type { Reach } from '../../modules/ledger/index.ts'
import type { RoleId } from '../roles.ts'

type By = Partial<Record<RoleId, Reach>>

/** A move of these roles, wherever the record lies. */
export const by = (...roles: RoleId[]): By => Object.fromEntries(roles.map((role) => [role, 'bureau']))

/** Who reads the money and performance ledgers; the finance bureau's reviewer sees them and changes nothing. */
export const moneyRead = {
  finance: 'bureau',
  performance: 'bureau',
  director: 'bureau',
  reviewer: 'bureau',
} as const satisfies By
/** Everybody inside the bureau who sees its figures and papers, and the reviewer. */
export const everyone = {
  ...moneyRead,
  receiver: 'bureau',
  'shift-lead': 'bureau',
  dispatcher: 'bureau',
  'unit-lead': 'bureau',
  inspector: 'bureau',
  officer: 'bureau',
  legal: 'bureau',
  auditor: 'bureau',
} as const satisfies By
/** Whoever a task may be given to by name: each does what lies with him, and reads it. */
export const entrusted = {
  performance: 'own',
  finance: 'own',
  director: 'own',
  'unit-lead': 'own',
  inspector: 'own',
  legal: 'own',
  officer: 'own',
  handler: 'own',
  receiver: 'own',
  'shift-lead': 'own',
  dispatcher: 'own',
} as const satisfies By
export const byFinance = { finance: 'bureau' } as const satisfies By
export const byPerformance = { performance: 'bureau' } as const satisfies By
