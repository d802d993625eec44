import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Face, FieldView, InputProps } from './field.ts'
import { type KeyChoice, useSources } from './sources.ts'

const wordOf = ({ options = [] }: FieldView, value: string) => options.find((option) => option.value === value)?.label

/** The codes whose code or name contains the words, newest first; what comes late for other words is dropped. */
function useKeys(ledger: string | undefined, words: string, wanted = true): readonly KeyChoice[] | undefined {
  const { findKeys } = useSources()
  const [found, setFound] = useState<{ words: string; keys: readonly KeyChoice[] }>()
  useEffect(() => {
    if (!ledger || !wanted) return
    const tell = (keys: readonly KeyChoice[]) => setFound({ words, keys })
    const timer = setTimeout(() => findKeys(ledger, words).then(tell, () => tell([])), words ? 250 : 0)
    return () => clearTimeout(timer)
  }, [ledger, words, wanted, findKeys])
  return found?.words === words ? found.keys : undefined
}

/** What a code is called: a word that stands for one, the name the record came with, or what the other ledger says. */
export function KeyName({ field, value }: { field: FieldView; value: string }) {
  const { names } = useSources()
  const known = wordOf(field, value) ?? names.word(value)
  const isKnown = known !== value
  const asked = useKeys(field.ledger, value, !isKnown)
  const name = isKnown ? known : asked?.find(({ code }) => code === value)?.name
  return <span>{name ?? value}</span>
}

function KeyInput({ id, field, value, onChange, invalid }: InputProps<string>) {
  const [words, setWords] = useState('')
  const found = useKeys(field.ledger, words)
  const first = useKeys(field.ledger, value ?? '', value !== undefined)
  const standing = (field.options ?? []).filter(({ label, value: word }) => `${word}${label}`.includes(words))
  const named = [...(found ?? []), ...(first ?? [])].find(({ code }) => code === value)
  const label = value && (wordOf(field, value) ?? named?.name ?? value)
  return (
    <Select
      id={id}
      value={value ? { value, label } : null}
      labelInValue
      options={[
        ...standing.map((option) => ({ value: option.value, label: option.label })),
        ...(found ?? []).map(({ code, name }) => ({ value: code, label: name })),
      ]}
      optionRender={({ value: code, label: name }) => (
        <span className="ref-option">
          <span>{name}</span>
          <span className="soft">{wordOf(field, String(code)) ? '' : code}</span>
        </span>
      )}
      showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
      allowClear
      placeholder="请选择，可输入名称或编码查找"
      notFoundContent={found ? '没有找到' : '正在查找…'}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next?.value)}
    />
  )
}

export const key: Face<string> = {
  Input: KeyInput,
  Output: KeyName,
  text: (value, field, names) => wordOf(field, value) ?? names.word(value),
}
