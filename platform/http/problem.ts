import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal } from '../errors.ts'
import { sentenceOfIssue } from './issues.ts'

/** What a person is told when something was not done (RFC 9457). */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail: string
  details?: Record<string, unknown>
  requestId: string
}

const titles: Readonly<Record<number, string>> = {
  400: '请求格式不对',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持这种请求',
  409: '现在不能这样办理',
  413: '内容太大',
  415: '文件或内容的类型不支持',
  422: '填写有误',
  429: '请求太频繁',
  503: '系统暂时不可用',
}

/** The only way an error leaves the server: refusals as they are, what was filled in wrongly in our own sentences, anything else as a 500 that says nothing of the inside. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asRefusal(error, request.id)
  if (refusal.status >= 500) request.log.error({ err: error }, refusal.sentence)
  const retryAfter = refusal.details.retryAfter
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter)
  const problem: Problem = {
    type: 'about:blank',
    title: titles[refusal.status] ?? '系统出错',
    status: refusal.status,
    code: refusal.code,
    detail: refusal.sentence,
    ...(Object.keys(refusal.details).length ? { details: refusal.details } : {}),
    requestId: request.id,
  }
  // Sent as text: an answer's schema is of good answers.
  void reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem))
}

function asRefusal(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error))
    return refusalOfIssues(error.validation, (error as { validationContext?: string }).validationContext)
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>
  const known = code === undefined ? undefined : ofFastify[code]
  if (known) return new Refusal(...known)
  if (code !== undefined && isDatabaseGone(code))
    return new Refusal('http.database-gone', '数据库正在恢复，请过一会儿再试；已提交成功的内容不会丢失。', 503)
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('http.refused', '请求不符合要求，没有办理；请刷新页面后再试。', statusCode)
  return new Refusal('http.failed', `系统出错，没有办成；请稍后再试，或把编号 ${requestId} 告诉系统管理员。`, 500)
}

interface Found {
  instancePath: string
  keyword: string
  message?: string
  params: Record<string, unknown>
}

function refusalOfIssues(validation: readonly Found[], context = 'body'): Refusal {
  const fields = validation.map(({ instancePath, keyword, message = '', params }) => {
    const field = instancePath.split('/').filter(Boolean).join('.')
    return { field, sentence: sentenceOfIssue({ ...params, code: keyword, message }, field) }
  })
  const shown = fields.slice(0, 5).map(({ sentence }) => sentence)
  const rest = fields.length > 5 ? `；等${fields.length}处` : ''
  return new Refusal('http.invalid', `${places[context] ?? '提交的内容'}有误：${shown.join('；')}${rest}。`, 422, {
    fields,
  })
}
const places: Readonly<Record<string, string>> = {
  body: '提交的内容',
  querystring: '查询条件',
  params: '地址',
  headers: '请求头',
}

type Told = readonly [code: string, sentence: string, status: number]
const ofFastify: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['http.too-large', '提交的内容超过上限（1 MB）；请减少内容，照片请用上传。', 413],
  FST_REQ_FILE_TOO_LARGE: ['http.too-large', '文件超过上限（20 MB）；请压缩或拆分后再上传。', 413],
  FST_FILES_LIMIT: ['http.too-many-files', '一次只能上传一个文件；请分次上传。', 413],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [
    'http.not-multipart',
    '这里要上传文件（multipart/form-data）；请选择文件后再提交。',
    415,
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['http.media-type', '不支持这种内容类型；请按 JSON 提交，文件请用上传。', 415],
  FST_ERR_CTP_INVALID_JSON_BODY: ['http.not-json', '提交的内容不是有效的 JSON；请检查格式。', 400],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['http.not-json', '提交的内容是空的；请填写后再提交。', 400],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['http.length', '提交的内容没有传完整；请再提交一次。', 400],
  FST_ERR_BAD_URL: ['http.bad-url', '地址不对；请检查后再试。', 400],
}

// Connection refused or broken off; 08…, 57P0…: the server is going down or coming up; 53300: no connection left.
const isDatabaseGone = (code: string) =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300'].includes(code) || /^08\d\d\d$/.test(code)
