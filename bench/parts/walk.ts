import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { type Random, random } from '../../server/demo/random.ts'
import { type Answer, connect, type Session, signIn } from './client.ts'
import type { Walk } from './subject.ts'
import { tenant } from './town.ts'

/** The roles of the full paths, with the demonstration accounts that hold them. */
const accounts = {
  receiver: 'shouli',
  dispatcher: 'paiqian',
  lead: 'zhipai',
  handler: 'chuzhi',
  collector: 'caiji',
  officer: 'zhifa',
  legal: 'fazhi',
  director: 'juzhang',
  finance: 'caiwu',
} as const
export type Role = keyof typeof accounts
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
interface Walking {
  port: number
  sessions: Sessions
  ledger: string
  /** The year that is searched. */
  year: string
  walk(drawn: Random): Walk
  /** A move is answered with the whole record, history and all, or with the row a list shows. */
  whole: boolean
  note(kind: keyof Times, ms: number): void
}

/** A client that walks record after record through the full path over one connection, and searches once a record. */
export async function walker({ port, sessions, ledger, year, walk, whole, note }: Walking, number: number) {
  const connection = await connect(port)
  const drawn = random(`client ${number} ${Date.now()}`)
  const base = `/api/ledgers/${ledger}/records`
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
      const { steps, word } = walk(drawn)
      let record: { id: string; version: number } | undefined
      for (const [role, move, data = {}] of steps) {
        const path = record ? `${base}/${record.id}/moves/${move}` : base
        const body = record ? { version: record.version, data } : { data }
        record = (await timed('moves', move, post(role, path, body))) as typeof record
      }
      const asked = `${base}?year=${year}&q=${encodeURIComponent(word)}`
      await timed('searches', 'search', connection.ask(asked, { headers: sessions.receiver }))
    },
    leave: () => connection.leave(),
  }
}
