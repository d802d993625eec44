import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { MenuButton } from '../../../kit/menu-button.tsx'
import type { LedgerView, MoveView } from './catalog.ts'
import type { Row } from './records.ts'

const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((found) => ({ default: found.BulkDialog })))

const fits = (ledger: LedgerView, move: MoveView, state: string) => {
  if (move.from === 'any') return !ledger.states[state]?.ended
  return Array.isArray(move.from) ? move.from.includes(state) : move.from === state
}

/** The moves every chosen record could make. Whether I may make each of them the server decides, all or none. */
function commonMoves(ledger: LedgerView, rows: readonly Row[]): [string, MoveView][] {
  return Object.entries(ledger.moves).filter(
    ([, move]) => move.open && !move.single && rows.every(({ state }) => fits(ledger, move, state)),
  )
}

interface BulkBarProps {
  ledger: LedgerView
  rows: readonly Row[]
  onDone: () => void
}

/** What can be done with all the chosen ones at once. */
export function BulkBar({ ledger, rows, onDone }: BulkBarProps) {
  const [move, setMove] = useState<string>()
  const items = commonMoves(ledger, rows).map(([key, { label }]) => ({ key, label, onClick: () => setMove(key) }))
  return (
    <div className="bulk-bar" role="toolbar" aria-label="批量办理">
      <span>
        已选 <strong>{rows.length}</strong> 条
      </span>
      {items.length ? (
        <MenuButton items={items} side="left" up className="menu-button-face menu-button-main">
          一起办理 <Icon name="down" size={14} />
        </MenuButton>
      ) : (
        <span className="soft">这些记录没有能一起办的步骤</span>
      )}
      <Button type="text" onClick={onDone}>
        不选了
      </Button>
      {move ? (
        <Suspense>
          <BulkDialog ledger={ledger} rows={rows} move={move} onClose={() => setMove(undefined)} onDone={onDone} />
        </Suspense>
      ) : null}
    </div>
  )
}
