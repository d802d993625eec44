import { type Day, type Instant, isDay } from '../../../platform/clock.ts'
import type { Limit, LimitUnit } from '../../org/index.ts'

/** A photo as evidence: content hash of a stored file, when and where it was taken. */
export interface Photo {
  hash: string
  takenAt?: Instant
  lng?: number
  lat?: number
  note?: string
}
/** What proves something: a picture or a paper (PDF, DOCX, XLSX), with the name its sender gave the file. */
export interface Evidence extends Photo {
  fileName?: string
}
/** A signature: content hash of its stored picture, when it was given, and by whom where that is written down. */
export interface Signature {
  hash: string
  signedAt: Instant
  name?: string
}
/** CGCS2000 (EPSG:4490) degrees. */
export interface Point {
  lng: number
  lat: number
}
/** One answer of a choice. `parent` is the value of the field it depends on (`within`). */
export interface Option {
  value: string
  label: string
  parent?: string
  group?: string
  /** The unit quantities of this kind are counted in: 盏. */
  measure?: string
  /** The days on which it may be chosen: an article holds from the day its law does. */
  from?: Day
  to?: Day
}

/** The stored value of each kind of field. Money is 分, a quantity thousandths of its unit. */
export interface ValueOf {
  text: string
  'long-text': string
  choice: string
  date: Day
  integer: number
  money: number
  quantity: number
  yes: boolean
  point: Point
  photos: Photo[]
  files: Evidence[]
  signature: Signature
  unit: string
  person: string
  ref: string
  key: string
  metric: string
  range: string
  formula: string
  limit: Limit
}
export type FieldKind = keyof ValueOf

export interface Field<K extends FieldKind = FieldKind> {
  kind: K
  label: string
  help?: string
  /** Other words for it at the head of a column: 处置责任单位. */
  alsoCalled?: readonly string[]
  /** What the template of the import shows; without it one follows from the kind. */
  example?: string
  /** Shown as a column of the list, and can be filtered. */
  listed?: boolean
  /** Too long for a list, but stands in the table that is kept as a file. */
  exported?: boolean
  /** Its words are found by the search. */
  searched?: boolean
  /** The value lies apart and can be erased; the entry keeps a salted hash. */
  secret?: boolean
  /** Worked out by the ledger, never asked of a person. */
  derived?: boolean
  options?: readonly Option[]
  /** The choice depends on the value of this other field; a range is of the metric in it. */
  within?: string
  /** Unit of a quantity or an integer, printed after it. */
  measure?: string
  /** Where the unit stands instead: in a field of this record, or of the one a reference leads to (`indicator.measure`). */
  measureIn?: string
  /** A person who holds this role. */
  role?: string
  /** The ledger a reference or a key leads to. */
  ledger?: string
  min?: number
  max?: number
  /** The number of a paper: drawn by a move, in a series of its own; shared by all that go together. */
  series?: { pattern: string; by: readonly string[]; shared?: true }
  /** An account: what these moves add to it and take from it, each in the field it names. Never below zero. */
  account?: { adds: Readonly<Record<string, string>>; takes: Readonly<Record<string, string>> }
}
type More<K extends FieldKind> = Omit<Field<K>, 'kind' | 'label'>

const make =
  <K extends FieldKind>(kind: K) =>
  (label: string, more: More<K> = {}): Field<K> => ({ kind, label, ...more })

export const text = make('text')
export const longText = make('long-text')
export const date = make('date')
export const integer = make('integer')
export const money = make('money')
export const quantity = make('quantity')
export const yes = make('yes')
export const point = make('point')
export const photos = make('photos')
/** Pictures and papers that prove something. */
export const files = make('files')
export const signature = make('signature')
export const unit = make('unit')
export const person = make('person')
export const limit = make('limit')
/** A declared metric, picked by its label: `work.quantity`. */
export const metric = make('metric')
/** A formula over metrics: `personnel.staff / personnel.posts * 100`. */
export const formula = make('formula')
/** What of the metric in `within` is counted: `class=lamp-repair`, picked by field and value. */
export const range = (label: string, within: string, more: More<'range'> = {}): Field<'range'> => ({
  kind: 'range',
  label,
  within,
  ...more,
})
export const choice = (label: string, options: readonly Option[], more: More<'choice'> = {}): Field<'choice'> => ({
  kind: 'choice',
  label,
  options,
  ...more,
})
export const ref = (ledger: string, label: string, more: More<'ref'> = {}): Field<'ref'> => ({
  kind: 'ref',
  label,
  ledger,
  ...more,
})

/** A record of another ledger by what people call it there: the code of a project. That ledger says what is its key
 *  (`keyed`); `options` are words that may stand in place of one: 整体. */
