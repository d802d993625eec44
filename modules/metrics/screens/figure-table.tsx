import { DataTable } from '../../../kit/data-table.tsx'
import { groupedText } from '../../../kit/text.ts'
import { type FigureRow, type FigureView, isShared, partText } from './figures.ts'

/** The same numbers as the picture, to be read one by one. */
export function FigureTable({ figure, rows }: { figure: FigureView; rows: readonly FigureRow[] }) {
  const parts = isShared(figure) || figure.kind === 'duration'
  return (
    <div className="table-scroll figure-table">
      <DataTable
        caption={figure.label}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'label', title: '部分', render: (row) => row.label },
          {
            key: 'value',
            title: `${figure.label}（${figure.unit}）`,
            numeric: true,
            render: (row) => groupedText(row.value),
          },
          ...(parts
            ? [
                {
                  key: 'num',
                  title: '分子',
                  numeric: true,
                  render: (row: FigureRow) => groupedText(partText(figure, row.num)),
                },
                {
                  key: 'den',
                  title: '分母',
                  numeric: true,
                  render: (row: FigureRow) => groupedText(partText(figure, row.den)),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}
