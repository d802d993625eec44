import type { Day } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import type { LedgerCatalog } from '../ledger/index.ts'
import { drillRows, type FigureQuery, figure, figureBy } from '../metrics/index.ts'
import { type Accounts, accountIdentities, type Belongings, belongingIdentities } from './accounts.ts'
import type { ExecutionAnswer } from './contract.ts'
import { type BudgetLine, type ExecutedLine, executionTable } from './domain.ts'
import { identities, type Spending } from './identities.ts'
import type { Amounts, SourcedLine } from './sources.ts'

/** 预算法 art. 5; the words are those of the ledgers' choice. */
const budgetTypes = {
  general: '一般公共预算',
  'government-fund': '政府性基金预算',
  'state-capital': '国有资本经营预算',
  'social-insurance': '社会保险基金预算',
} as const
const basicNames: Record<string, string> = { people: '基本支出·人员经费', public: '基本支出·公用经费' }
/** Whether a line is of basic spending, not of a project. */
export const isBasic = (code: string): boolean => Object.hasOwn(basicNames, code)
/** A project may have been entered in any earlier year. */
const EVER = '2000-01-01'

type Where = FigureQuery['where']
/** Asks for figures of one year, or of its days until one of them; as of one seal or now. */
function asker(tx: Tx, catalog: LedgerCatalog, year: number, asOf: number | undefined, until = `${year}-12-31`) {
  const query = (metric: string, where?: Where): FigureQuery => ({
    metric,
    from: `${year}-01-01`,
    to: until,
    ...(where ? { where } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  })
  return {
    sum: async (metric: string, where?: Where) => (await figure(tx, catalog, query(metric, where))).num,
    by: async (metric: string, by: 'class' | 'unit', where?: Where) =>
      new Map((await figureBy(tx, catalog, query(metric, where), by)).map(({ key, num }) => [key, num])),
  }
}
type Ask = ReturnType<typeof asker>

/** What was entered of a project when it began, as it is said now. Unit and kind are keys. */
export interface ProjectFacts {
  name: string
  unit: string
  kind: string
  startOn: string
  goal: string
}
const word = (value: unknown) => (typeof value === 'string' ? value : '')

/** The year to look at, as of one seal or now. */
interface Sight {
  year: number
  asOf?: number | undefined
}
/** The projects by code, or one of them; the latest entry of a code wins. */
export async function projectFacts(
  tx: Tx,
  catalog: LedgerCatalog,
  { year, asOf }: Sight,
  only?: string,
): Promise<Map<string, ProjectFacts>> {
  const seen = asOf === undefined ? {} : { asOf }
  const where = only === undefined ? {} : { where: { class: only } }
  const query = {
    metric: 'project.opened',
    from: EVER,
    to: `${year}-12-31`,
    limit: 10_000,
    also: ['goal'],
    ...where,
    ...seen,
  }
  const { rows } = await drillRows(tx, catalog, query)
  return new Map(
    rows
      .reverse()
      .map(({ class: code, data: { name, unit, kind, startOn, goal } }) => [
        code,
        { name: word(name) || code, unit: word(unit), kind: word(kind), startOn: word(startOn), goal: word(goal) },
      ]),
  )
}

/** The names of the projects, or of one of them, by code. */
export async function projectNames(
  tx: Tx,
  catalog: LedgerCatalog,
  sight: Sight,
  only?: string,
): Promise<Map<string, string>> {
  const facts = await projectFacts(tx, catalog, sight, only)
  return new Map([...facts].map(([code, { name }]) => [code, name]))
}

async function linesOf(ask: Ask, names: ReadonlyMap<string, string>): Promise<BudgetLine[]> {
  const lines: BudgetLine[] = []
  for (const budgetType of Object.keys(budgetTypes)) {
    const initial = await ask.by('fund.initial', 'class', { channel: budgetType })
    const adjusted = await ask.by('adjustment.amount', 'class', { channel: budgetType })
    const paid = await ask.by('payment.amount', 'class', { channel: budgetType })
    // Basic spending comes out of the general budget only.
    if (budgetType === 'general')
      for (const [kind, fen] of await ask.by('basic-spending.amount', 'class')) paid.set(kind, fen)
    for (const code of [...new Set([...initial.keys(), ...adjusted.keys(), ...paid.keys()])].sort())
      lines.push({
        code,
        name: basicNames[code] ?? names.get(code) ?? code,
        budgetType,
        initial: initial.get(code) ?? 0,
        adjusted: adjusted.get(code) ?? 0,
        paid: paid.get(code) ?? 0,
      })
  }
  return lines
}

const uses = {
  reception: '公务接待费',
  'vehicle-running': '公务用车运行维护费',
  'vehicle-purchase': '公务用车购置费',
  abroad: '因公出国（境）费',
} as const

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)

async function spendingOf(ask: Ask, lines: readonly BudgetLine[]): Promise<Spending> {
  const general = { channel: 'general' }
  const byUnit = [await ask.by('basic-spending.amount', 'unit'), await ask.by('payment.amount', 'unit', general)]
  const threePublic = []
  for (const [use, label] of Object.entries(uses))
    threePublic.push({ label, fen: await ask.sum('basic-spending.amount', { channel: use }) })
  const running = await ask.sum('basic-spending.amount', { class: 'public' })
  return {
    // Counted by unit here and by kind and project below: two ways that must meet.
    general: sum(byUnit.flatMap((units) => [...units.values()])),
    basic: await ask.sum('basic-spending.amount'),
    people: await ask.sum('basic-spending.amount', { class: 'people' }),
    public: running,
    projects: await ask.sum('payment.amount', general),
    listed: lines
      .filter((line) => line.budgetType === 'general' && !basicNames[line.code] && line.paid !== 0)
      .map((line) => ({ label: line.name, fen: line.paid })),
    threePublic,
    // The whole of the running costs less what is ordinary: an unlisted use shows as a difference.
    threePublicTotal: running - (await ask.sum('basic-spending.amount', { channel: 'office' })),
  }
}

