import type { FastifyRequest } from 'fastify'
import { invalid } from '../../platform/errors.ts'

/** The one file of a form that was sent, under the name it has where it comes from. */
export async function fileIn(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file()
  if (!part?.filename) throw invalid('check.no-file', '没有收到文件；请选择要审校的报告后再提交。')
  return { name: part.filename, bytes: await part.toBuffer() }
}
