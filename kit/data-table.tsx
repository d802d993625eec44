import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import './data-table.css'
import { Icon } from './icon.tsx'

export interface Column<R> {
  key: string
  title: ReactNode
  /** Numbers stand at the right with their unit in the head. */
  numeric?: boolean
  width?: number
  /** The column that gets the room others leave. */
  first?: boolean
  /** Shown whole: what tells one from the other stands at its end. */
  whole?: boolean
  render: (row: R) => ReactNode
  /** The word of the address that sorts by this column. */
  sort?: string
}
export interface Choosing {
  chosen: ReadonlySet<string>
  toggle: (id: string) => void
  toggleAll: (on: boolean) => void
}
interface DataTableProps<R> {
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  onOpen?: (row: R) => void
  openKey?: string | undefined
  choosing?: Choosing | undefined
  sorted?: string | undefined
  onSort?: (by: string) => void
  caption: string
  /** One line a row, whatever stands in it. */
  even?: boolean
  foot?: ReactNode
}

/** A dense table: 36 px rows, a head that stays, a row opens with a click or Enter. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, rowKey, choosing, caption, even, foot } = props
  const all = rows.length > 0 && choosing !== undefined && rows.every((row) => choosing.chosen.has(rowKey(row)))
  return (
    <table className={even ? 'data-table data-table-even' : 'data-table'}>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          {choosing ? (
            <th className="data-table-choose">
              <input type="checkbox" aria-label="全选本页" checked={all} onChange={() => choosing.toggleAll(!all)} />
            </th>
          ) : null}
          {columns.map((column) => (
            <Head key={column.key} column={column} sorted={props.sorted} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={rowKey(row)} row={row} {...props} />
        ))}
      </tbody>
      {foot ? <tfoot>{foot}</tfoot> : null}
    </table>
  )
}

interface HeadProps<R> {
  column: Column<R>
  sorted: string | undefined
  onSort: ((by: string) => void) | undefined
}

function Head<R>({ column, sorted, onSort }: HeadProps<R>) {
  const { sort, title, numeric, width } = column
  const on = sort !== undefined && sorted === sort
  return (
    <th className={numeric ? 'num' : undefined} style={width ? { width } : undefined} aria-sort={sortOf(on, sort)}>
      {sort && onSort ? (
        <button type="button" className="plain-button data-table-sort" onClick={() => onSort(sort)}>
          {title}
          <span className={on ? 'data-table-arrow data-table-arrow-on' : 'data-table-arrow'}>
            <Icon name="down" size={12} />
          </span>
        </button>
      ) : (
        title
      )}
    </th>
  )
}

const sortOf = (on: boolean, sort: string | undefined) => {
  if (!on) return undefined
  return sort?.startsWith('-') ? 'descending' : 'ascending'
}

function Line<R>({ row, columns, rowKey, onOpen, openKey, choosing }: DataTableProps<R> & { row: R }) {
  const key = rowKey(row)
  const open = onOpen && (() => onOpen(row))
  /** A link in the row leads where it says. */
  const onClick = (event: MouseEvent) => {
    if (!(event.target as Element).closest('a')) open?.()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) open?.()
  }
  return (
    <tr
      className={`${open ? 'data-table-open' : ''}${openKey === key ? ' data-table-here' : ''}`}
      tabIndex={open ? 0 : undefined}
      onClick={open && onClick}
      onKeyDown={onKey}
    >
      {choosing ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the row
        <td className="data-table-choose" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            aria-label="选中这一条"
            checked={choosing.chosen.has(key)}
            onChange={() => choosing.toggle(key)}
          />
        </td>
      ) : null}
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  )
}

/** What a cell says stands in its title too, since it may be cut off. */
function Cell<R>({ column, row }: { column: Column<R>; row: R }) {
  const shown = column.render(row)
  const className = [
    column.numeric ? 'num' : '',
    column.first ? 'data-table-first' : '',
    column.whole ? 'data-table-whole' : '',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <td className={className || undefined} title={typeof shown === 'string' ? shown : undefined}>
      {shown}
    </td>
  )
}
