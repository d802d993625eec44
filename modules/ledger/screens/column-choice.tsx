import { Button, Checkbox, Popover } from 'antd'
import { useMemo, useSyncExternalStore } from 'react'
import type { Column } from '../../../kit/data-table.tsx'
import { Icon } from '../../../kit/icon.tsx'
import type { LedgerView } from './catalog.ts'
import { columnsOf, crowded } from './list-columns.tsx'
import type { Row } from './records.ts'

const place = (ledger: string) => `chengji.columns.${ledger}`
const listeners = new Set<() => void>()
const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
const write = (ledger: string, hidden: readonly string[]) => {
  localStorage.setItem(place(ledger), JSON.stringify(hidden))
  for (const changed of listeners) changed()
}

/** The columns this person put aside, on this browser; before the first choice, those there is no room for. */
function useHidden(ledger: LedgerView): string[] {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(place(ledger.id)))
  return useMemo(() => (kept === null ? crowded(ledger) : (JSON.parse(kept) as string[])), [kept, ledger])
}

export function useColumns(ledger: LedgerView): Column<Row>[] {
  const hidden = useHidden(ledger)
  return useMemo(() => columnsOf(ledger).filter(({ key }) => !hidden.includes(key)), [ledger, hidden])
}

export function ColumnChoice({ ledger }: { ledger: LedgerView }) {
  const hidden = useHidden(ledger)
  const toggle = (key: string) =>
    write(ledger.id, hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key])
  const boxes = columnsOf(ledger)
    .filter(({ key }) => key !== 'title')
    .map(({ key, title }) => (
      <Checkbox key={key} checked={!hidden.includes(key)} onChange={() => toggle(key)}>
        {title}
      </Checkbox>
    ))
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className="column-choice">{boxes}</div>}>
      <Button icon={<Icon name="columns" size={16} />} aria-label="选择要看的列">
        列
      </Button>
    </Popover>
  )
}
