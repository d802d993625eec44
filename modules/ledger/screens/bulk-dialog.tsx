import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { http, Problem, sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { toast } from '../../../kit/toast.tsx'
import type { LedgerView } from './catalog.ts'
import { FormField } from './form-field.tsx'
import { type Asked, answered, type Mistakes, mistakesIn } from './form-rules.ts'
import './move-form.css'
import type { Row } from './records.ts'

interface BulkDialogProps {
  ledger: LedgerView
  rows: readonly Row[]
  move: string
  onClose: () => void
  onDone: () => void
}

/** One form for many records: all of them move, or none and each says why. */
export function BulkDialog({ ledger, rows, move, onClose, onDone }: BulkDialogProps) {
  const client = useQueryClient()
  const asked: Asked = { id: move, ...ledger.moves[move]! }
  const [data, setData] = useState<Record<string, unknown>>({})
  const [reason, setReason] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const items = rows.map(({ id, version }) => ({ id, version }))
  const act = useMutation({
    mutationFn: () =>
      http.post<{ done: number }>(`/ledgers/${ledger.id}/bulk`, { move, items, data, ...(reason ? { reason } : {}) }),
    onSuccess: ({ done }) => {
      for (const queryKey of [['records', ledger.id], ['tasks']]) void client.invalidateQueries({ queryKey })
      toast(`${done} 条已办理“${asked.label}”。`)
      onDone()
    },
  })
  const submit = () => {
    const found = mistakesIn(ledger, asked, data, reason)
    setMistakes(found)
    if (!Object.keys(found).length) act.mutate()
  }
  return (
    <Modal
      open
      title={`对 ${rows.length} 条${ledger.title}“${asked.label}”`}
      okText={asked.label}
      cancelText="先不办"
      onOk={submit}
      onCancel={onClose}
      okButtonProps={{ loading: act.isPending }}
      width={620}
    >
      <div className="move-form">
        {[...asked.needs, ...asked.may].map((name) => (
          <FormField
            key={name}
            ledger={ledger}
            name={name}
            required={asked.needs.includes(name)}
            data={data}
            mistake={mistakes[name]}
            onChange={(value) => setData((before) => answered(ledger, before, name, value))}
          />
        ))}
        {asked.reason ? (
          <div className={mistakes.reason ? 'form-field form-field-bad' : 'form-field'}>
            <label htmlFor="bulk-reason">{asked.reason}</label>
            <Input.TextArea
              id="bulk-reason"
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
            {mistakes.reason ? <p className="form-field-mistake">{mistakes.reason}</p> : null}
          </div>
        ) : null}
        {act.error ? <Refused error={act.error} rows={rows} /> : <p className="soft">要么全部办成，要么一条也不动。</p>}
      </div>
    </Modal>
  )
}

function Refused({ error, rows }: { error: Error; rows: readonly Row[] }) {
  const told = error instanceof Problem ? (error.details.rows ?? []) : []
  const nameOf = (id: string | undefined) => rows.find((row) => row.id === id)?.number ?? '其中一条'
  return (
    <Notice tone="late">
      {sentenceOf(error)}
      {told.slice(0, 8).map(({ id, sentence }) => (
        <p key={id}>
          {nameOf(id)}：{sentence}
        </p>
      ))}
    </Notice>
  )
}
