import type { FastifyRequest } from 'fastify'
import { type Actor, type Auth, SESSION_SECONDS, type Session } from '../auth.ts'
import type { Database } from '../db.ts'
import { forbidden, unauthenticated } from '../errors.ts'
import { checkSameOrigin, sessionCookie } from '../http/access.ts'
import { atMost } from '../http/guards.ts'
import { type Http, serve } from '../http.ts'
import { findTenants, type Tenant } from '../tenants.ts'
import { type SessionShown, sessionContract } from './contract.ts'

const SIGN_INS_A_MINUTE = 10

const loopback = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i
const forwarding = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const

/** Whether a request was made on this machine. The socket is asked, not `request.ip`: a header may say anything. */
export const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  loopback.test(socket.remoteAddress ?? '') && forwarding.every((name) => headers[name] === undefined)

const demoOutside = () =>
  forbidden(
    'session.demo-outside',
    '演示账号的口令是公开的，只能在本机登录；请在运行本系统的计算机上打开，或请系统管理员移除演示数据后使用本单位的账号。',
  )

export interface SessionParts {
  auth: Auth
  database: Database
  /** The roles in words, the permissions they add up to, as the catalog has them, and the server's time. */
  describe(actor: Actor): Promise<Pick<SessionShown, 'roles' | 'permissions' | 'now'>>
}

export function registerSession(http: Http, { auth, database, describe }: SessionParts): void {
  const limit = atMost(http, SIGN_INS_A_MINUTE, (request) => {
    const { tenant, account } = request.body as { tenant: string; account: string }
    return `${request.ip} ${tenant} ${account}`
  })
  const show = async ({ actor, csrf }: Session, tenant: Tenant): Promise<SessionShown> => ({
    person: { id: actor.person, name: actor.name },
    tenant,
    csrf,
    ...(await describe(actor)),
  })
  const findTenant = async (code: string) => (await findTenants(database)).find(({ tenant }) => tenant === code)

  serve(http, sessionContract.tenants, () => findTenants(database))

  serve(http, sessionContract.signIn, async ({ request, reply, body }) => {
    checkSameOrigin(request)
    await limit(request)
    const tenant = await findTenant(body.tenant)
    if (!tenant)
      throw unauthenticated('session.tenant-unknown', `没有代码为“${body.tenant}”的单位；请从列表中选择单位。`)
    if (tenant.demo && !isFromHere(request)) throw demoOutside()
    const { cookie, session } = await auth.signIn({ ...body, address: request.ip })
    reply.setCookie(sessionCookie, cookie, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: http.behindTls,
      // Not a moment: a desk whose clock is wrong would throw the cookie away.
      maxAge: SESSION_SECONDS,
    })
    return show(session, tenant)
  })

  serve(http, sessionContract.session, async ({ request }) => {
    const tenant = await findTenant(request.actor.tenant)
    return show(request.session!, tenant!)
  })

  serve(http, sessionContract.signOut, async ({ request, reply }) => {
    await auth.signOut(request.cookies[sessionCookie]!)
    reply.clearCookie(sessionCookie, { path: '/' })
  })
}
