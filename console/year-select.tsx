import { usePatchAddress } from '../kit/nav.tsx'
import { useCatalog, useYear } from '../modules/ledger/screens/index.ts'

/** The year every screen is of. It stands in the address and goes along with every link. */
export function YearSelect() {
  const { years } = useCatalog()
  const year = useYear()
  const patch = usePatchAddress()
  return (
    <label className="year-select">
      <span className="hidden-visually">年份</span>
      <select
        value={year}
        onChange={(event) => patch({ year: event.target.value, period: undefined, asOf: undefined }, false)}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {one} 年
          </option>
        ))}
      </select>
    </label>
  )
}
