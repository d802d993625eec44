import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { DayInput } from '../../../kit/fields/day-input.tsx'
import '../../../kit/fields/fields.css'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { newKey } from '../../../kit/once.ts'
import { dayOf, nowMs } from '../../../kit/text.ts'
import { toast } from '../../../kit/toast.tsx'
import { type Preview, submissionsQuery, submit } from './documents.ts'
import { ReasonField } from './reason-field.tsx'

const formed = { kind: 'date', label: '报告形成日期' }

interface SubmitDialogProps {
  document: string
  preview: Preview
  onClose: () => void
}

/** Submitting freezes the report; whatever somebody has to answer for is asked here. */
export function SubmitDialog({ document, preview: { body, unproven, findings }, onClose }: SubmitDialogProps) {
  const client = useQueryClient()
  const [key] = useState(newKey)
  const [formedOn, setFormedOn] = useState<string | undefined>(() => dayOf(new Date(nowMs()).toISOString()))
  const [unprovenReason, setUnprovenReason] = useState('')
  const [findingsReason, setFindingsReason] = useState('')
  const errors = findings.filter(({ severity }) => severity === 'error')
  const answered = (!unproven.length || unprovenReason.trim()) && (!errors.length || findingsReason.trim())
  const send = useMutation({
    mutationFn: () => {
      const reasons = {
        unprovenReason: unprovenReason.trim() || undefined,
        findingsReason: findingsReason.trim() || undefined,
      }
      return submit(document, { year: body.year, formedOn, ...reasons }, key)
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: submissionsQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['seals'] })
      toast('已送审；局领导同意后公开，进展在“报告”的“待审批和退回的报告”里。')
      onClose()
    },
  })
  return (
    <Modal
      open
      title="送审报告"
      okText="确认送审"
      cancelText="再看看"
      onOk={() => send.mutate()}
      onCancel={onClose}
      okButtonProps={{ loading: send.isPending, disabled: !answered || !formedOn }}
    >
      <p>
        <b>{body.title}</b>
      </p>
      <p>送审时会先封账，把 {body.figures.length} 个数字和它们各自的明细一起固定下来，以后不再变化。</p>
      <p>由局领导审阅，同意后公开，不能由送审人自己同意。退回的，改正后重新送审。</p>
      <div className="reason-field">
        <label htmlFor="formed-on">{formed.label}</label>
        <DayInput id="formed-on" field={formed} data={{}} value={formedOn} onChange={setFormedOn} />
        <span className="soft">形成之日起 20 个工作日内公开（政府信息公开条例第二十六条）。</span>
      </div>
      {unproven.length ? (
        <ReasonField
          id="unproven-reason"
          label={`正文有 ${unproven.length} 处未证实的数字（${unproven.map(({ digits }) => digits).join('、')}），保留的理由`}
          value={unprovenReason}
          onChange={setUnprovenReason}
        />
      ) : null}
      {errors.length ? (
        <ReasonField
          id="findings-reason"
          label={`审校发现 ${errors.length} 处错误，不改正的理由`}
          value={findingsReason}
          onChange={setFindingsReason}
        />
      ) : null}
      {send.isPending ? (
        <Notice>
          正在封账并固定每个数字的明细，约需十几秒；可以先去做别的，办好后会出现在“待审批和退回的报告”里。
        </Notice>
      ) : null}
      {send.error ? <Notice tone="late">{sentenceOf(send.error)}</Notice> : null}
    </Modal>
  )
}
