import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { toast } from '../../../kit/toast.tsx'
import { type Body, type Piece, writeText } from './documents.ts'
import { textOf, wordsOf } from './words.ts'

interface WriteDialogProps {
  document: string
  body: Body
  place: string
  pieces: readonly Piece[]
  onClose: () => void
}

/** A paragraph in the bureau's own words. Its figures stay: they can be moved, not typed. */
export function WriteDialog({ document, body, place, pieces, onClose }: WriteDialogProps) {
  const client = useQueryClient()
  const figures = new Map(body.figures.map((figure) => [figure.id, figure]))
  const [words, setWords] = useState(() => wordsOf(pieces, figures))
  const send = useMutation({
    mutationFn: (text: string | undefined) => writeText(document, { year: body.year, place, text }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['preview', document] })
      toast('已保存。')
      onClose()
    },
  })
  return (
    <Modal
      open
      title="改写这一段"
      width={680}
      onCancel={onClose}
      footer={[
        <Button key="restore" onClick={() => send.mutate(undefined)} loading={send.isPending}>
          恢复原文
        </Button>,
        <Button key="cancel" onClick={onClose}>
          取消
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={!words.trim()}
          loading={send.isPending}
          onClick={() => send.mutate(textOf(words, pieces, figures))}
        >
          保存
        </Button>,
      ]}
    >
      <p className="soft">〔〕里是取自台账的数字，可以移动，不能删改；另外打上去的数字会标为未证实。</p>
      <Input.TextArea
        aria-label="这一段的文字"
        autoSize={{ minRows: 5, maxRows: 14 }}
        maxLength={5000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {send.error ? <Notice tone="late">{sentenceOf(send.error)}</Notice> : null}
    </Modal>
  )
}
