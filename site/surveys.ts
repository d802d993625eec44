import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  answerSurvey,
  findSurvey,
  hasAnswered,
  questionNames,
  type Survey,
  scaleOf,
  standing,
} from '../modules/evaluation/index.ts'
import type { LedgerRuntime } from '../modules/ledger/index.ts'
import { type PublicBureau, publicBureau } from '../modules/reporting/index.ts'
import { dayOf } from '../platform/clock.ts'
import { notFound, Refusal } from '../platform/errors.ts'
import { atMost, type Http } from '../platform/http.ts'
import type { Signer } from '../platform/keys.ts'
import { missingPage } from './pages.ts'
import { deviceOf, draw, hashOf, isOurs, marksFor, rememberDevice } from './survey-marks.ts'
import { networkMark } from './survey-networks.ts'
import { mostRemark, type Sheet, saidPage, surveyHref, surveyPage } from './survey-pages.ts'

const config = { permission: 'public' }
const schema = { hide: true }
const answersAMinute = 60
const largest = 32 * 1024

type Tenant = PublicBureau['tenant']
type Params = { Params: { tenant: string; code: string } }
interface Told {
  status: number
  page: string
}
interface Opened {
  tenant: Tenant
  survey: Survey
}

const notOpen = ({ tenant, survey }: Opened, day: string): string | undefined => {
  const stands = standing(survey, day)
  if (stands === 'open') return undefined
  if (stands === 'over') return saidPage(tenant, '调查已经结束', '谢谢您的关心，这次调查已经结束，不再收答卷。')
  const when = survey.state === 'open' ? `请在${survey.opensOn}以后再来。` : '请过些日子再来。'
  return saidPage(tenant, '调查还没有开始', `谢谢您的关心，这次调查还没有开始；${when}`)
}
const answeredBefore = ({ tenant, survey }: Opened) =>
  saidPage(tenant, survey.title, '这台设备已经答过这次调查，每台设备答一次。谢谢您！')
const stalePage = ({ tenant, survey }: Opened) =>
  saidPage(
    tenant,
    survey.title,
    '这一页已经失效，答卷没有提交。请重新打开问卷再填；浏览器要允许本站保存标记（Cookie）。',
    ['重新打开问卷', surveyHref(tenant.tenant, survey.code)],
  )

/** What the public pages need: the ledgers, and a key that no row of the database holds. */
export type SiteRuntime = LedgerRuntime & { signer: Pick<Signer, 'sign'> }

/** The surveys that the public answers: HTML from the server, no account, no script. */
export function registerSurveys(http: Http, runtime: SiteRuntime): void {
  const { database, ledgers, clock } = runtime
  const limit = atMost(http, answersAMinute, ({ ip }) => ip)

  async function opened({ tenant: code, code: survey }: Params['Params']): Promise<Opened> {
    const { tenant } = await publicBureau(database, code)
    const found = await database.inTenant(tenant.tenant, (tx) => findSurvey(tx, survey), { readOnly: true })
    if (!found) throw notFound('site.no-survey', '没有这次调查；请核对网址，或重新扫码。')
    return { tenant, survey: found }
  }
  const sheetOf = (token: string, survey: Survey, more: Pick<Sheet, 'given' | 'fault'> = {}): Sheet => ({
    scale: scaleOf(ledgers),
    names: questionNames,
    marks: marksFor(token, survey),
    ...more,
  })

  async function show(request: FastifyRequest<Params>, reply: FastifyReply): Promise<Told> {
    const asked = await opened(request.params)
    const { tenant, survey } = asked
    const closed = notOpen(asked, dayOf(clock.now()))
    if (closed) return { status: 200, page: closed }
    const known = deviceOf(request)
    const isAnswered =
      known && (await database.inTenant(tenant.tenant, (tx) => hasAnswered(tx, survey.id, hashOf(known))))
    if (isAnswered) return { status: 200, page: answeredBefore(asked) }
    const token = known ?? draw()
    rememberDevice(reply, token, { path: surveyHref(tenant.tenant, survey.code), secure: http.behindTls })
    return { status: 200, page: surveyPage(tenant, survey, sheetOf(token, survey)) }
  }

  async function take(request: FastifyRequest<Params>): Promise<Told | { thanks: string }> {
    const asked = await opened(request.params)
    const { tenant, survey } = asked
    const closed = notOpen(asked, dayOf(clock.now()))
    if (closed) return { status: 409, page: closed }
    const form = new URLSearchParams(String(request.body ?? ''))
    const token = deviceOf(request)
    if (!token || !isOurs(form, token, survey)) return { status: 403, page: stalePage(asked) }
    const remark = form.get('remark')?.trim() ?? ''
    const answers = Object.fromEntries(
      questionNames.flatMap((name) => (form.get(name) ? [[name, form.get(name)!]] : [])),
    )
    const again = (fault: string): Told => ({
      status: 422,
      page: surveyPage(tenant, survey, sheetOf(token, survey, { fault, given: { ...answers, remark } })),
    })
    if (remark.length > mostRemark) return again(`意见和建议请不超过${mostRemark}字。`)
    try {
      const network = networkMark(runtime.signer, survey, request.ip)
      const answer = { survey: survey.id, answers, remark, sheet: form.get('sheet')!, device: hashOf(token), network }
      const done = await answerSurvey(runtime, tenant.tenant, answer)
      return done === 'taken'
        ? { thanks: `${surveyHref(tenant.tenant, survey.code)}/thanks` }
        : { status: 409, page: answeredBefore(asked) }
    } catch (error) {
      if (error instanceof Refusal) return again(error.sentence)
      throw error
    }
  }

  async function send(reply: FastifyReply, work: () => Promise<Told | { thanks: string }>): Promise<FastifyReply> {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    try {
      const told = await work()
      return 'thanks' in told ? reply.redirect(told.thanks, 303) : reply.code(told.status).send(told.page)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply.code(error.status).send(missingPage(error.sentence, error.status === 404 ? '没有找到' : '没有提交'))
    }
  }

  // Apart, so that no other route takes what a plain form sends.
  http.register(async (inside: FastifyInstance) => {
    inside.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largest },
      (_request, body, done) => done(null, body),
    )
    const at = '/public/:tenant/surveys/:code'
    inside.get<Params>(at, { config, schema }, (request, reply) => send(reply, () => show(request, reply)))
    inside.post<Params>(at, { config, schema, bodyLimit: largest }, (request, reply) =>
      send(reply, () => limit(request).then(() => take(request))),
    )
    inside.get<Params>(`${at}/thanks`, { config, schema }, ({ params }, reply) =>
      send(reply, async () => {
        const { tenant } = await opened(params)
        return { status: 200, page: saidPage(tenant, '谢谢您！', '您的答卷已经收到。每一份都会计入结果。') }
      }),
    )
  })
}
