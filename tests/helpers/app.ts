import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '../../modules/org/index.ts'
import type { CheckText } from '../../modules/reporting/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { createServer, type Server } from '../../server/main.ts'
import { freshDatabase } from './database.ts'

export interface Answer {
  status: number
  type: string
  // biome-ignore lint/suspicious/noExplicitAny: what a route answers is what the test is about
  body: any
  text: string
  bytes: Buffer
}
export interface Caller {
  get(url: string): Promise<Answer>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  send(method: 'PUT' | 'DELETE', url: string, body?: unknown): Promise<Answer>
  /** What a browser would save, under the name it is told. */
  download(url: string): Promise<{ status: number; name: string; bytes: Buffer }>
  upload(
    url: string,
    file: { name: string; type: string; bytes: Buffer },
    fields?: Readonly<Record<string, string>>,
  ): Promise<Answer>
}
export interface App extends Server {
  ownerUrl: string
  appUrl: string
  dataDir: string
  visitor: Caller
  signIn(account: string, tenant?: string): Promise<Caller>
}

/** The whole server on a database of its own, asked without a network. */
export async function freshApp(clock: Clock, checkText?: CheckText): Promise<App> {
  const urls = await freshDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'chengji-app-'))
  const server = await createServer({
    config: { dataDir, behindTls: false, rateLimit: 100_000 },
    ...urls,
    log: false,
    clock,
    ...(checkText ? { checkText } : {}),
  })
  await server.http.ready()
  const caller = (headers: Record<string, string>): Caller => {
    const ask = async (
      method: string,
      url: string,
      payload?: unknown,
      more: Record<string, string> = {},
    ): Promise<Answer> => {
      const reply = await server.http.inject({
        method: method as 'GET',
        url,
        headers: { ...headers, ...more },
        ...(payload === undefined ? {} : { payload: payload as object }),
      })
      const type = String(reply.headers['content-type'] ?? '')
      return {
        status: reply.statusCode,
        type,
        text: reply.body,
        bytes: reply.rawPayload,
        body: type.includes('json') ? reply.json() : undefined,
      }
    }
    return {
      get: (url) => ask('GET', url),
      post: (url, body, more) => ask('POST', url, body ?? {}, more),
      send: (method, url, body) => ask(method, url, body),
      download: async (url) => {
        const reply = await server.http.inject({ method: 'GET', url, headers })
        const told = String(reply.headers['content-disposition'] ?? '')
        const name = told.slice(told.indexOf("''") + 2)
        return { status: reply.statusCode, name, bytes: reply.rawPayload }
      },
      upload: (url, { name, type, bytes }, fields = {}) => {
        const line = '----chengji'
        const said = Object.entries(fields).map(
          ([field, words]) => `--${line}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${words}\r\n`,
        )
        const head = `--${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
        const payload = Buffer.concat([Buffer.from(said.join('') + head), bytes, Buffer.from(`\r\n--${line}--\r\n`)])
        return ask('POST', url, payload, { 'content-type': `multipart/form-data; boundary=${line}` })
      },
    }
  }
  return {
    ...server,
    ...urls,
    dataDir,
    visitor: caller({}),
    async signIn(account, tenant = '431102') {
      const reply = await server.http.inject({
        method: 'POST',
        url: '/api/session',
        payload: { tenant, account, password: demoPassword },
      })
      if (reply.statusCode !== 200) throw new Error(reply.body)
      const cookie = reply.cookies[0]!
      return caller({ cookie: `${cookie.name}=${cookie.value}`, 'x-csrf-token': reply.json().csrf })
    },
  }
}
