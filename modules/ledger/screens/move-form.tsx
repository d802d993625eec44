import { Button, Input } from 'antd'
import { type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '../../../kit/notice.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { useSession } from '../../org/screens/index.ts'
import type { LedgerView } from './catalog.ts'
import { draftPlace, useDraft } from './draft.ts'
import { FormField } from './form-field.tsx'
import { type Asked, answered, groupsFor, type Mistakes } from './form-rules.ts'
import './move-form.css'
import { FormPanels } from './record-panels.tsx'
import type { RecordView } from './records.ts'
import { useSubmit } from './submit.ts'

interface MoveFormProps {
  ledger: LedgerView
  asked: Asked
  record?: RecordView
  /** What the form begins with. */
  given?: Record<string, unknown> | undefined
  onDone: (record: RecordView) => void
  onCancel?: () => void
  /** What the button says, when that is another than the move's own word. */
  submitLabel?: string | undefined
}

function prefilled(ledger: LedgerView, asked: Asked, data: Record<string, unknown> = {}): Record<string, unknown> {
  const names = [...asked.needs, ...asked.may].filter((name) => !ledger.fields[name]?.secret)
  return Object.fromEntries(names.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])))
}

/** The eye goes to the first field that is not right yet, else to the sentence that says why it was not taken. */
function useFirstMistake(mistakes: Mistakes, told: string) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const at = Object.keys(mistakes).length ? '.form-field-bad' : told ? '.notice-late' : undefined
    if (at) form.current?.querySelector(at)?.scrollIntoView({ block: 'center' })
  }, [mistakes, told])
  return form
}

/** At a desk the cursor waits in the first field; on a phone the keyboard would cover the form. */
function useFirstField(form: RefObject<HTMLFormElement | null>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), 60)
    return () => clearTimeout(timer)
  }, [form, wanted])
}

/** The form of one move, drawn from the declaration: opens a record or moves one on. */
export function MoveForm({ ledger, asked, record, given, onDone, onCancel, submitLabel }: MoveFormProps) {
  const phone = usePhone()
  const { person } = useSession()
  const initial = useMemo(() => prefilled(ledger, asked, record?.data ?? given), [ledger, asked, record, given])
  const place = draftPlace(person.id, ledger.id, record?.id ?? (given && JSON.stringify(given)), asked.id)
  const { draft, put, clear, restored } = useDraft(place, initial, ledger.fields)
  const { busy, told, mistakes, mended, mend, submit } = useSubmit({ ledger, asked, record, draft, put, clear, onDone })
  const form = useFirstMistake(mistakes, told)
  useFirstField(form, !phone && record !== undefined)
  const groups = groupsFor(ledger, asked, phone && !record)
  const data = { ...record?.data, ...draft.data }
  const mistakeOf = (name: string) => (mended.has(name) ? undefined : mistakes[name])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form ref={form} className="move-form" onSubmit={onSubmit} noValidate>
      {restored ? (
        <Notice
          action={
            <Button type="link" size="small" onClick={clear}>
              清空重填
            </Button>
          }
        >
          已恢复上次没有提交的内容。
        </Notice>
      ) : null}
      {groups.map(({ title, fields }) => (
        <fieldset key={title}>
          {groups.length > 1 ? <legend>{title}</legend> : null}
          <div className="move-form-grid">
            {fields.map((name) => (
              <FormField
                key={name}
                ledger={ledger}
                name={name}
                required={asked.needs.includes(name)}
                data={data}
                mistake={mistakeOf(name)}
                onChange={(value) => {
                  mend(name)
                  put(({ data }) => ({ data: answered(ledger, data, name, value) }))
                }}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {asked.reason ? (
        <Reason
          label={asked.reason}
          value={draft.reason}
          mistake={mistakeOf('reason')}
          onChange={(reason) => {
            mend('reason')
            put({ reason })
          }}
        />
      ) : null}
      {ledger.moves[asked.id]?.timed ? null : (
        <Happened value={draft.happened} onChange={(happened) => put({ happened })} />
      )}
      <FormPanels ledger={ledger.id} move={asked.id} data={data} />
      {told ? <Notice tone="late">{told}</Notice> : null}
      <div className="move-form-foot">
        <Button type="primary" htmlType="submit" loading={busy} size={phone ? 'large' : 'middle'}>
          {submitLabel ?? asked.label}
        </Button>
        {onCancel ? (
          <Button onClick={onCancel} size={phone ? 'large' : 'middle'}>
            先不办
          </Button>
        ) : null}
        <span className="soft">内容会自动保存为草稿</span>
      </div>
    </form>
  )
}

interface ReasonProps {
  label: string
  value: string | undefined
  mistake: string | undefined
  onChange: (value: string) => void
}

function Reason({ label, value, mistake, onChange }: ReasonProps) {
  return (
    <div className={mistake ? 'form-field form-field-bad' : 'form-field'}>
      <label htmlFor="move-reason">
        {label}
        <span className="required-mark">必填</span>
      </label>
      <Input.TextArea
        id="move-reason"
        value={value ?? ''}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        {...(mistake ? { status: 'error' } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {mistake ? <p className="form-field-mistake">{mistake}</p> : null}
    </div>
  )
}

/** For what happened earlier than it is written down. */
function Happened({ value, onChange }: { value: string | undefined; onChange: (value: string | undefined) => void }) {
  const [open, setOpen] = useState(value !== undefined)
  if (!open)
    return (
      <button type="button" className="plain-button move-form-earlier" onClick={() => setOpen(true)}>
        不是刚刚发生的？填写发生时间
      </button>
    )
  return (
    <div className="form-field move-form-happened">
      <label htmlFor="move-happened">发生时间</label>
      <input
        id="move-happened"
        type="datetime-local"
        className="native-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </div>
  )
}
