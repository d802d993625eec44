import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { Go } from '../nav.tsx'
import type { Face, InputProps, OutputProps } from './field.ts'
import { type RecordChoice, useSources } from './sources.ts'

const nameOf = ({ number, title }: RecordChoice) => [number, title].filter(Boolean).join(' ')

function RefInput({ id, field, value, onChange, invalid }: InputProps<string>) {
  const sources = useSources()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<RecordChoice[]>([])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (field.ledger) sources.findRecords(field.ledger, words).then(setFound, () => setFound([]))
    }, 250)
    return () => clearTimeout(timer)
  }, [words, field.ledger, sources])
  return (
    <Select
      id={id}
      value={value ?? null}
      options={found.map((record) => ({ value: record.id, label: nameOf(record) }))}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      placeholder="输入编号或两个字查找"
      notFoundContent={words ? '没有找到' : '输入编号或两个字查找'}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next ?? undefined)}
    />
  )
}

function RefOutput({ value, field }: OutputProps<string>) {
  const sources = useSources()
  return field.ledger ? <Go to={sources.recordUrl(field.ledger, value)}>查看这条记录</Go> : <span>已关联</span>
}

export const ref: Face<string> = {
  Input: RefInput,
  Output: RefOutput,
  text: () => '已关联',
}
