import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { type Actor, type Auth, type Session, sameSecret } from '../auth.ts'
import { forbidden, unauthenticated } from '../errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may: `public`, `signed-in`, or a permission somebody holds. A route without one stops the start. */
    permission: string
  }
  interface FastifyRequest {
    /** Who asks. On a public route nobody is known: reading it there refuses with 401. */
    readonly actor: Actor
    session: Session | undefined
  }
}

export const sessionCookie = 'chengji_session'

export interface Access {
  auth: Auth | undefined
  /** Whether this person's roles carry a permission; composed of the catalog's ledgers and roles. */
  allows(actor: Actor, permission: string): boolean
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Keeps the doors: no route without a permission, nobody through without it, no change without the session's token. */
export function keepDoors(http: FastifyInstance, { auth, allows }: Access): void {
  http.decorateRequest('session', undefined)
  http.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      if (!this.session) throw notSignedIn()
      return this.session.actor
    },
  })
  http.addHook('onRoute', refuseWithoutPermission)
  http.addHook('onRequest', async (request) => {
    if (request.is404) return
    const { permission } = request.routeOptions.config
    if (permission === 'public') return
    const cookie = request.cookies[sessionCookie]
    const session = cookie && auth ? await auth.find(cookie) : undefined
    if (!session) throw notSignedIn()
    request.session = session
    if (!harmless.has(request.method)) checkToken(request, session)
    if (permission !== 'signed-in' && !allows(session.actor, permission)) throw notAllowed(permission)
  })
}

function refuseWithoutPermission({ config, method, url }: RouteOptions): void {
  if (typeof config?.permission !== 'string' || config.permission === '')
    throw new Error(`路由 ${String(method)} ${url} 没有写明权限（config.permission），不能启动`)
}

const notSignedIn = () => unauthenticated('session.missing', '您还没有登录，或登录已过期；请重新登录。')
const notAllowed = (permission: string) =>
  forbidden('session.not-allowed', '您的岗位没有这项权限；如工作需要，请联系系统管理员调整岗位。', { permission })

function checkToken(request: FastifyRequest, session: Session): void {
  const given = request.headers['x-csrf-token']
  if (typeof given !== 'string' || !sameSecret(given, session.csrf))
    throw forbidden('session.csrf', '页面已失效，为防止冒用没有办理；请刷新页面后再试。')
}

/**
 * Refuses a sign-in that another site's page sends. Browsers say where it comes from, on a plain-http intranet by the
 * origin only; a program that says nothing has no cookie that could be misused.
 */
export function checkSameOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const ours = site ? site === 'same-origin' || site === 'none' : !origin || isHost(origin, request.host)
  if (!ours) throw forbidden('session.other-site', '登录请求来自其他网站，没有办理；请从本系统的登录页面登录。')
}

function isHost(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  const here = `${from.protocol}//${host}`
  return URL.canParse(here) && new URL(here).host === from.host
}
