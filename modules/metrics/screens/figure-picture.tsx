import { Button } from 'antd'
import { useState } from 'react'
import { Chart } from '../../../kit/chart.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { drawn, isRate, nameOf, splitWords } from './figure-rows.ts'
import type { By, FigureRow, FigureView } from './figures.ts'

const MOST = 20

interface FigurePictureProps {
  figure: FigureView
  rows: readonly FigureRow[]
  by: By
  /** What touching a part of the picture does, and how that is told. */
  onPick: (row: FigureRow) => void
  hint: string
}

/** The months of a figure side by side, or its parts as lying bars. */
export function FigurePicture({ figure, rows, by, onPick, hint }: FigurePictureProps) {
  const [all, setAll] = useState(false)
  const phone = usePhone()
  const rate = isRate(figure)
  const split = by !== 'month'
  const lying = split || (phone && !rate)
  const shown = split && !all ? rows.slice(0, MOST) : rows
  const pick = (index: number) => {
    const row = shown[index]
    if (row?.key) onPick(row)
  }
  const { unit, values } = drawn(figure, shown)
  return (
    <>
      <Chart
        label={`${figure.label}${splitWords[by]}`}
        height={lying ? Math.max(120, shown.length * 30 + 20) : 260}
        labels={shown.map((row) => nameOf(by, row))}
        series={[{ name: figure.label, values }]}
        unit={unit}
        lying={lying}
        line={rate && !lying}
        onPick={pick}
      />
      {split && rows.length > MOST ? (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? `只看前 ${MOST} 个` : `看全部 ${rows.length} 个`}
        </Button>
      ) : null}
      <p className="figure-hint">
        单位：{unit}。{hint}
      </p>
    </>
  )
}