/** What was entered of people and assets in the year. */
async function belongingsOf(ask: Ask): Promise<Belongings> {
  const several = async <K extends string>(ledger: string, of: Readonly<Record<K, string>>) => {
    const values = {} as Record<K, number>
    for (const name of Object.keys(of) as K[]) values[name] = await ask.sum(`${ledger}.${of[name]}`)
    return Object.values(values).some((value) => value !== 0) ? values : undefined
  }
  const assets = await several('asset', {
    total: 'total',
    current: 'current',
    fixed: 'fixed',
    otherFixed: 'other-fixed',
  })
  const people = await several('personnel', {
    posts: 'posts',
    staff: 'staff',
    veterans: 'veterans',
    retired: 'retired',
    temporary: 'temporary',
    total: 'total',
  })
  return { ...(assets ? { assets } : {}), ...(people ? { people } : {}) }
}

/** The lines of the execution table, of the year or of its days until `until`. */
export async function budgetLines(
  tx: Tx,
  catalog: LedgerCatalog,
  { year, asOf, until }: { year: number; asOf?: number | undefined; until?: Day | undefined },
): Promise<ExecutedLine[]> {
  const names = await projectNames(tx, catalog, { year, asOf })
  return executionTable(await linesOf(asker(tx, catalog, year, asOf, until), names)).lines
}

/** By line, what was entered as coming from one source. Basic spending comes out of the general budget only. */
async function amountsOf(ask: Ask, budgetType: string, source: 'carried' | 'other'): Promise<Map<string, Amounts>> {
  const where = { channel: budgetType }
  const initial = await ask.by(`fund.${source}`, 'class', where)
  const adjusted = await ask.by(`adjustment.${source}`, 'class', where)
  const paid = await ask.by(`payment.${source}`, 'class', where)
  if (budgetType === 'general')
    for (const [kind, fen] of await ask.by(`basic-spending.${source}`, 'class')) paid.set(kind, fen)
  const of = (code: string): Amounts => ({
    initial: initial.get(code) ?? 0,
    full: (initial.get(code) ?? 0) + (adjusted.get(code) ?? 0),
    paid: paid.get(code) ?? 0,
  })
  return new Map([...initial.keys(), ...adjusted.keys(), ...paid.keys()].map((code) => [code, of(code)]))
}

/** The lines of the year with the sources of their money, as forms divide them. */
export async function sourcedLines(
  tx: Tx,
  catalog: LedgerCatalog,
  asked: { year: number; asOf?: number | undefined; until?: Day | undefined },
): Promise<SourcedLine[]> {
  const lines = await budgetLines(tx, catalog, asked)
  const ask = asker(tx, catalog, asked.year, asked.asOf, asked.until)
  const sourced: SourcedLine[] = []
  for (const budgetType of new Set(lines.map((line) => line.budgetType))) {
    const carried = await amountsOf(ask, budgetType, 'carried')
    const other = await amountsOf(ask, budgetType, 'other')
    for (const line of lines.filter((one) => one.budgetType === budgetType)) {
      const [last, elsewhere] = [carried.get(line.code), other.get(line.code)]
      sourced.push({ ...line, ...(last ? { carried: last } : {}), ...(elsewhere ? { other: elsewhere } : {}) })
    }
  }
  return sourced
}

/** Nothing was entered that could differ. */
const isEntered = ({ left, right }: { left: string; right: string }) => Number(left) !== 0 || Number(right) !== 0

/** The year's budget execution by line, with the identities it must keep. */
export async function execution(tx: Tx, catalog: LedgerCatalog, year: number, asOf?: number): Promise<ExecutionAnswer> {
  const ask = asker(tx, catalog, year, asOf)
  const lines = await linesOf(ask, await projectNames(tx, catalog, { year, asOf }))
  const table = executionTable(lines)
  const accounts: Accounts = await ask.by('account.amount', 'class')
  const budgeted = accounts.get('three-public-budget')
  const spending = {
    ...(await spendingOf(ask, lines)),
    ...(budgeted === undefined ? {} : { threePublicBudget: budgeted }),
  }
  const paid = { basic: spending.basic, projects: await ask.sum('payment.amount') }
  const use = (label: string) => spending.threePublic.find((part) => part.label === label)?.fen ?? 0
  return {
    year,
    asOf: asOf ?? null,
    lines: table.lines.map(({ code, ...line }) => ({
      project: code,
      ...line,
      budgetTypeLabel: budgetTypes[line.budgetType as keyof typeof budgetTypes] ?? line.budgetType,
    })),
    totals: table.totals,
    identities: [
      ...accountIdentities(accounts, paid),
      ...identities(spending, table),
      ...belongingIdentities(await belongingsOf(ask)),
    ].filter(isEntered),
    basic: {
      total: spending.basic,
      people: spending.people,
      public: spending.public,
      reception: use(uses.reception),
      vehicleRunning: use(uses['vehicle-running']),
      vehiclePurchase: use(uses['vehicle-purchase']),
      abroad: use(uses.abroad),
    },
  }
}
