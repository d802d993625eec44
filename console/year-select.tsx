import { usePatchAddress } from '../kit/nav.tsx'
import { PlainSelect } from '../kit/plain-select.tsx'
import { useCatalog, useYear } from '../modules/ledger/screens/index.ts'

/** The year every screen is of. It stands in the address and goes along with every link. */
export function YearSelect() {
  const { years } = useCatalog()
  const year = useYear()
  const patch = usePatchAddress()
  return (
    <PlainSelect
      label="年份"
      value={String(year)}
      options={years.map((one) => ({ value: String(one), label: `${one} 年` }))}
      onChange={(next) => patch({ year: next, period: undefined, asOf: undefined }, false)}
    />
  )
}
