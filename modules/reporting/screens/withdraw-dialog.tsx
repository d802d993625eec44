import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { toast } from '../../../kit/toast.tsx'
import { type SnapshotLine, snapshotsQuery, withdraw } from './documents.ts'
import { ReasonField } from './reason-field.tsx'

/** Takes a published report back: its page stays and says so, with the reason. */
export function WithdrawDialog({ line, onClose }: { line: SnapshotLine; onClose: () => void }) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => withdraw(line.id, reason.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: snapshotsQuery.queryKey })
      toast('已撤回，公开页面上会标明原因。')
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`撤回“${line.title}”`}
      okText="确认撤回"
      cancelText="不撤回"
      onOk={() => send.mutate()}
      onCancel={onClose}
      okButtonProps={{ danger: true, loading: send.isPending, disabled: !reason.trim() }}
    >
      <p>公开页面会保留，并标明已撤回和原因。</p>
      <ReasonField id="withdraw-reason" label="撤回原因" value={reason} onChange={setReason} />
      {send.error ? <Notice tone="late">{sentenceOf(send.error)}</Notice> : null}
    </Modal>
  )
}
