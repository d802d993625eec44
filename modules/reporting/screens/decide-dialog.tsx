import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { useGo } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { toast } from '../../../kit/toast.tsx'
import { approve, type Review, sendBack, snapshotsQuery, submissionsQuery } from './documents.ts'
import { ReasonField } from './reason-field.tsx'

interface DecideDialogProps {
  review: Review
  decision: 'approve' | 'return'
  onClose: () => void
}

/** Publishing cannot be taken back, so it is asked twice; sending back needs a reason. */
export function DecideDialog({ review: { id, title, differences }, decision, onClose }: DecideDialogProps) {
  const client = useQueryClient()
  const go = useGo()
  const [reason, setReason] = useState('')
  const publishing = decision === 'approve'
  const send = useMutation({
    mutationFn: async () => void (publishing ? await approve(id) : await sendBack(id, reason.trim())),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: submissionsQuery.queryKey })
      void client.invalidateQueries({ queryKey: snapshotsQuery.queryKey })
      toast(publishing ? '已公开，公开页面的链接在“已经公开的报告”里。' : '已退回，送审人改正后可以重新送审。')
      go('/reports')
    },
  })
  return (
    <Modal
      open
      title={publishing ? '同意公开报告' : '退回报告'}
      okText={publishing ? '确认公开' : '确认退回'}
      cancelText="再看看"
      onOk={() => send.mutate()}
      onCancel={onClose}
      okButtonProps={{ loading: send.isPending, disabled: !publishing && !reason.trim() }}
    >
      <p>
        <b>{title}</b>
      </p>
      {publishing ? (
        <>
          <p>
            公开的就是这一页的内容，任何人都能查看、下载和核对。公开后内容不再变化；需要时可以撤回，页面会保留并写明原因。
          </p>
          {differences.length ? (
            <Notice tone="soon">
              送审后有 {differences.length}{' '}
              个数字已经变化；公开的仍是送审时的数字。也可以退回，请送审人按现在的台账重新送审。
            </Notice>
          ) : null}
          {send.isPending ? <Notice>正在按封账重新统计每个数字，约需十几秒。</Notice> : null}
        </>
      ) : (
        <ReasonField id="return-reason" label="退回原因" value={reason} onChange={setReason} />
      )}
      {send.error ? <Notice tone="late">{sentenceOf(send.error)}</Notice> : null}
    </Modal>
  )
}
