import { connect as openSocket, type Socket } from 'node:net'

/** One connection to the server, as a browser holds it open. It asks one thing at a time, and costs little: whatever the
 *  asking costs on this machine is taken from the server that is measured. */
export interface Connection {
  ask(path: string, asked?: Asked): Promise<Answer>
  leave(): void
}
export interface Answer {
  status: number
  headers: ReadonlyMap<string, string>
  body: unknown
}
interface Asked {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: unknown
}

const headEnd = Buffer.from('\r\n\r\n')

/** `port` on this machine. Understands what this server answers: JSON with a length. */
export async function connect(port: number): Promise<Connection> {
  const socket = await new Promise<Socket>((done, fail) => {
    const opened = openSocket({ host: '127.0.0.1', port, noDelay: true }, () => done(opened)).once('error', fail)
  })
  let waiting: { done(answer: Answer): void; fail(error: Error): void } | undefined
  let received: Buffer = Buffer.alloc(0)
  const hear = () => {
    const headLength = received.indexOf(headEnd)
    if (headLength < 0) return
    const [first = '', ...lines] = received.toString('latin1', 0, headLength).split('\r\n')
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
    )
    const whole = headLength + headEnd.length + Number(headers.get('content-length') ?? 0)
    if (received.length < whole) return
    const text = received.toString('utf8', headLength + headEnd.length, whole)
    received = received.subarray(whole)
    waiting?.done({ status: Number(first.split(' ')[1]), headers, body: text ? JSON.parse(text) : undefined })
  }
  socket.on('data', (part) => {
    received = received.length ? Buffer.concat([received, part]) : part
    hear()
  })
  socket.on('error', (error) => waiting?.fail(error))
  socket.on('close', () => waiting?.fail(new Error('the server closed the connection')))
  return {
    ask: (path, { method = 'GET', headers = {}, body } = {}) => {
      const text = body === undefined ? '' : JSON.stringify(body)
      const typed = text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}
      const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, ...typed }).map(
        ([name, value]) => `${name}: ${value}`,
      )
      return new Promise((done, fail) => {
        waiting = { done, fail }
        socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`)
      })
    },
    leave: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}

/** Who asks: the headers of a signed-in session. */
export type Session = Record<string, string>
export async function signIn(
  port: number,
  account: { tenant: string; account: string; password: string },
): Promise<Session> {
  const connection = await connect(port)
  const { status, headers, body } = await connection.ask('/api/session', { method: 'POST', body: account })
  connection.leave()
  if (status !== 200) throw new Error(`${account.account} could not sign in: ${JSON.stringify(body)}`)
  const cookie = headers.get('set-cookie')!.split(';')[0]!
  return { cookie, 'x-csrf-token': (body as { csrf: string }).csrf }
}
