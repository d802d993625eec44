import { Problem, sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import './import-dialog.css'

/** Why a table was not taken in, row by row. */
export function Mistakes({ error }: { error: Error }) {
  const rows = error instanceof Problem ? (error.details.rows ?? []) : []
  return (
    <div className="import-mistakes">
      <Notice tone="late">{sentenceOf(error)}</Notice>
      {rows.length ? (
        <div className="table-scroll import-table">
          <table className="data-table">
            <thead>
              <tr>
                <th>第几行</th>
                <th>哪一列</th>
                <th>怎么回事</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row may have several mistakes
                <tr key={i}>
                  <td>{row.row ?? '—'}</td>
                  <td>{row.column ?? '—'}</td>
                  <td>{row.sentence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  )
}
