import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { Go } from '../nav.tsx'
import { StateTag } from '../state-tag.tsx'
import type { Face, InputProps, OutputProps } from './field.ts'
import { type RecordChoice, useSources } from './sources.ts'

const nameOf = ({ number, title }: RecordChoice) => [number, title].filter(Boolean).join(' ')
const fewest = 2

/** The records found by two letters or more; what comes late for words that were typed before is dropped. */
function useFound(ledger: string | undefined, words: string): RecordChoice[] | undefined {
  const { findRecords } = useSources()
  const [found, setFound] = useState<{ words: string; records: RecordChoice[] }>()
  useEffect(() => {
    if (!ledger || words.length < fewest) return
    const tell = (records: RecordChoice[]) => setFound({ words, records })
    const timer = setTimeout(() => findRecords(ledger, words).then(tell, () => tell([])), 250)
    return () => clearTimeout(timer)
  }, [words, ledger, findRecords])
  return found?.words === words ? found.records : undefined
}

/** The record chosen before, as it is called. */
function useChosen(ledger: string | undefined, id: string | undefined): RecordChoice | undefined {
  const { getRecord } = useSources()
  const [chosen, setChosen] = useState<RecordChoice>()
  useEffect(() => {
    if (ledger && id) getRecord(ledger, id).then(setChosen, () => setChosen(undefined))
  }, [ledger, id, getRecord])
  return chosen?.id === id ? chosen : undefined
}

function RefInput({ id, field, value, onChange, invalid }: InputProps<string>) {
  const [words, setWords] = useState('')
  const found = useFound(field.ledger, words)
  const chosen = useChosen(field.ledger, value)
  const shown = found ?? (chosen ? [chosen] : [])
  const byId = new Map(shown.map((record) => [record.id, record]))
  return (
    <Select
      id={id}
      value={value ? { value, label: chosen ? nameOf(chosen) : '…' } : null}
      labelInValue
      options={shown.map((record) => ({ value: record.id, label: nameOf(record) }))}
      optionRender={({ value: one }) => <Option record={byId.get(String(one))} />}
      showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
      allowClear
      placeholder="输入编号或两个字查找"
      notFoundContent={words.length < fewest ? '输入编号或两个字查找' : found ? '没有找到' : '正在查找…'}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next?.value)}
    />
  )
}

function Option({ record }: { record: RecordChoice | undefined }) {
  if (!record) return null
  return (
    <span className="ref-option">
      <span>{nameOf(record)}</span>
      <StateTag tone={record.tone}>{record.stateLabel}</StateTag>
    </span>
  )
}

function RefOutput({ value, field }: OutputProps<string>) {
  const sources = useSources()
  const name = sources.names.word(value)
  const said = name === value ? '查看这条记录' : name
  return field.ledger ? <Go to={sources.recordUrl(field.ledger, value)}>{said}</Go> : <span>已关联</span>
}

export const ref: Face<string> = {
  Input: RefInput,
  Output: RefOutput,
  text: (value, _, names) => {
    const name = names.word(value)
    return name === value ? '已关联' : name
  },
}
