import type { Fact, Understanding, UnderstoodTable } from '../understand/index.ts'
import { asFact, cellQuantity, rowsOf, type TableRow } from './table-rows.ts'

/** The nine tables of a department's final account (部门决算公开样表), by what their titles say. */
const titles = {
  total: /收入支出决算总表/,
  income: /收入决算表/,
  spending: /支出决算表/,
  granted: /财政拨款收入支出决算总表/,
  general: /一般公共预算(?:财政拨款)?支出决算表/,
  basic: /一般公共预算(?:财政拨款)?基本支出决算(?:明细)?表/,
  three: /[“"]?三公[”"]?经费.*决算表/,
  fund: /政府性基金预算(?:财政拨款)?(?:收入)?支出决算表/,
  state: /国有资本经营预算(?:财政拨款)?(?:收入)?支出决算表/,
} as const
export type AccountName = keyof typeof titles
/** What one title says within another: the longer ones first. */
const order: readonly AccountName[] = [
  'state',
  'fund',
  'three',
  'basic',
  'general',
  'granted',
  'total',
  'income',
  'spending',
]

export interface Account {
  name: AccountName
  table: UnderstoodTable
  rows: TableRow[]
}

const known = new WeakMap<Understanding, Account[]>()

/** The tables of a final account; 收入 and 支出 of one table are two. Other documents have none. */
export function accountsOf(doc: Understanding): Account[] {
  const found = known.get(doc) ?? recognised(doc)
  known.set(doc, found)
  return found
}

const CAPTION = 90
const LONGEST = 45
function recognised({ tables, folded: { text } }: Understanding): Account[] {
  const starts = new Map<number, number>()
  for (const table of tables)
    starts.set(table.index, Math.min(starts.get(table.index) ?? Number.POSITIVE_INFINITY, firstStart(table)))
  return tables.flatMap((table): Account[] => {
    const start = starts.get(table.index) as number
    const caption = text.slice(Math.max(0, start - CAPTION), start)
    const line = caption
      .split('\n')
      .findLast((one) => one.length <= LONGEST && order.some((name) => titles[name].test(one)))
    const name = line && order.find((one) => titles[one].test(line))
    return name ? [{ name, table, rows: rowsOf(table) }] : []
  })
}

/** Where the first words of a table stand; a side of a table begins behind words of the other. */
const firstStart = (table: UnderstoodTable): number =>
  Math.min(...table.rows.flat().flatMap(({ start, end }) => (end > start ? [start] : [])))

/** What was carried over, and what came in, stand in front of what was spent. */
const aside = /结转|结余|本年收入(?:合计)?$|预算数$|(?:年初|调整|全年)预算$|上年/

/**
 * A figure of a table: the row by its words, the column by its heading (if none is named, the first with an amount that
 * is none of those in front).
 */
export function figureIn(
  accounts: readonly Account[],
  name: AccountName,
  row: RegExp,
  column?: RegExp,
): { fact: Fact; account: Account } | undefined {
  for (const account of accounts) {
    if (account.name !== name) continue
    const found = account.rows.find(({ label }) => row.test(label.replaceAll(' ', '')))
    const { columns } = account.table
    const filled = columns.flatMap((_, index) => (found && cellQuantity(found, index) ? [index] : []))
    const at = column
      ? filled.find((index) => column.test(columns[index] ?? ''))
      : (filled.find((index) => name === 'income' || !aside.test(columns[index] ?? '')) ?? filled[0])
    const quantity = found && at !== undefined ? cellQuantity(found, at) : undefined
    if (found && quantity) return { fact: asFact(quantity, found.label), account }
  }
  return undefined
}

/** 表3（支出决算表）: as people call it. */
export const accountLabels: Record<AccountName, string> = {
  total: '收入支出决算总表',
  income: '收入决算表',
  spending: '支出决算表',
  granted: '财政拨款收入支出决算总表',
  general: '一般公共预算财政拨款支出决算表',
  basic: '一般公共预算财政拨款基本支出决算表',
  three: '“三公”经费支出决算表',
  fund: '政府性基金预算财政拨款收入支出决算表',
  state: '国有资本经营预算财政拨款收入支出决算表',
}
