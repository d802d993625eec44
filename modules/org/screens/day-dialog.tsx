import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { toast } from '../../../kit/toast.tsx'
import { type Cell, calendarQuery, setDay } from './calendar-data.ts'

/** Changes one day, with the reason that stays beside it. */
export function DayDialog({ year, cell, onClose }: { year: number; cell: Cell; onClose: () => void }) {
  const client = useQueryClient()
  const [working, setWorking] = useState(cell.working)
  const [name, setName] = useState(cell.name)
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () => setDay(cell.day, { working, name, reason }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: calendarQuery(year).queryKey })
      toast(`${cell.day} 已改为${working ? '工作日' : '休息日'}。`)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={cell.day}
      okText="保存"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => save.mutate()}
      okButtonProps={{ disabled: !reason.trim(), loading: save.isPending }}
    >
      <div className="day-form">
        <Pills
          label="这一天"
          pills={[
            { value: 'work', label: '上班' },
            { value: 'rest', label: '休息' },
          ]}
          value={working ? 'work' : 'rest'}
          onChange={(next) => setWorking(next === 'work')}
        />
        <label htmlFor="day-name">名称（可不填）</label>
        <Input
          id="day-name"
          value={name}
          placeholder="如：春节、国庆节调休"
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="day-reason">
          修改原因<span className="required-mark">必填</span>
        </label>
        <Input.TextArea
          id="day-reason"
          value={reason}
          placeholder="如：国务院办公厅关于放假安排的通知"
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="soft">以后的时限按新日历计算，已经算定的到期时间不变。</p>
        {save.error ? <Notice tone="late">{sentenceOf(save.error)}</Notice> : null}
      </div>
    </Modal>
  )
}
