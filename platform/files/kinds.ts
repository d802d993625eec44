import { invalid } from '../errors.ts'

interface Kind {
  type: string
  label: string
  /** Shown in the page; anything else is only ever downloaded. */
  picture?: boolean
  paper?: boolean
  is(bytes: Buffer, name: string): boolean
}

const begins = (bytes: Buffer, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)
const isZip = (bytes: Buffer) => begins(bytes, 0x50, 0x4b, 0x03, 0x04)
const ends = (name: string, extension: string) => name.toLowerCase().endsWith(extension)

/** What may be kept, told by the content and never by what the sender says it is. */
const kinds: readonly Kind[] = [
  { type: 'image/jpeg', label: 'JPEG', picture: true, is: (bytes) => begins(bytes, 0xff, 0xd8, 0xff) },
  {
    type: 'image/png',
    label: 'PNG',
    picture: true,
    is: (bytes) => begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    type: 'image/webp',
    label: 'WebP',
    picture: true,
    is: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'application/pdf', label: 'PDF', paper: true, is: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
  // The names of a zip's members stand in it uncompressed.
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'XLSX',
    paper: true,
    is: (bytes) => isZip(bytes) && bytes.includes('xl/workbook.xml'),
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'DOCX',
    paper: true,
    is: (bytes) => isZip(bytes) && bytes.includes('word/document.xml'),
  },
  { type: 'application/geo+json', label: 'GeoJSON', is: isGeoJson },
  { type: 'text/csv', label: 'CSV', is: (bytes, name) => ends(name, '.csv') && isText(bytes) },
]

function isGeoJson(bytes: Buffer, name: string): boolean {
  if (!ends(name, '.geojson') && !ends(name, '.json')) return false
  try {
    const { type } = JSON.parse(bytes.toString('utf8')) as { type?: unknown }
    return type === 'FeatureCollection' || type === 'Feature'
  } catch {
    return false // not JSON, and so not GeoJSON: refused by whoever asked
  }
}

/** UTF-8, or GB 18030 as office programs here still write it. */
function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return true
    } catch {
      return false // not in this encoding
    }
  })
}

/** The type of a file by its content, or `file.kind-refused`. */
export function kindOf(bytes: Buffer, name: string): string {
  const kind = bytes.length ? kinds.find(({ is }) => is(bytes, name)) : undefined
  if (!kind)
    throw invalid(
      'file.kind-refused',
      `“${name}”${bytes.length ? '的类型不能上传' : '是空文件'}；可以上传：${kinds.map(({ label }) => label).join('、')}。`,
    )
  return kind.type
}

export const isPicture = (type: string): boolean => kinds.some((kind) => kind.type === type && kind.picture)
/** A document of an office, which may prove something as a picture does. */
export const isPaper = (type: string): boolean => kinds.some((kind) => kind.type === type && kind.paper)
