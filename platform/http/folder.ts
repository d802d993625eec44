import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * Serves the console's built files: `/assets/…` for ever (their names hold a hash of their content), any other address
 * that is no file gives `index.html`, since the addresses of screens are made in the browser.
 */
export async function serveFolder(http: FastifyInstance, { root }: { root: string }): Promise<void> {
  await http.register(fastifyStatic, { root, serve: false, cacheControl: false })
  const send = (reply: FastifyReply, file: string, cache: string) =>
    reply.header('cache-control', cache).sendFile(file, root)
  const open = { config: { permission: 'public' } }
  http.get<{ Params: { '*': string } }>('/assets/*', open, (request, reply) =>
    send(reply, join('assets', request.params['*']), 'public, max-age=31536000, immutable'),
  )
  http.get('/', open, (_request, reply) => send(reply, 'index.html', 'no-cache'))
  http.get<{ Params: { '*': string } }>('/*', open, (request, reply) => {
    const path = request.params['*']
    if (path.startsWith('api/')) return reply.callNotFound()
    return send(reply, /\.(ico|svg|png|txt|json|webmanifest)$/.test(path) ? path : 'index.html', 'no-cache')
  })
}
