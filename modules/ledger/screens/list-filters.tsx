import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { KeyName } from '../../../kit/fields/key.tsx'
import { useSources } from '../../../kit/fields/sources.ts'
import { Icon } from '../../../kit/icon.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { isClocked, isWorked, type LedgerView } from './catalog.ts'
import { chipText, fieldBehind, useFilters } from './filters.ts'
import './list-filters.css'

const MoreFilters = lazy(() => import('./more-filters.tsx').then((found) => ({ default: found.MoreFilters })))

const clocks = [
  { value: '', label: '全部' },
  { value: 'soon', label: '快到期' },
  { value: 'late', label: '已超时' },
]

function Words() {
  const { q = '' } = useAddress()
  const patch = usePatchAddress()
  return (
    <Input.Search
      key={q}
      className="list-filters-words"
      defaultValue={q}
      placeholder="编号，或任意两个字"
      allowClear
      aria-label="在本台账中查找"
      onSearch={(words) => patch({ q: words.trim() || undefined })}
    />
  )
}

function StateFilter({ ledger }: { ledger: LedgerView }) {
  const { state } = useAddress()
  const patch = usePatchAddress()
  return (
    <Select
      className="list-filters-state"
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      placeholder="全部状态"
      aria-label="状态"
      value={state ? state.split(',') : []}
      options={Object.entries(ledger.states).map(([value, { label }]) => ({ value, label }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(states) => patch({ state: states.join(',') || undefined })}
    />
  )
}

function Mine() {
  const { holder } = useAddress()
  const patch = usePatchAddress()
  return (
    <Button
      aria-pressed={holder === 'me'}
      {...(holder === 'me' ? { color: 'primary' as const, variant: 'filled' as const } : {})}
      onClick={() => patch({ holder: holder === 'me' ? undefined : 'me' })}
    >
      等我办
    </Button>
  )
}

function Clocks() {
  const { clock = '' } = useAddress()
  const patch = usePatchAddress()
  return <Pills label="时限" pills={clocks} value={clock} onChange={(value) => patch({ clock: value || undefined })} />
}

/** One line of filters that unfolds; everything chosen stands in the address. */
export function ListFilters({ ledger }: { ledger: LedgerView }) {
  const phone = usePhone()
  const [unfolded, setUnfolded] = useState(false)
  const unfold = (
    <Button icon={<Icon name="filter" size={16} />} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
      {unfolded ? '收起' : phone ? '筛选' : '更多条件'}
    </Button>
  )
  const quick = (
    <>
      {isClocked(ledger) ? <Clocks /> : null}
      {isWorked(ledger) ? <Mine /> : null}
    </>
  )
  return (
    <div className="list-filters">
      <div className="list-filters-line">
        <Words />
        {phone ? unfold : <StateFilter ledger={ledger} />}
        {quick}
        {phone ? null : unfold}
      </div>
      {unfolded ? (
        <Suspense>
          {phone ? <StateFilter ledger={ledger} /> : null}
          <MoreFilters ledger={ledger} />
        </Suspense>
      ) : null}
      <FilterChips ledger={ledger} />
    </div>
  )
}

/** What a filter says, and a press takes it away. */
function Chip({ ledger, name, value }: { ledger: LedgerView; name: string; value: string }) {
  const { names } = useSources()
  const patch = usePatchAddress()
  const field = ledger.fields[fieldBehind(ledger, name) ?? '']
  return (
    <button type="button" className="chip" onClick={() => patch({ [name]: undefined })}>
      {field?.kind === 'key' ? (
        <>
          {field.label}：<KeyName field={field} value={value} />
        </>
      ) : (
        chipText(ledger, name, value, names.unit)
      )}
      <Icon name="close" size={12} />
      <span className="hidden-visually">去掉这个条件</span>
    </button>
  )
}

function FilterChips({ ledger }: { ledger: LedgerView }) {
  const patch = usePatchAddress()
  const { year: _, sort: __, ...chosen } = useFilters(ledger)
  const chips = Object.entries(chosen)
  if (!chips.length) return null
  return (
    <div className="list-filters-chips">
      {chips.map(([name, value]) => (
        <Chip key={name} ledger={ledger} name={name} value={value ?? ''} />
      ))}
      <button
        type="button"
        className="chip chip-clear"
        onClick={() => patch(Object.fromEntries(chips.map(([name]) => [name, undefined])))}
      >
        清除全部
      </button>
    </div>
  )
}
