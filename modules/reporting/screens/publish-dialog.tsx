import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { newKey } from '../../../kit/once.ts'
import { toast } from '../../../kit/toast.tsx'
import { type Body, publish, snapshotsQuery } from './documents.ts'

/** Publishing cannot be taken back, so it is asked twice and says what will happen. */
export function PublishDialog({ document, body, onClose }: { document: string; body: Body; onClose: () => void }) {
  const client = useQueryClient()
  const [key] = useState(newKey)
  const send = useMutation({
    mutationFn: () => publish(document, body.year, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: snapshotsQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['seals'] })
      toast('已公开，公开页面的链接在“公开过的版本”里。')
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`公开“${body.title}”`}
      okText="确认公开"
      cancelText="再看看"
      onOk={() => send.mutate()}
      onCancel={onClose}
      okButtonProps={{ loading: send.isPending }}
    >
      <p>
        公开时会先封账，把 {body.figures.length} 个数字和它们各自的明细一起固定下来；任何人都能在公开页面上查看和核对。
      </p>
      <p>公开后内容不再变化。以后台账有更正，可以再公开一个新版本，旧版本仍然保留。</p>
      <p className="soft">明细只公开适合公开的栏目，不含当事人、电话、照片和精确位置。</p>
      {send.isPending ? (
        <Notice>正在封账并固定每个数字的明细，约需十几秒；可以先去做别的，办好后会出现在“公开过的版本”里。</Notice>
      ) : null}
      {send.error ? <Notice tone="late">{sentenceOf(send.error)}</Notice> : null}
    </Modal>
  )
}
