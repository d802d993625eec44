import { PlainSelect } from '../../../kit/plain-select.tsx'
import './import-dialog.css'

export interface Choice {
  value: string
  label: string
}
interface ImportColumnsProps {
  columns: readonly string[]
  /** The fields that a column may be. */
  fields: readonly Choice[]
  said: Readonly<Record<string, string>>
  onChange: (said: Record<string, string>) => void
}
const OUT = '-'

/** What was said of the columns, as the import takes it. */
export const columnsSaid = (said: Readonly<Record<string, string>>) => ({
  leaveOut: Object.keys(said).filter((column) => said[column] === OUT),
  columns: Object.fromEntries(Object.entries(said).filter(([, field]) => field && field !== OUT)),
})

/** Columns nobody knows: which field each of them is, or that it stays out. Said once, it is remembered. */
export function ImportColumns({ columns, fields, said, onChange }: ImportColumnsProps) {
  const options = [{ value: '', label: '请选择' }, { value: OUT, label: '不导入' }, ...fields]
  return (
    <fieldset className="import-columns">
      <legend>不认识的列，请说明是哪个字段；导入成功后会记住，下次不用再选：</legend>
      {columns.map((column) => (
        <div key={column} className="import-column">
          <span>{column}</span>
          <PlainSelect
            label={`“${column}”是哪个字段`}
            value={said[column] ?? ''}
            options={options}
            onChange={(field) => onChange({ ...said, [column]: field })}
          />
        </div>
      ))}
    </fieldset>
  )
}
