import { Drawer, Modal } from 'antd'
import { useMemo } from 'react'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { toast } from '../../../kit/toast.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import type { LedgerView } from './catalog.ts'
import { MoveForm } from './move-form.tsx'
import type { RecordView } from './records.ts'

/** The form of the move named in the address, over its record. */
export function MoveDialog({ ledger, record }: { ledger: LedgerView; record: RecordView }) {
  const { move: name } = useAddress()
  const patch = usePatchAddress()
  const phone = usePhone()
  const close = () => patch({ move: undefined })
  const asked = useMemo(() => record.moves.find(({ id }) => id === name), [record.moves, name])
  if (!asked) return null
  const title = `${asked.label}：${record.number ?? record.title}`
  const done = () => {
    close()
    toast(`已办理“${asked.label}”。`)
  }
  const form = <MoveForm ledger={ledger} asked={asked} record={record} onDone={done} onCancel={close} />
  if (phone)
    return (
      <Drawer open placement="bottom" size="92%" title={title} onClose={close} styles={{ body: { padding: 12 } }}>
        {form}
      </Drawer>
    )
  return (
    <Modal open title={title} footer={null} onCancel={close} width={680} destroyOnHidden>
      {form}
    </Modal>
  )
}
