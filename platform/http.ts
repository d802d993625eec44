import { randomUUID } from 'node:crypto'
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { output, ZodType } from 'zod'
import type { Actor, Auth } from './auth.ts'
import type { AnswerOf, AnyEndpoint } from './contract.ts'
import { notFound } from './errors.ts'
import { keepDoors } from './http/access.ts'
import { addGuards, jsonLimit } from './http/guards.ts'
import { describeApi } from './http/openapi.ts'
import { answerProblem } from './http/problem.ts'

export { checkSameOrigin, sessionCookie } from './http/access.ts'
export { disposition } from './http/disposition.ts'
export { serveFolder } from './http/folder.ts'
export { atMost, fileLimit } from './http/guards.ts'
export type { Problem } from './http/problem.ts'

export type Http = FastifyInstance

declare module 'fastify' {
  interface FastifyInstance {
    /** A proxy speaks https for us: cookies are sent over it only. */
    readonly behindTls: boolean
  }
}

export interface HttpOptions {
  config: { behindTls: boolean; rateLimit?: number }
  /** What fastify writes its log with: `logOptions(level)`, or false in tests. */
  log: FastifyServerOptions['logger']
  /** Without it every route that is not public answers 401. */
  auth?: Auth
  allows?(actor: Actor, permission: string): boolean
}

/** A server without routes: doors kept, errors in sentences, the API described at `/api`. Routes added from now on must name their permission. */
export async function createHttp({ config, log, auth, allows = () => false }: HttpOptions): Promise<Http> {
  const http = fastify({
    logger: log ?? false,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: jsonLimit,
    trustProxy: config.behindTls,
    routerOptions: { maxParamLength: 200 },
  })
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.setErrorHandler(answerProblem)
  http.setNotFoundHandler((request, reply) => answerProblem(noSuchAddress(), request, reply))
  http.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  http.addHook('onResponse', logAnswer)
  await addGuards(http, { behindTls: config.behindTls, perMinute: config.rateLimit ?? 1200, auth })
  http.decorate('behindTls', config.behindTls)
  keepDoors(http, { auth, allows })
  await describeApi(http)
  return http
}

export const noSuchAddress = () =>
  notFound('http.no-such-address', '没有这个地址；请从菜单进入，或查看 /api 上的接口说明。')

// The address as declared, not as asked: what was searched for stays out of the log.
async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, session } = request
  request.log.info(
    {
      method,
      route: request.routeOptions.url ?? '?',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(session ? { tenant: session.actor.tenant, person: session.actor.person } : {}),
    },
    'answered',
  )
}

type In<S> = NonNullable<S> extends ZodType ? output<NonNullable<S>> : unknown
interface Inside<E extends AnyEndpoint> {
  request: FastifyRequest
  reply: FastifyReply
  params: In<E['params']>
  query: In<E['query']>
  body: In<E['body']>
}

/** Serves one declared endpoint: what comes in is checked and typed, what goes out holds nothing undeclared. */
export function serve<E extends AnyEndpoint>(
  http: Http,
  endpoint: E,
  handler: (inside: Inside<E>) => Promise<AnswerOf<E>>,
): void {
  const { method, url, permission, tag, summary, params, query, body, answer } = endpoint
  const status = endpoint.status ?? (answer ? 200 : 204)
  http.route({
    method,
    url,
    config: { permission },
    schema: {
      tags: [tag],
      summary,
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      ...(answer ? { response: { [status]: answer } } : {}),
    } as object,
    handler: async (request, reply) => {
      reply.code(status)
      const { params, query, body } = request
      const told = await handler({ request, reply, params, query, body } as Inside<E>)
      return answer ? told : reply.send()
    },
  })
}
