import type { IncomingMessage, ServerResponse } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import helmet from 'helmet'
import type { Auth } from '../auth.ts'
import { tooMany } from '../errors.ts'
import { sessionCookie } from './access.ts'

export const jsonLimit = 1024 * 1024
export const fileLimit = 20 * 1024 * 1024

export interface Guards {
  behindTls: boolean
  /** Requests a minute of one session, or of one address without a session. */
  perMinute: number
  auth: Auth | undefined
}

/** Cookies, compression, the security headers and the limits on how often. */
export async function addGuards(http: FastifyInstance, { behindTls, perMinute, auth }: Guards): Promise<void> {
  await http.register(cookie)
  const headers = securityHeaders(behindTls)
  http.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
  await http.register(compress, { threshold: 1024, encodings: ['gzip', 'deflate', 'identity'] })
  await http.register(multipart, {
    limits: { fileSize: fileLimit, files: 1, fields: 10, fieldSize: 64 * 1024 },
    throwFileSizeLimit: true,
  })
  await http.register(rateLimit, {
    // Hooked below, so that it comes before anybody is looked up, and for addresses that do not exist too.
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    // A made-up cookie must not buy a fresh allowance: only a session that was found counts by itself.
    keyGenerator: (request) => auth?.known(request.cookies[sessionCookie] ?? '') ?? request.ip,
    allowList: (request: FastifyRequest) => request.url.startsWith('/assets/'),
    errorResponseBuilder: (_request, { ttl }) => tooOften(Math.ceil(ttl / 1000)),
    // Three headers less on each of thousands of answers; `retry-after` is told when it matters.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
  http.addHook('onRequest', http.rateLimit())
}

const tooOften = (seconds: number) =>
  tooMany('http.too-often', `操作太频繁，请${seconds}秒后再试。`, { retryAfter: seconds })

/** A limit of one route's own, beside the common one: at most so many a minute for each key, or `http.too-often`. */
export function atMost(
  http: FastifyInstance,
  max: number,
  key: (request: FastifyRequest) => string,
): (request: FastifyRequest) => Promise<void> {
  const count = http.createRateLimit({ max, timeWindow: 60_000, keyGenerator: key })
  return async (request) => {
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) throw tooOften(counted.ttlInSeconds)
  }
}

/** What only makes sense behind TLS would break a plain-http intranet: HSTS and upgrade-insecure-requests. */
const securityOptions = (behindTls: boolean) => ({
  hsts: behindTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  crossOriginOpenerPolicy: behindTls ? { policy: 'same-origin' as const } : false,
  originAgentCluster: behindTls,
  frameguard: { action: 'sameorigin' as const },
  referrerPolicy: { policy: 'same-origin' as const },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'child-src': ["'self'", 'blob:'],
      'frame-ancestors': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'self'"],
      'object-src': ["'none'"],
      ...(behindTls ? { 'upgrade-insecure-requests': [] } : {}),
    },
  },
})

/** The same on every answer, so they are worked out once. */
function securityHeaders(behindTls: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => {},
  } as unknown as ServerResponse
  helmet(securityOptions(behindTls))({} as IncomingMessage, answer, (error) => {
    if (error) throw error
  })
  return headers
}
