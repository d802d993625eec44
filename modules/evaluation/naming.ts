import { type LedgerCatalog, readRange } from '../ledger/index.ts'
import { getMetric } from '../metrics/index.ts'
import { inWords, type Named, readFormula } from './formula.ts'

/** What a unit or the code of another ledger's record is called; nothing where nobody knows. */
export type Say = (dimension: string, value: string) => string | undefined

/** What a figure is called: `基本支出（公用经费）`, `上年决算数（年末结转和结余）`. */
export function nameOf(catalog: LedgerCatalog, { metric: id, where, year }: Named, say?: Say): string {
  const { ledger, metric } = getMetric(catalog, id)
  const narrowed = Object.entries(readRange(where)).map(([dimension, value]) => {
    const column = ledger.columns[dimension as 'class' | 'channel' | 'unit' | 'grid']
    const options = column ? ledger.fields[column]?.options : undefined
    // A line of the budget is a project or a kind of spending: the ledger's own choices name the latter.
    const choices = [options, ...Object.values(ledger.fields).map((field) => field.options)]
    return (
      choices.flatMap((some) => some?.find((option) => option.value === value)?.label ?? []).at(0) ??
      say?.(dimension, value) ??
      value
    )
  })
  return `${year ? '上年' : ''}${metric.label}${narrowed.length ? `（${narrowed.join('、')}）` : ''}`
}

/** Where an indicator's value comes from, in words. */
export function sourceInWords(
  catalog: LedgerCatalog,
  { metric, where = {}, formula }: { metric?: string; where?: Readonly<Record<string, string>>; formula?: string },
  say?: Say,
): string {
  if (formula) return inWords(readFormula(formula), (named) => nameOf(catalog, named, say))
  if (!metric) return ''
  const narrowed = Object.entries(where).map(([name, value]) => `${name}=${value}`)
  return nameOf(catalog, { metric, where: narrowed.join(';'), year: 0 }, say)
}
