import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { type ApiDocument, apiPage } from './api-page.ts'

/** The API's description: as OpenAPI for programs, as a page for people. Both are made of the routes themselves. */
export async function describeApi(http: FastifyInstance): Promise<void> {
  const toJsonSchema = createJsonSchemaTransform({
    // A shape JSON Schema has no word for is described as anything, rather than stopping the whole description.
    zodToJsonConfig: { unrepresentable: 'any' },
  })
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '城绩 Chengji API',
        version: '1',
        description:
          '登录后取得会话 cookie；除 GET 外，请求头带 x-csrf-token（由 GET /api/session 给出）。' +
          '不能办理时答复 application/problem+json（RFC 9457），detail 是一句中文。',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'chengji_session' } },
      },
    },
    transform: (given) => {
      const { schema, url } = toJsonSchema(given)
      const permission = given.route.config?.permission
      const hide = !given.url.startsWith('/api/') || given.url === '/api/openapi.json'
      return {
        url,
        schema: {
          ...schema,
          ...(hide ? { hide } : {}),
          ...(permission === 'public' ? {} : { security: [{ session: [] }] }),
          tags: schema?.tags ?? ['其他'],
          'x-permission': permission,
        },
      }
    },
  })
  http.get('/api/openapi.json', { config: { permission: 'public' } }, async () => http.swagger())
  http.get('/api', { config: { permission: 'public' } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(apiPage(http.swagger() as unknown as ApiDocument)),
  )
}
