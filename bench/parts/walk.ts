import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { random } from '../../server/demo/random.ts'
import { type Answer, connect, type Session, signIn } from './client.ts'
import { type Town, tenant } from './town.ts'

/** The roles of the full path, with the demonstration accounts that hold them. */
const accounts = {
  receiver: 'shouli',
  dispatcher: 'paiqian',
  lead: 'zhipai',
  handler: 'chuzhi',
  collector: 'caiji',
} as const
type Role = keyof typeof accounts
export type Sessions = Record<Role, Session>

export async function signInAll(port: number): Promise<Sessions> {
  const names = Object.keys(accounts) as Role[]
  const sessions = await Promise.all(
    names.map((role) => signIn(port, { tenant, account: accounts[role], password: 'Chengji-2022' })),
  )
  return Object.fromEntries(names.map((role, i) => [role, sessions[i]])) as Sessions
}

/** One photo of the work done, for all lifecycles: taking and sending photos is not what is measured. */
export async function sendPhoto(port: number, { handler }: Sessions): Promise<string> {
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#789' } })
    .jpeg()
    .toBuffer()
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'after.jpg')
  const answer = await fetch(`http://127.0.0.1:${port}/api/files`, { method: 'POST', headers: handler, body })
  if (!answer.ok) throw new Error(`the photo was answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { hash: string }).hash
}

/** Milliseconds of each request of one lifecycle. */
export interface Times {
  moves: number[]
  searches: number[]
}
const words = ['垃圾', '路灯', '店家', '小区', '雨水', '公交', '喇叭', '沙发', '柳子', '车道']

/** A client that walks case after case through the full path over one connection, and searches once a case. A move is
 *  answered with the whole record, history and all, or with the row a list shows. */
export async function walker(
  port: number,
  sessions: Sessions,
  town: Town,
  photo: string,
  number: number,
  whole: boolean,
  note: (kind: keyof Times, ms: number) => void,
) {
  const connection = await connect(port)
  const drawn = random(`client ${number} ${Date.now()}`)
  const handler = town.handlersOf('u-xujiajing')[0]!
  const little: Record<string, string> = whole ? {} : { prefer: 'return=minimal' }
  const timed = async (kind: keyof Times, what: string, work: Promise<Answer>) => {
    const startedMs = performance.now()
    const { status, body } = await work
    note(kind, performance.now() - startedMs)
    if (status >= 300) throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`)
    return body
  }
  const post = (role: Role, path: string, body: unknown) =>
    connection.ask(path, {
      method: 'POST',
      headers: { ...sessions[role], ...little, 'idempotency-key': randomUUID() },
      body,
    })
  return {
    async lifecycle(): Promise<void> {
      const channel = drawn.pick(town.channels)
      const standard = drawn.pick(town.kinds.get(channel)!)
      const { point, address } = drawn.pick(town.places)
      const condition = standard.conditions[0]!.id
      const base = '/api/ledgers/case/records'
      const report = {
        channel: channel.id,
        address,
        place: point,
        subclass: standard.code,
        description: `${address}${standard.name}，请尽快处理`,
        reporter: '王先生',
        phone: '19900001234',
      }
      let record = (await timed('moves', 'receive', post('receiver', base, { data: report }))) as {
        id: string
        version: number
      }
      const move = async (role: Role, name: string, data: unknown = {}) => {
        const path = `${base}/${record.id}/moves/${name}`
        record = (await timed('moves', name, post(role, path, { version: record.version, data }))) as typeof record
      }
      await move('receiver', 'file', { subclass: standard.code, condition })
      await move('dispatcher', 'dispatch', { unit: 'u-xujiajing' })
      await move('lead', 'assign', { handler })
      await move('handler', 'submit', { result: standard.conditions[0]!.closing, afterPhotos: [{ hash: photo }] })
      await move('lead', 'confirm')
      await move('dispatcher', 'forward')
      await move('collector', 'check', { fixed: true })
      await move('receiver', 'close', { closing: condition })
      const q = encodeURIComponent(drawn.pick(words))
      await timed('searches', 'search', connection.ask(`${base}?year=2026&q=${q}`, { headers: sessions.receiver }))
    },
    leave: () => connection.leave(),
  }
}
