import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { useGo } from '../../../kit/nav.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { useCatalog } from './catalog.ts'
import { type Found, recordUrl, searchQuery } from './records.ts'
import './search-box.css'

function useLater(words: string): string {
  const [later, setLater] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setLater(words.trim()), 200)
    return () => clearTimeout(timer)
  }, [words])
  return later
}

/** A slash anywhere outside a field puts the cursor here. */
function useSlash() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && /INPUT|TEXTAREA|SELECT/.test(event.target.tagName)
      if (event.key !== '/' || inField) return
      event.preventDefault()
      input.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return input
}

/** Finds any record by its number or by two characters. */
export function SearchBox({ onLeave }: { onLeave?: () => void }) {
  const go = useGo()
  const input = useSlash()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState(false)
  const asked = useLater(words)
  const found = useQuery(searchQuery(asked))
  const rows = found.data ?? []
  const leave = () => {
    setOpen(false)
    setWords('')
    input.current?.blur()
    onLeave?.()
  }
  const enter = (row: Found | undefined) => {
    if (!row) return
    go(recordUrl(row.ledger, row.id))
    leave()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((before) => Math.min(rows.length - 1, Math.max(0, before + step)))
    }
    if (event.key === 'Enter') enter(rows[at])
    if (event.key === 'Escape') leave()
  }
  return (
    <div className="search-box">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label="查找编号或任意两个字"
        aria-expanded={open && asked.length >= 2}
        aria-controls="search-box-found"
        placeholder="查找编号，或任意两个字"
        value={words}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onKeyDown={onKey}
      />
      {open && asked.length >= 2 ? <FoundList rows={rows} at={at} waiting={found.isFetching} onEnter={enter} /> : null}
    </div>
  )
}

interface FoundListProps {
  rows: readonly Found[]
  at: number
  waiting: boolean
  onEnter: (row: Found) => void
}

function FoundList({ rows, at, waiting, onEnter }: FoundListProps) {
  const { ledgers } = useCatalog()
  return (
    <div className="search-found" id="search-box-found" role="listbox">
      {rows.length ? null : (
        <p className="search-none">{waiting ? '正在查找…' : '没有找到；换两个字，或输入完整编号。'}</p>
      )}
      {rows.map((row, i) => {
        const ledger = ledgers.find(({ id }) => id === row.ledger)
        return (
          <button
            key={row.id}
            type="button"
            role="option"
            aria-selected={i === at}
            className={i === at ? 'search-one search-here' : 'search-one'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onEnter(row)}
          >
            <span className="search-words">
              <strong>{row.title || row.number}</strong>
              <span className="soft">
                {ledger?.title} {row.number}
              </span>
            </span>
            <StateTag tone={ledger?.states[row.state]?.tone ?? 'todo'}>{row.stateLabel}</StateTag>
          </button>
        )
      })}
    </div>
  )
}