export const key = (ledger: string, label: string, more: More<'key'> = {}): Field<'key'> => ({
  kind: 'key',
  label,
  ledger,
  ...more,
})

/** The number of a paper, drawn by the moves that make it: `paperNumber('决定书文号', '{short}城管罚字〔{year}〕第{seq}号', 'decide')`. */
export const paperNumber = (label: string, pattern: string, ...by: string[]): Field<'text'> =>
  text(label, { derived: true, searched: true, series: { pattern, by } })
/** The number of a batch, one for all records that go together. */
export const batchNumber = (label: string, pattern: string, by: string): Field<'text'> =>
  text(label, { derived: true, listed: true, series: { pattern, by: [by], shared: true } })
/** What is left on an account: the sum of its entries, never below zero. */
export const balance = (
  label: string,
  adds: Record<string, string>,
  takes: Record<string, string>,
  more: More<'integer'> = {},
): Field<'integer'> => integer(label, { derived: true, account: { adds, takes }, ...more })

export type Fields = Record<string, Field>
/** What a record of these fields holds; any of them may still be missing. */
export type DataOf<F extends Fields> = { [K in keyof F]?: ValueOf[F[K]['kind']] }
export type Data = Record<string, unknown>

/** PostgreSQL keeps no zero character, and the others print nowhere; line breaks and tabs are text. */
const isPrintable = (text: string) => !/\p{Cc}/u.test(text.replaceAll(/[\n\r\t]/g, ''))
const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most && isPrintable(value)
const inRange = (value: number, { min, max }: Field) =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const hasOnly = (value: unknown, names: readonly string[]) =>
  isObject(value) && Object.keys(value).every((name) => names.includes(name))
const isLongitude = (value: unknown) => typeof value === 'number' && value >= 73 && value <= 136
const isLatitude = (value: unknown) => typeof value === 'number' && value >= 3 && value <= 54
const isMoment = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))
const isPoint = (value: unknown) =>
  hasOnly(value, ['lng', 'lat']) && isLongitude((value as Point).lng) && isLatitude((value as Point).lat)
const orAbsent = (value: unknown, check: (value: unknown) => boolean) => value === undefined || check(value)
const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const photoParts = ['hash', 'takenAt', 'lng', 'lat', 'note']
function isPhoto(value: unknown, parts: readonly string[] = photoParts): boolean {
  if (!hasOnly(value, parts)) return false
  const { hash, takenAt, lng, lat, note } = value as Record<string, unknown>
  return (
    isHash(hash) &&
    orAbsent(takenAt, isMoment) &&
    orAbsent(lng, isLongitude) &&
    orAbsent(lat, isLatitude) &&
    orAbsent(note, (text) => isText(text, 200))
  )
}
const isEvidence = (value: unknown): boolean =>
  isPhoto(value, [...photoParts, 'fileName']) && orAbsent((value as Evidence).fileName, (name) => isText(name, 120))
function isSignature(value: unknown): boolean {
  if (!hasOnly(value, ['hash', 'signedAt', 'name'])) return false
  const { hash, signedAt, name } = value as Record<string, unknown>
  return isHash(hash) && isMoment(signedAt) && orAbsent(name, (text) => isText(text, 60))
}
const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mostPhotos = 20
const limitUnits: Readonly<Record<LimitUnit, true>> = {
  'urgent-hour': true,
  'work-hour': true,
  'work-day': true,
  'urgent-day': true,
  'natural-day': true,
  'legal-work-day': true,
  'legal-day': true,
}
function isLimit(value: unknown): boolean {
  if (!hasOnly(value, ['n', 'unit'])) return false
  const { n, unit } = value as Partial<Limit>
  return Number.isSafeInteger(n) && n! >= 1 && n! <= 9999 && Object.hasOwn(limitUnits, String(unit))
}

function rangeText({ min, max, measure = '' }: Field): string {
  if (min !== undefined && max !== undefined) return `${min}–${max}${measure}之间的`
  if (min !== undefined) return `不小于${min}${measure}的`
  return max === undefined ? '' : `不大于${max}${measure}的`
}

