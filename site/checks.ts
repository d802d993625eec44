import type { FastifyReply, FastifyRequest } from 'fastify'
import { checkHandedIn, fileIn } from '../modules/checker/index.ts'
import { Refusal } from '../platform/errors.ts'
import { atMost, type Http } from '../platform/http.ts'
import { checkFormPage, checkHref, checkResultPage, checksAMinute } from './check-pages.ts'

const config = { permission: 'public' }
const schema = { hide: true }

/** A refusal of ours, or what the multipart reader says of a file that is too large: the page says it in its sentence. */
function faultOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('check.too-large', '文件超过 20 兆，没有审校；请去掉附件和图片后再交。', 413)
  throw error
}

/** The checker for everybody: a form and its result, no account, no script; the file is not kept. */
export function registerChecks(http: Http): void {
  const limit = atMost(http, checksAMinute, ({ ip }) => `public check ${ip}`)

  http.get('/check', { config, schema }, (_request, reply) => reply.redirect(checkHref))

  http.get(checkHref, { config, schema }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'public, max-age=60').send(checkFormPage()),
  )

  const check = async (request: FastifyRequest): Promise<string> => {
    await limit(request)
    const { name, bytes } = await fileIn(request)
    return checkResultPage(await checkHandedIn(name, bytes))
  }
  http.post(checkHref, { config, schema }, async (request, reply): Promise<FastifyReply> => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    try {
      return await reply.send(await check(request))
    } catch (error) {
      const { status, sentence } = faultOf(error)
      return reply.code(status).send(checkFormPage(sentence))
    }
  })
}
