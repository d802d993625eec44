import { z } from 'zod'
import { endpoint } from '../contract.ts'
import type { Database } from '../db.ts'
import { invalid } from '../errors.ts'
import { disposition, type Http, serve } from '../http.ts'
import { isPicture } from './kinds.ts'
import { smallPicture } from './pictures.ts'
import { openFile, saveFile } from './store.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, '文件编号应为64位十六进制')

export const fileContract = {
  upload: endpoint({
    method: 'POST',
    url: '/api/files',
    permission: 'signed-in',
    tag: '文件',
    summary: '上传一个文件（multipart/form-data，不超过20 MB）；同样的内容只存一份',
    answer: z.object({ hash: z.string(), name: z.string(), type: z.string(), size: z.number().int() }),
    status: 201,
  }),
  file: {
    url: '/api/files/:hash',
    params: z.object({ hash }),
    query: z.object({ width: z.enum(['320', '1280']).optional().describe('照片缩小到多宽（像素）') }),
  },
}

export function registerFiles(http: Http, { database, dataDir }: { database: Database; dataDir: string }): void {
  serve(http, fileContract.upload, async ({ request }) => {
    const part = await request.file()
    if (!part) throw invalid('file.missing', '没有收到文件；请选择文件后再上传。')
    const bytes = await part.toBuffer()
    const { tenant, person } = request.actor
    return database.inTenant(tenant, (tx) => saveFile(tx, dataDir, { name: part.filename, bytes, by: person }))
  })

  http.get<{ Params: { hash: string }; Querystring: { width?: string } }>(
    fileContract.file.url,
    {
      config: { permission: 'signed-in' },
      schema: {
        tags: ['文件'],
        summary: '取一个文件；照片可以取小图',
        params: fileContract.file.params,
        querystring: fileContract.file.query,
      } as object,
    },
    async (request, reply) => {
      const { width } = request.query
      const file = await database.inTenant(request.actor.tenant, (tx) => openFile(tx, dataDir, request.params.hash), {
        readOnly: true,
      })
      const small = width !== undefined && isPicture(file.type)
      const tag = `"${file.hash}${small ? `-${width}` : ''}"`
      reply
        .header('etag', tag)
        .header('cache-control', 'private, max-age=86400')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
      if (request.headers['if-none-match'] === tag) return reply.code(304).send()
      if (small) return reply.type('image/webp').send(await smallPicture(file.path, Number(width)))
      return reply
        .type(file.type)
        .header('content-length', file.size)
        .header('content-disposition', disposition(isPicture(file.type) ? 'inline' : 'attachment', file.name))
        .send(file.stream())
    },
  )
}