const checks: Record<FieldKind, (value: unknown, field: Field) => string | undefined> = {
  text: (value) => (isText(value, 500) ? undefined : '应为不超过500字的文字'),
  'long-text': (value) => (isText(value, 5000) ? undefined : '应为不超过5000字的文字'),
  choice: (value, field) =>
    field.options?.some((option) => option.value === value) ? undefined : `没有“${String(value)}”这个选项`,
  date: (value) => (typeof value === 'string' && isDay(value) ? undefined : '应为日期，例如2022-12-31'),
  integer: (value, field) =>
    Number.isSafeInteger(value) && inRange(value as number, field) ? undefined : `应为${rangeText(field)}整数`,
  money: (value, field) =>
    Number.isSafeInteger(value) && inRange(value as number, field)
      ? undefined
      : `应为${rangeText(field)}金额（以分为单位的整数）`,
  quantity: (value, field) =>
    Number.isSafeInteger(value) && inRange(value as number, field)
      ? undefined
      : `应为${rangeText(field)}数量（最多三位小数）`,
  yes: (value) => (typeof value === 'boolean' ? undefined : '应为是或否'),
  point: (value) => (isPoint(value) ? undefined : '应为经纬度（经度73–136，纬度3–54），请检查是否颠倒'),
  photos: (value) =>
    Array.isArray(value) && value.length <= mostPhotos && value.every((one) => isPhoto(one))
      ? undefined
      : `应为已上传的照片，最多${mostPhotos}张`,
  files: (value) =>
    Array.isArray(value) && value.length <= mostPhotos && value.every(isEvidence)
      ? undefined
      : `应为已上传的图片或文件，最多${mostPhotos}个`,
  signature: (value) => (isSignature(value) ? undefined : '应为已上传的签字'),
  unit: (value) => (isText(value, 60) ? undefined : '应为单位'),
  person: (value) => (isText(value, 60) ? undefined : '应为人员'),
  ref: (value) =>
    typeof value === 'string' && isUuid.test(value) ? undefined : '应为另一条记录；请从列表中选择，表格中填它的编号',
  key: (value) => (isText(value, 500) ? undefined : '应为编码；请从列表中选择'),
  metric: (value) => (isText(value, 200) ? undefined : '应为统计指标；请从列表中选择'),
  range: (value) => (isText(value, 500) ? undefined : '应为统计指标的范围'),
  formula: (value) => (isText(value, 500) ? undefined : '应为不超过500字的计算式'),
  limit: (value) => (isLimit(value) ? undefined : '应为时限，例如4小时、5个工作日'),
}

/** What is wrong with a value, as the end of a Chinese sentence, or undefined. */
export function problemWith(field: Field, value: unknown, data: Data): string | undefined {
  const problem = checks[field.kind](value, field)
  if (problem || !field.within) return problem
  const chosen = field.options?.find((option) => option.value === value)
  return chosen?.parent === undefined || chosen.parent === data[field.within]
    ? undefined
    : '与上一级选项不相符，请重新选择'
}

export const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether values of this kind name stored files. They stand in no table, and a form may still be sending them. */
export const isFiled = (kind: string): boolean => ['photos', 'files', 'signature'].includes(kind)

/** The stored files that a move names, each with the field that names it. */
export const filesNamed = (fields: Fields, data: Data): { field: string; hash: string }[] =>
  Object.entries(data)
    .filter(([field]) => isFiled(fields[field]?.kind ?? ''))
    .flatMap(([field, value]) =>
      [value]
        .flat()
        .flatMap((file) => (isObject(file) && typeof file.hash === 'string' ? [{ field, hash: file.hash }] : [])),
    )
export const filesIn = (fields: Fields, data: Data): string[] => filesNamed(fields, data).map(({ hash }) => hash)

/** The records that a move names, each with the field that names it. */
export const refsIn = (fields: Fields, data: Data): { field: string; ledger: string; id: string }[] =>
  Object.entries(data).flatMap(([name, value]) => {
    const { kind, ledger = '' } = fields[name] ?? {}
    return kind === 'ref' && typeof value === 'string' && isUuid.test(value) ? [{ field: name, ledger, id: value }] : []
  })

/** The fields a list shows. A secret is never in a list. */
export const listedFields = (fields: Fields): string[] =>
  Object.keys(fields).filter((name) => fields[name]!.listed && !fields[name]!.secret)
/** What a row is read with: what a list shows, and the numbers of papers a record goes by when it has none of its own. */
export const rowFields = (fields: Fields): string[] => [
  ...listedFields(fields),
  ...Object.keys(fields).filter((name) => fields[name]!.series && !fields[name]!.listed),
]
/** The number people call a record by: its own, or that of its first paper. */
export const calledBy = (fields: Fields, number: string | null, data: Data): string | null => {
  const paper = number === null && Object.keys(fields).find((name) => fields[name]!.series && data[name] !== undefined)
  return paper ? String(data[paper]) : number
}
/** The fields of the table that is kept as a file: those of the list and what is too long for it. */
export const exportedFields = (fields: Fields): string[] =>
  Object.keys(fields).filter((name) => (fields[name]!.listed || fields[name]!.exported) && !fields[name]!.secret)
export const dataIn = (names: readonly string[], data: Data): Data =>
  Object.fromEntries(names.flatMap((name) => (name in data ? [[name, data[name]]] : [])))
export const listedData = (fields: Fields, data: Data): Data => dataIn(listedFields(fields), data)
