import { Agent, type IncomingMessage, request } from 'node:http'

/** One connection to the server, as a browser holds it open. */
export type Connection = Agent
export const connect = (): Connection => new Agent({ keepAlive: true, maxSockets: 1 })

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: unknown
}
interface Asked {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: unknown
}
/** Asks the server for JSON. `port` on this machine. */
export function ask(
  connection: Connection,
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((done, fail) => {
    const sent = request(
      {
        agent: connection,
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: {
          ...headers,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const told = Buffer.concat(parts).toString()
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: told ? JSON.parse(told) : undefined })
        })
        answer.on('error', fail)
      },
    )
    sent.on('error', fail)
    sent.end(text)
  })
}

/** Who asks: the headers of a signed-in session. */
export type Session = Record<string, string>
export async function signIn(
  port: number,
  account: { tenant: string; account: string; password: string },
): Promise<Session> {
  const connection = connect()
  const { status, headers, body } = await ask(connection, port, '/api/session', { method: 'POST', body: account })
  connection.destroy()
  if (status !== 200) throw new Error(`${account.account} could not sign in: ${JSON.stringify(body)}`)
  const cookie = headers['set-cookie']![0]!.split(';')[0]!
  return { cookie, 'x-csrf-token': (body as { csrf: string }).csrf }
}
