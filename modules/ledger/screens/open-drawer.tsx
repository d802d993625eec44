import { Button, Drawer } from 'antd'
import { Icon } from '../../../kit/icon.tsx'
import { useGo } from '../../../kit/nav.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import type { LedgerView } from './catalog.ts'
import { RecordBody } from './record-body.tsx'
import { recordUrl } from './records.ts'

/** A record beside its list, or from below on a phone. */
export function OpenDrawer({ ledger, id, onClose }: { ledger: LedgerView; id: string; onClose: () => void }) {
  const go = useGo()
  const phone = usePhone()
  return (
    <Drawer
      open
      onClose={onClose}
      title={ledger.title}
      size={phone ? '82%' : 'min(720px, 92vw)'}
      placement={phone ? 'bottom' : 'right'}
      mask={phone}
      extra={
        <Button size="small" icon={<Icon name="expand" size={14} />} onClick={() => go(recordUrl(ledger.id, id))}>
          整页看
        </Button>
      }
      styles={{ body: { padding: 0 } }}
    >
      <RecordBody key={id} ledger={ledger} id={id} />
    </Drawer>
  )
}
