import { streamOf } from './compound.ts'

export interface SheetFormats {
  name: string
  hidden: boolean
  /** The number format of each cell with a figure, by `row,column`. */
  formats: Map<string, string>
}

/** Records of a workbook of Excel 97–2003 (MS-XLS). */
const records = { eof: 0x0a, password: 0x2f, sheet: 0x85, multiple: 0xbd, style: 0xe0, format: 0x41e }
/** Records of one cell; all begin with row, column and style. */
const cells = new Set([0x06, 0x203, 0x27e])
const builtIn: Record<number, string> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00' },
  ...{ 14: 'yyyy/m/d', 17: 'mmm-yy', 22: 'yyyy/m/d', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00' },
  ...{ 31: 'yyyy"年"m"月"d"日"', 41: '#,##0', 42: '#,##0', 43: '#,##0.00', 44: '#,##0.00', 57: 'yyyy"年"m"月"' },
}

/** How the figures of an .xls file are shown, and which sheets are; `'locked'` where a password is set. */
export function xlsFormats(bytes: Uint8Array): SheetFormats[] | 'locked' {
  const stream = streamOf(bytes, 'Workbook')
  if (!stream) return []
  const styles: number[] = []
  const formats: Record<number, string> = { ...builtIn }
  const sheets: (SheetFormats & { at: number })[] = []
  for (const [kind, data] of recordsFrom(stream, 0)) {
    if (kind === records.password) return 'locked'
    if (kind === records.style) styles.push(data.readUInt16LE(2))
    else if (kind === records.format) formats[data.readUInt16LE(0)] = words(data, 2, 2)
    else if (kind === records.sheet)
      sheets.push({
        at: data.readUInt32LE(0),
        hidden: ((data[4] as number) & 3) !== 0 || data[5] !== 0,
        name: words(data, 6, 1),
        formats: new Map(),
      })
  }
  const formatOf = (style: number) => formats[styles[style] ?? 0]
  for (const sheet of sheets)
    for (const [place, style] of stylesFrom(stream, sheet.at)) {
      const format = formatOf(style)
      if (format) sheet.formats.set(place, format)
    }
  return sheets
}

function* recordsFrom(stream: Buffer, start: number): Generator<[kind: number, data: Buffer]> {
  for (let at = start; at + 4 <= stream.length; ) {
    const [kind, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
    if (kind === records.eof) return
    yield [kind, stream.subarray(at + 4, at + 4 + length)]
    at += 4 + length
  }
}

function* stylesFrom(stream: Buffer, start: number): Generator<[place: string, style: number]> {
  for (const [kind, data] of recordsFrom(stream, start)) {
    const several = kind === records.multiple
    if (!several && !cells.has(kind)) continue
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)]
    const count = several ? Math.floor((data.length - 6) / 6) : 1
    for (let at = 0; at < count; at++) yield [`${row},${column + at}`, data.readUInt16LE(4 + at * 6)]
  }
}

/** A string with its length in front (in one or two bytes), then a byte that says how wide its characters are. */
function words(data: Buffer, at: number, width: 1 | 2): string {
  const length = width === 1 ? (data[at] as number) : data.readUInt16LE(at)
  const start = at + width + 1
  const wide = ((data[at + width] as number) & 1) === 1
  return data.toString(wide ? 'utf16le' : 'latin1', start, start + length * (wide ? 2 : 1))
}
