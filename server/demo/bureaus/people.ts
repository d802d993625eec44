import type { RoleId } from '../../../catalog/roles.ts'
import type { BureauPlan } from '../../../modules/org/index.ts'
import { office } from './shifts.ts'

export type Planned = BureauPlan['people'][number]
/** Somebody to be named: the accounts are the open ones of the demonstration. */
interface Wish {
  unit: string
  roles: readonly RoleId[]
  shifts?: readonly string[]
  account?: string
}

/** People of a bureau, numbered by unit: `p-xujiajing-3`. */
export function people(name: () => string, wishes: readonly Wish[]): Planned[] {
  const counts = new Map<string, number>()
  return wishes.map(({ unit, roles, shifts = office, account }) => {
    const number = (counts.get(unit) ?? 0) + 1
    counts.set(unit, number)
    return {
      id: `${unit.replace(/^u-/, 'p-')}-${number}`,
      name: name(),
      unit,
      roles: roles.map((role) => ({ role })),
      shifts,
      ...(account ? { account } : {}),
    }
  })
}

/** Somebody in office hours. */
export const inOffice = (unit: string, role: RoleId, account?: string): Wish => ({
  unit,
  roles: [role],
  shifts: office,
  ...(account ? { account } : {}),
})

/** Whom every bureau of the demonstration has, each with an open account: in the bureau, its office, and the treasury. */
export const officePeople = (): Wish[] => [
  inOffice('u-bureau', 'director', 'juzhang'),
  inOffice('u-office', 'finance', 'caiwu'),
  inOffice('u-office', 'performance', 'jixiao'),
  inOffice('u-office', 'admin', 'guanli'),
  inOffice('u-office', 'auditor', 'shenji'),
  inOffice('u-treasury', 'reviewer', 'pingshen'),
]

/** A handling unit: one lead in office hours, two who stand in by turns until late, and handlers alike. */
export function handlingUnit(
  unit: string,
  {
    lead,
    handlers,
    roles = ['handler'],
  }: { lead?: string; handlers: Partial<Record<string, number>>; roles?: readonly RoleId[] },
): Wish[] {
  const watches = [['watch-odd'], ['watch-even']] as const
  const leads: Wish[] = [office, ...watches].map((shifts) => ({ unit: lead ?? unit, roles: ['unit-lead'], shifts }))
  const workers = Object.entries(handlers).flatMap(([team, count]) =>
    Array.from({ length: count! }, (_, i): Wish => ({ unit: team, roles, shifts: [office, ...watches][i % 3]! })),
  )
  return [...leads, ...workers]
}

/** Opens demonstration accounts, each for the first who holds the role, in the unit where one is named. */
export function withAccounts(
  wishes: readonly Wish[],
  accounts: readonly (readonly [account: string, role: RoleId, unit?: string])[],
): Wish[] {
  return accounts.reduce<Wish[]>(
    (list, [account, role, unit]) => {
      const first = list.find((wish) => wish.roles.includes(role) && (unit === undefined || wish.unit === unit))
      return list.map((wish) => (wish === first ? { ...wish, account } : wish))
    },
    [...wishes],
  )
}
export type { Wish }
