import { saveFile } from './save-file.ts'

const cell = (value: string | number) => {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Hands a table to the person as a file that office programs open with its Chinese whole (hence the mark in front). */
export function downloadCsv(name: string, rows: readonly (readonly (string | number)[])[]) {
  const text = `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
}
