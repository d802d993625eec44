import { useQuery } from '@tanstack/react-query'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { PlainSelect } from '../../../kit/plain-select.tsx'
import { dayOf } from '../../../kit/text.ts'
import { sealsQuery } from './figures.ts'

/** As things stand, or as they stood when the ledger was sealed. Stands in the address as `asOf`. */
export function AsOfSelect() {
  const { asOf } = useAddress()
  const patch = usePatchAddress()
  const seals = useQuery({ ...sealsQuery, retry: false })
  const options = [
    { value: '', label: '截至现在' },
    ...(seals.data ?? []).map(({ n, at }) => ({ value: String(n), label: `截至第 ${n} 次封账（${dayOf(at)}）` })),
  ]
  return (
    <PlainSelect
      label="截至"
      value={asOf ?? ''}
      options={options}
      onChange={(next) => patch({ asOf: next || undefined })}
    />
  )
}
