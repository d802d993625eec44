import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sendPending } from '../../../kit/fields/photo.ts'
import { useSources } from '../../../kit/fields/sources.ts'
import { http, Problem, sentenceOf } from '../../../kit/http.ts'
import { newKey } from '../../../kit/once.ts'
import type { LedgerView } from './catalog.ts'
import type { Draft, DraftPatch } from './draft.ts'
import { type Asked, changed, type Mistakes, mistakesIn } from './form-rules.ts'
import { type RecordView, recordQuery } from './records.ts'

interface Submission {
  ledger: LedgerView
  asked: Asked
  record: RecordView | undefined
  draft: Draft
  put: (patch: DraftPatch) => void
  clear: () => void
  onDone: (record: RecordView) => void
}

const instantOf = (happened: string | undefined) =>
  happened ? { happenedAt: new Date(`${happened}:00+08:00`).toISOString() } : {}

/** Field mistakes the server told, by field; one it said no sentence for gets the whole sentence. */
const mistakesOf = (error: unknown): Mistakes =>
  error instanceof Problem
    ? Object.fromEntries((error.details.fields ?? []).map(({ field, sentence }) => [field, sentence ?? error.message]))
    : {}

/** What stays as it was; an answer asked anew is sent again though it is the same. */
const keptData = ({ ledger, asked, record }: Submission) => {
  const cleared = ledger.moves[asked.id]?.clears ?? []
  return Object.fromEntries(Object.entries(record?.data ?? {}).filter(([name]) => !cleared.includes(name)))
}

function send({ ledger, asked, record, draft }: Submission, data: Record<string, unknown>): Promise<RecordView> {
  const { reason, happened, key } = draft
  const common = { data, ...(reason?.trim() ? { reason: reason.trim() } : {}), ...instantOf(happened) }
  const path = `/ledgers/${ledger.id}/records`
  if (record) return http.post(`${path}/${record.id}/moves/${asked.id}`, { version: record.version, ...common }, key)
  const first = Object.keys(ledger.moves).find((name) => ledger.moves[name]?.from === 'new')
  return http.post(asked.id === first ? path : `${path}/${asked.id}`, { move: asked.id, ...common }, key)
}

/** Sends a form. A line that breaks keeps the key, so that sending again does nothing twice; a refusal draws a new one. */
export function useSubmit(submission: Submission) {
  const { ledger, asked, record, draft, put, clear, onDone } = submission
  const client = useQueryClient()
  const { upload } = useSources()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())

  const tell = (found: Mistakes) => {
    setMistakes(found)
    setMended(new Set())
  }
  const fail = (error: unknown) => {
    setTold(error instanceof Problem ? error.message : error instanceof Error ? error.message : sentenceOf(error))
    tell(mistakesOf(error))
    if (error instanceof Problem && !error.unknownFate) put({ key: newKey() })
    if (error instanceof Problem && error.status === 409 && record)
      void client.invalidateQueries({ queryKey: recordQuery(ledger.id, record.id).queryKey })
  }
  const done = (saved: RecordView) => {
    clear()
    client.setQueryData(recordQuery(ledger.id, saved.id).queryKey, saved)
    for (const queryKey of [['records', ledger.id], ['keys', ledger.id], ['places', ledger.id], ['tasks']])
      void client.invalidateQueries({ queryKey })
    onDone(saved)
  }
  const submit = async () => {
    const found = mistakesIn(ledger, asked, draft.data, draft.reason)
    tell(found)
    setTold('')
    if (Object.keys(found).length) return
    setBusy(true)
    try {
      const data = await sendPending(draft.data, upload)
      put({ data })
      done(await send(submission, changed(data, keptData(submission))))
    } catch (error) {
      fail(error)
    } finally {
      setBusy(false)
    }
  }
  /** What was wrong with a field is no longer said once it is changed. */
  const mend = (name: string) => setMended((before) => new Set(before).add(name))
  return { busy, told, mistakes, mended, mend, submit }
}
