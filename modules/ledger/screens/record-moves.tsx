import { Button } from 'antd'
import { Icon } from '../../../kit/icon.tsx'
import { MenuButton } from '../../../kit/menu-button.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import type { OpenMove } from './records.ts'

const SHOWN = 4

/** The steps open to me now: the likely one first and filled, the rare ones folded away. */
export function RecordMoves({ moves, onMove }: { moves: readonly OpenMove[]; onMove: (move: string) => void }) {
  const phone = usePhone()
  if (!moves.length) return null
  const [shown, folded] = [moves.slice(0, phone ? 2 : SHOWN), moves.slice(phone ? 2 : SHOWN)]
  const items = folded.map(({ id, label }) => ({ key: id, label, onClick: () => onMove(id) }))
  return (
    <div className="record-moves">
      {shown.map(({ id, label, main }) => (
        <Button
          key={id}
          type={main ? 'primary' : 'default'}
          size={phone ? 'large' : 'middle'}
          onClick={() => onMove(id)}
        >
          {label}
        </Button>
      ))}
      {items.length ? (
        <MenuButton items={items} side={phone ? 'right' : 'left'} up={phone}>
          更多 <Icon name="down" size={14} />
        </MenuButton>
      ) : null}
    </div>
  )
}
