export interface FieldProblem {
  field: string
  sentence?: string
}
/** What is wrong with a row of many: in a file with its place there, what stands in the cell and what was probably meant. */
export interface RowProblem {
  row?: number
  sheet?: string
  field?: string
  column?: string
  raw?: string
  proposal?: string
  id?: string
  sentence: string
}
export interface Details {
  fields?: FieldProblem[]
  rows?: RowProblem[]
  columns?: string[]
  /** The fields a column of a table may be. */
  choices?: { field: string; label: string }[]
  [other: string]: unknown
}

/** What the server (or the broken line) answered, with the sentence a person reads. `status` is 0 when nothing answered. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly details: Details

  constructor(sentence: string, status: number, code = '', details: Details = {}) {
    super(sentence)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.details = details
  }

  /** Whether the same thing may be sent again: nobody knows if the first arrived. */
  get unknownFate(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** The sentence of whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Problem ? error.message : '页面出了意外，请刷新后再试；已填写的内容都还在。'

interface Sending {
  body?: unknown
  key?: string
  signal?: AbortSignal
}

const broken = '网络不通，内容都还在；恢复后再提交一次即可，不会重复登记。'
let csrf = ''
/** The token that every change carries, as the session gave it. */
export const setCsrf = (token: string) => {
  csrf = token
}

function headersOf(method: string, { body, key }: Sending): Headers {
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json')
  if (method !== 'GET') headers.set('x-csrf-token', csrf)
  if (key) headers.set('idempotency-key', key)
  return headers
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as { detail?: string; code?: string; details?: Details }
  const sentence =
    told.detail ?? (response.status >= 500 ? '服务器暂时没有答复，请稍后再试。' : '这一步没有办成，请刷新后再试。')
  return new Problem(sentence, response.status, told.code, told.details)
}

async function answerOf(method: string, path: string, sending: Sending = {}): Promise<Response> {
  const { body, signal } = sending
  const sent = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  const response = await fetch(`/api${path}`, {
    method,
    headers: headersOf(method, sending),
    credentials: 'same-origin',
    ...(sent === undefined ? {} : { body: sent }),
    ...(signal ? { signal } : {}),
  }).catch((error) => {
    throw signal?.aborted ? error : new Problem(broken, 0, 'line.broken')
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

async function send<T>(method: string, path: string, sending: Sending = {}): Promise<T> {
  const response = await answerOf(method, path, sending)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** The name that `content-disposition` gives a file in UTF-8. */
const nameIn = (told: string | null): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(told ?? '')?.[1] ?? '')

async function file(path: string, body: unknown): Promise<{ blob: Blob; name: string }> {
  const response = await answerOf('POST', path, { body })
  return { blob: await response.blob(), name: nameIn(response.headers.get('content-disposition')) }
}

/** Thin typed fetch over the API; paths begin after `/api`. Anything but success throws a `Problem`. */
export const http = {
  get: <T>(path: string, signal?: AbortSignal) => send<T>('GET', path, signal ? { signal } : {}),
  post: <T>(path: string, body?: unknown, key?: string) => send<T>('POST', path, { body, ...(key ? { key } : {}) }),
  /** A file made of what is sent. */
  file,
  put: <T>(path: string, body?: unknown) => send<T>('PUT', path, { body }),
  delete: <T>(path: string) => send<T>('DELETE', path),
  upload: <T>(path: string, file: Blob, name: string, fields: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    for (const [field, words] of Object.entries(fields)) form.append(field, words)
    form.append('file', file, name)
    return send<T>('POST', path, { body: form })
  },
}

/** `?a=1&b=2`, leaving out what is empty. */
export function query(params: Record<string, string | number | undefined | null>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `?${text}` : ''
}
