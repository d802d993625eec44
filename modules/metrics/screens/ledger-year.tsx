import type { ReactNode } from 'react'
import { usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { FigurePicture } from './figure-picture.tsx'
import { hasValues, ordered } from './figure-rows.ts'
import type { FigureView } from './figures.ts'
import { NoValues } from './no-values.tsx'

/** A figure through the year, month by month; a month touched becomes the period. */
export function LedgerYear({ figure, year, choice }: { figure: FigureView; year: string; choice: ReactNode }) {
  const patch = usePatchAddress()
  const rows = ordered(figure.rows ?? [], 'month', figure, year)
  return (
    <Panel title={`${year} 年各月${figure.label}`} extra={choice}>
      {hasValues(rows) ? (
        <FigurePicture
          figure={figure}
          rows={rows}
          by="month"
          onPick={({ key }) => patch({ period: key })}
          hint="点一个月，只看这个月。"
        />
      ) : (
        <NoValues figure={figure} when={`${year} 年`} />
      )}
    </Panel>
  )
}
