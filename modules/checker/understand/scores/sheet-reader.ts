import type { Quantity } from '../quantities.ts'
import type { TableCell, UnderstoodTable } from '../tables.ts'
import { tableTarget } from './cells.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { FundRow, ScoreNode, Sheet } from './model.ts'
import { defined, RowReader, subtotalName, totalName } from './rows.ts'

const fundName =
  /资金总额|财政拨款|结转资金|其他资金|财政资金|单位资金|财政专户|上级资金|本级资金|自筹资金|预算执行情况|预算资金/
const partName = /其中|财政拨款|结转|其他|财政专户|单位资金|^财政资金|上级|本级|自筹/

/** Takes the rows of score tables one by one and puts items under groups, groups under the total. */
export class SheetReader {
  finished = false
  private columns: Columns | undefined
  private root: ScoreNode
  private funds: FundRow[] = []
  private hasTotal = false
  /** By name column: what it says in this row, and the group when that has points of its own. */
  private groups: { name: string; node?: ScoreNode }[] = []
  private seen = new Set<TableCell>()
  private readonly table: number
  private readonly caption: string

  constructor(table: number, caption: string) {
    this.table = table
    this.caption = caption
    this.root = nodeAt('总分', { start: 0, end: 0 }, 0)
  }

  read(table: UnderstoodTable): Sheet[] {
    const sheets: Sheet[] = []
    this.columns = undefined
    table.rows.forEach((row, at) => {
      const columns = columnsOf(row, at)
      if (columns) {
        if (this.finished || this.startsAnew(columns)) sheets.push(...this.done())
        this.columns = columns
        this.groups = []
        return
      }
      if (this.columns) this.take(row, this.columns)
    })
    return sheets
  }

  /** A second row of money after indicators begins the sheet of the next project. */
  private startsAnew(columns: Columns): boolean {
    return (
      columns.roles.includes('budget') &&
      columns.roles.includes('spent') &&
      this.root.parts.some((part) => !isFund(part))
    )
  }

  private take(row: readonly TableCell[], columns: Columns) {
    const reader = new RowReader(row, columns)
    const { label } = reader
    if (!label && !reader.weight && !reader.got) return
    if (totalName.test(label)) return this.total(reader)
    if (subtotalName.test(label)) return this.subtotal(reader)
    if (columns.roles.includes('spent') && columns.roles.includes('budget')) this.fund(reader, columns)
    else this.item(reader, columns)
  }

  private total(reader: RowReader) {
    const { weight, got, deducted } = reader.lastNumbers()
    const place = got ?? weight
    if (!place) return
    this.root.place = place
    this.root.line = place.line
    Object.assign(this.root, {
      ...(weight ? { weight } : {}),
      ...(got ? { got } : {}),
      ...(deducted ? { deducted } : {}),
      ...defined({ share: reader.share }),
    })
    const reason = reader.cell('reason')?.text
    if (reason) this.root.cells = { reason }
    this.root.closed = true
    this.hasTotal = true
    this.finished = true
  }

  /** 投入小计: the items in front are its parts, or the group above is; 年度目标合计: several groups are. */
  private subtotal(reader: RowReader) {
    const { weight, got } = reader.lastNumbers()
    const place = got ?? weight
    const { parts } = this.root
    const from = weight && this.filling(weight.value)
    if (from === 0 && weight?.value === 100) return this.total(reader)
    const open = from ?? this.openFrom(reader.label)
    const items = parts.slice(open)
    const last = parts.at(-1)
    if (!place || (!items.length && !last?.parts.length)) return
    if (!items.length || (from !== undefined && items.length === 1 && last?.parts.length)) {
      if (last) Object.assign(last, defined({ weight: last.weight ?? weight, got: last.got ?? got }))
      return
    }
    const name = reader.label.replace(/(?:小|合)计.*$/, '') || items[0]?.under || ''
    const node = nodeAt(name, place, place.line)
    Object.assign(node, { ...defined({ weight, got }), parts: items, closed: true })
    parts.splice(open, items.length, node)
  }

