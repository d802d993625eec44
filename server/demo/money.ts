import type { Life } from '../../modules/ledger/index.ts'
import type { Day } from '../../platform/clock.ts'
import type { Offices } from './bureaus/index.ts'
import { actAt, reached, startWalk } from './cases/walk.ts'
import type { BureauFigures, DemoProject } from './figures.ts'
import { random } from './random.ts'
import type { Group, Roster } from './roster.ts'
import { MINUTE, msOf } from './times.ts'

/** Lives of one ledger, in the order of their days. */
export interface LedgerLives {
  ledger: string
  lives: Life[]
}
type Entering = (move: string, on: Day, data: Record<string, unknown>) => Life

/** Enters something on its day, or on the next on which somebody of the group works. */
export function enteringBy(group: Group, roster: Roster, seed: string): Entering {
  const source = random(seed)
  return (move, on, data) => {
    const walk = startWalk(roster, source, msOf(on, '14:20') + source.int(0, 170) * MINUTE)
    actAt(walk, move, group, reached(walk, group, walk.at), { data })
    return { steps: walk.steps }
  }
}

export const inOrder = (lives: readonly Life[]): Life[] =>
  lives.toSorted((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))

/** Projects, their budgets and changes, and every payment, as entries of their days. Payments come last. */
export function planMoney(
  figures: BureauFigures,
  { roster, offices }: { roster: Roster; offices: Offices },
): LedgerLives[] {
  const { tenant, year, projects, basic } = figures
  const enter = enteringBy(roster.of('finance'), roster, `${tenant} money`)
  const unitOf = ({ office }: DemoProject) => offices[office][0]!
  const paper = (kind: string, n: number) => `演示${kind}〔${year}〕${n}号`
  let vouchers = 0
  const voucher = () => `${year}-${String(++vouchers).padStart(4, '0')}`
  const begun = `${year}-01-04`

  const opened = projects.map((project) => {
    const { code, name, kind, goal } = project
    return enter('open', begun, { code, name, kind, unit: unitOf(project), startOn: begun, ...(goal ? { goal } : {}) })
  })
  const allotted = basic.flatMap(({ kind, initial }, i) => {
    if (!initial) return []
    const line = { year, kind, budgetType: 'general', amount: initial.amount, unit: offices.bureau[0] }
    return [enter('approve', initial.on, { ...line, docNumber: paper('基', i + 1), approvedOn: initial.on })]
  })
  const approved = projects.flatMap((project, i) => {
    const { initial, code, budgetType } = project
    if (!initial) return []
    const line = { year, kind: 'project', project: code, budgetType, amount: initial.amount, unit: unitOf(project) }
    return [enter('approve', initial.on, { ...line, docNumber: paper('预', i + 1), approvedOn: initial.on })]
  })
  const adjusted = projects.flatMap((project) =>
    project.adjustments.map(({ way, amount, on, cause }, i) => {
      const line = { kind: 'project', project: project.code, budgetType: project.budgetType, unit: unitOf(project) }
      const change = { way, amount: way === 'cut' ? -Math.abs(amount) : amount, adjustedOn: on, cause }
      return enter('approve', on, { ...line, ...change, docNumber: paper('调', i + 1), approver: '区财政局' })
    }),
  )
  const spent = basic.flatMap(({ kind, use, payments }) =>
    payments.map(({ on, amount }) =>
      enter('pay', on, { kind, use, amount, paidOn: on, unit: offices.bureau[0], voucher: voucher() }),
    ),
  )
  const paid = projects.flatMap((project) =>
    project.payments.map(({ on, amount }) => {
      const { code, budgetType, payeeKind, use } = project
      const line = { project: code, budgetType, amount, paidOn: on, payeeKind, use, unit: unitOf(project) }
      return enter('pay', on, { ...line, voucher: voucher() })
    }),
  )
  const last = `${year}-12-31`
  const stated = Object.entries(figures.accounts ?? {}).map(([item, amount]) =>
    enter('confirm', last, { year, item, amount, confirmedOn: last, document: '部门决算' }),
  )
  const counted = (found: object | undefined) =>
    found ? [enter('count', last, { countedOn: last, ...found, source: '年报' })] : []
  return [
    { ledger: 'account', lives: stated },
    { ledger: 'asset', lives: counted(figures.assets) },
    { ledger: 'personnel', lives: counted(figures.people) },
    { ledger: 'project', lives: opened },
    { ledger: 'fund', lives: [...allotted, ...approved] },
    { ledger: 'adjustment', lives: adjusted },
    { ledger: 'basic-spending', lives: spent },
    { ledger: 'payment', lives: paid },
  ].map(({ ledger, lives }) => ({ ledger, lives: inOrder(lives) }))
}
