import { isExact, type Quantity } from '../quantities.ts'
import type { TableCell } from '../tables.ts'
import type { Columns } from './columns.ts'

/** What a row is called that sums up all, or a group. */
export const totalName =
  /^(?:总分|总计|合计|总得分|自评总?得?分|得分合计|综合得分|总评分|分值合计|总体得分|绩效自评总分)(?:[（(：:]|值|\d|$)/
/** 小计, 投入小计, 年度目标合计: of a group, or of several. */
export const subtotalName = /小计|[^（(]合计(?:[（(：:]|$)/

/** Without what is not known. */
export const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>

/** A row by what its columns hold. */
export class RowReader {
  readonly row: readonly TableCell[]
  private readonly columns: Columns
  private readonly shift: number

  constructor(row: readonly TableCell[], columns: Columns) {
    this.row = row
    this.columns = columns
    this.shift = shiftOf(row, columns)
  }

  private cellAt(column: number): TableCell | undefined {
    return this.row[column - this.shift]
  }

  cell(role: Columns['roles'][number]): TableCell | undefined {
    const at = this.columns.roles.lastIndexOf(role)
    return at < 0 ? undefined : this.cellAt(at)
  }

  last(role: Columns['roles'][number]): Quantity | undefined {
    return numberIn(this.cell(role))
  }

  /** The first of two or more budgets. */
  get initialBudget(): Quantity | undefined {
    const { roles } = this.columns
    const at = roles.indexOf('budget')
    return at === roles.lastIndexOf('budget') ? undefined : numberIn(this.cellAt(at))
  }

  get weight() {
    return this.last('weight')
  }
  get got() {
    return this.last('got')
  }
  /** Where the row has all its cells. */
  get share() {
    return this.shift ? undefined : this.last('share')
  }
  get deducted() {
    return this.last('deducted')
  }

  weights(): { quantity: Quantity; column: number }[] {
    return this.columns.roles.flatMap((role, column) => {
      const quantity = role === 'weight' ? numberIn(this.cellAt(column)) : undefined
      return quantity ? [{ quantity, column }] : []
    })
  }

  /** The cells of the name columns, the finest last; one merged over several counts once. */
  names(): { cell: TableCell; column: number }[] {
    const found: { cell: TableCell; column: number }[] = []
    this.columns.roles.forEach((role, column) => {
      const cell = role === 'name' ? this.cellAt(column) : undefined
      if (cell && found.at(-1)?.cell !== cell) found.push({ cell, column })
    })
    return found
  }

  get nameCell(): TableCell | undefined {
    return this.names().findLast(({ cell }) => cell.text && !cell.quantity)?.cell ?? this.row.find(({ text }) => text)
  }

  get label(): string {
    const first = this.row.find(({ text, quantity }) => text && !quantity)?.text ?? ''
    if (totalName.test(first) || subtotalName.test(first)) return first
    return this.nameCell?.text.replace(/[：:]$/, '') ?? ''
  }

  /** The words just in front of the first number: where the names of several columns are merged, that of the row. */
  get lead(): string | undefined {
    const at = this.row.findIndex(({ quantity }) => quantity)
    return this.row.slice(0, at < 0 ? 0 : at).findLast(({ text }) => /\p{Script=Han}/u.test(text))?.text
  }

  /** A column of points between this name column and the next belongs to it. */
  private behind(role: 'weight' | 'got', column: number, { roles }: Columns): Quantity | undefined {
    const nextName = roles.findIndex((other, at) => at > column && other === 'name')
    if (nextName < 0) return undefined
    const at = roles.findIndex((other, at) => at > column && at < nextName && other === role)
    return at < 0 ? undefined : numberIn(this.cellAt(at))
  }
  weightBehind = (column: number, columns: Columns) => this.behind('weight', column, columns)
  gotBehind = (column: number, columns: Columns) => this.behind('got', column, columns)

  /** The numbers of a total row, which may be shorter than the others. */
  lastNumbers(): { weight?: Quantity; got?: Quantity; deducted?: Quantity } {
    const straight = defined({ weight: this.shift ? undefined : this.weight, got: this.shift ? undefined : this.got })
    const numbers = [...new Set(this.row)].flatMap((cell) => numberIn(cell) ?? [])
    if (straight.weight && straight.got) return { ...straight, ...defined({ deducted: this.deducted }) }
    if (numbers.length === 2 && this.columns.roles.includes('weight')) {
      const [weight, got] = numbers as [Quantity, Quantity]
      return { weight, got }
    }
    const [only] = numbers
    if (numbers.length === 1 && only) return straight.got || straight.weight ? straight : { got: only }
    return straight
  }
}

function numberIn(cell: TableCell | undefined): Quantity | undefined {
  if (!cell) return undefined
  if (cell.quantity) return isExact(cell.quantity) ? cell.quantity : undefined
  const [only] = cell.quantities
  return cell.quantities.length === 1 && only && isExact(only) && /^[\d.,]+分?$/.test(cell.text) ? only : undefined
}

const numbers = new Set(['weight', 'got', 'deducted', 'budget', 'spent'])

/** A short row has lost cells in front, where a text table leaves out what is merged, or at its end: as its points fall into place. */
function shiftOf(row: readonly TableCell[], { roles }: Columns): number {
  const short = roles.length - row.length
  if (short <= 0) return 0
  const fits = (shift: number) =>
    roles.filter((role, column) => {
      const quantity = role && numbers.has(role) ? numberIn(row[column - shift]) : undefined
      return quantity && quantity.unit.dimension !== 'percent'
    }).length
  return fits(0) > fits(short) ? 0 : short
}