  /** Where the last rows begin that have exactly so many points. */
  private filling(weight: number): number | undefined {
    const { parts } = this.root
    let sum = 0
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at] as ScoreNode
      sum += weightOf(part) ?? Number.NaN
      if (Math.abs(sum - weight) < 1e-9) return parts.length - at > 1 || part.parts.length ? at : undefined
      if (!(sum < weight)) return undefined
    }
    return undefined
  }

  /** The rows since the last group; where the table names groups, those of the last. */
  private openFrom(label: string): number {
    const { parts } = this.root
    if (/合计/.test(label)) return parts.length
    const { under } = parts.at(-1) ?? {}
    return parts.findLastIndex((part) => part.parts.length > 0 || isFund(part) || part.under !== under) + 1
  }

  private fund(reader: RowReader, columns: Columns) {
    const { got } = reader
    const label = reader.lead ?? reader.label
    const weight = reader.weight ?? (got && columns.weightInHeading)
    const [budget, spent, rate] = [reader.last('budget'), reader.last('spent'), reader.last('rate')]
    const initial = reader.initialBudget
    if (!budget && !spent && !got) return
    const part = partName.test(label) && !/总额/.test(label)
    const first = [budget, spent, rate, got].find(Boolean) as Quantity
    const place = reader.nameCell ?? first
    this.funds.push({ name: label, place, part, ...defined({ initial, budget, spent, rate, weight, got }) })
    if (!weight && !got) return
    if (part && this.root.parts.some(isFund)) return
    const node = nodeAt(label || '预算执行率', place, first.line)
    Object.assign(node, defined({ weight, got }))
    this.root.parts.push(node)
    funds.add(node)
  }

  private item(reader: RowReader, columns: Columns) {
    const weights = reader.weights()
    const { got, deducted } = reader
    const weight = weights.at(-1)?.quantity
    if (!weight && !got) return this.heading(reader)
    const node = nodeAt(reader.label, reader.nameCell ?? (got ?? weight)!, (got ?? weight)!.line)
    const fresh = (quantity: Quantity | undefined) => quantity && !this.taken(reader.row, quantity)
    Object.assign(node, {
      ...(fresh(weight) ? { weight } : {}),
      ...(fresh(got) ? { got } : {}),
      ...(deducted && fresh(deducted) ? { deducted } : {}),
      ...defined({ share: reader.last('share') }),
      ...tableTarget(reader),
    })
    this.remember(reader.row, [weight, got, deducted])
    if (!node.weight && !node.got) return
    const parent = this.parentFor(reader, columns)
    const under = parent === this.root && this.groups[0]?.name
    if (under) node.under = under
    parent.parts.push(node)
  }

  /** A merged cell of points counts once. */
  private taken(row: readonly TableCell[], quantity: Quantity): boolean {
    const cell = row.find((one) => one.quantity === quantity || one.quantities.includes(quantity))
    return cell !== undefined && this.seen.has(cell)
  }

  private remember(row: readonly TableCell[], quantities: (Quantity | undefined)[]) {
    for (const cell of row) if (quantities.some((one) => one && cell.quantities.includes(one))) this.seen.add(cell)
  }

  /** A row that names a group and nothing more: 产出指标（50分）. */
  private heading(reader: RowReader) {
    const cell = reader.nameCell
    const weight = cell && weightInName(cell)
    if (!cell || !weight) return
    this.groups = []
    this.group(0, cell, weight, undefined)
  }

  /** The group of the highest name column that has points of its own, by its cell or by a column behind it. */
  private parentFor(reader: RowReader, columns: Columns): ScoreNode {
    let parent = this.root
    const names = reader.names()
    names.slice(0, -1).forEach(({ cell, column }, depth) => {
      const known = this.groups[depth]
      // Merged in a document; in text the name is left out or written again.
      if (!cell.text || known?.name === cell.text) {
        parent = known?.node ?? parent
        return
      }
      const own = weightInName(cell) ?? reader.weightBehind(column, columns)
      this.groups.length = Math.min(this.groups.length, depth)
      if (own) parent = this.group(depth, cell, own, reader.gotBehind(column, columns), parent)
      else this.groups[depth] = { name: cell.text }
    })
    return this.groups.findLast((one) => one?.node)?.node ?? parent
  }

  private group(
    depth: number,
    cell: TableCell,
    weight: Quantity,
    got: Quantity | undefined,
    parent: ScoreNode = this.root,
  ): ScoreNode {
    const node = nodeAt(cell.text.replace(/[（(].*$/, ''), cell, weight.line)
    Object.assign(node, { weight, ...(got ? { got } : {}), closed: true })
    parent.parts.push(node)
    this.groups[depth] = { name: cell.text, node }
    return node
  }

  done(): Sheet[] {
    const { root, funds: rows, hasTotal, table, caption } = this
    const first = root.parts[0]
    if (!hasTotal && first) Object.assign(root, { place: first.place, line: first.line })
    this.root = nodeAt('总分', { start: 0, end: 0 }, 0)
    this.funds = []
    this.hasTotal = false
    this.finished = false
    this.groups = []
    return root.parts.length || rows.length ? [{ table, root, funds: rows, hasTotal, caption }] : []
  }
}

const weightOf = ({ weight, parts }: ScoreNode): number | undefined =>
  weight?.value ?? (parts.length ? parts.reduce((sum, part) => sum + (weightOf(part) ?? Number.NaN), 0) : undefined)

const funds = new WeakSet<ScoreNode>()
export const isFund = (node: ScoreNode): boolean => funds.has(node) || fundName.test(node.name)

const nodeAt = (name: string, { start, end }: { start: number; end: number }, line: number): ScoreNode => ({
  name,
  place: { start, end },
  line,
  from: 'table',
  parts: [],
  closed: false,
  again: [],
})

/** 产出指标（50分）, 产出指标(50). */
function weightInName({ text, quantities, start }: TableCell): Quantity | undefined {
  return quantities.find(({ digits, unit, value }) => {
    const before = text[digits.start - start - 1] ?? ''
    const behind = text[digits.end - start] ?? ''
    return /[（(]/.test(before) && (unit.dimension === 'score' || /[）)]/.test(behind)) && value <= 100 && value > 0
  })
}
