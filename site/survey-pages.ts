import type { Survey } from '../modules/evaluation/index.ts'
import type { PublicBureau } from '../modules/reporting/index.ts'
import { type Html, html, raw } from '../platform/html.ts'
import { home, pageHtml } from './page.ts'
import { bureauHref } from './pages.ts'

type Tenant = PublicBureau['tenant']
export const surveyHref = (tenant: string, code: string): string => `/public/${tenant}/surveys/${code}`
export const mostRemark = 500

/** What is filled in and why it was not taken, and the marks that come back with it. */
export interface Sheet {
  scale: readonly { value: string; label: string }[]
  /** The names of the fields, one a question. */
  names: readonly string[]
  marks: Readonly<Record<string, string>>
  given?: Readonly<Record<string, string>>
  fault?: string
}

const page = (tenant: Tenant, title: string, main: Html) =>
  pageHtml({ title, way: [home, [tenant.title, bureauHref(tenant.tenant)]], demo: tenant.demo, main })

const choice = (name: string, { value, label }: Sheet['scale'][number], chosen: string | undefined): Html =>
  html`<label><input type="radio" name="${name}" value="${value}" required${value === chosen ? raw(' checked') : null}><span>${label}</span></label>`

const question = (text: string, at: number, { names, scale, given = {} }: Sheet): Html => {
  const name = names[at]!
  return html`<fieldset><legend>${at + 1}. ${text}</legend>
<div class="choices">${scale.map((step) => choice(name, step, given[name]))}</div></fieldset>`
}

/** The questionnaire, to be answered with a thumb and without a script. */
export function surveyPage(tenant: Tenant, survey: Survey, sheet: Sheet): string {
  const asked = survey.questions.flatMap((text, at) => (text ? [question(text, at, sheet)] : []))
  return page(
    tenant,
    survey.title,
    html`<p>${tenant.title}想听听您的看法：共 ${asked.length} 题，每题选一项，不用登录，不问您是谁。${survey.closesOn}截止。</p>
${sheet.fault ? html`<p class="note" role="alert"><strong>${sheet.fault}</strong></p>` : null}
<form method="post" action="${surveyHref(tenant.tenant, survey.code)}">
${Object.entries(sheet.marks).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${asked}
<fieldset><legend><label for="remark">意见和建议（可以不填）</label></legend>
<textarea id="remark" name="remark" rows="4" maxlength="${mostRemark}">${sheet.given?.remark ?? ''}</textarea>
<p class="small">请不要写姓名、电话和住址。</p></fieldset>
<button type="submit">提交</button>
</form>
<p class="small">每台设备答一次：本页在您的设备上放一个随机标记，凭它不收第二份。不记录网络地址；为了看出同一个网络是不是来了特别多的答卷，只留一个看不出地址的网络标记，每次调查都不同。</p>`,
  )
}

/** A page that only says something: not yet, over, answered before, thank you. */
export const saidPage = (tenant: Tenant, title: string, sentence: string, onward?: readonly [string, string]): string =>
  page(
    tenant,
    title,
    html`<p>${sentence}</p>
<p>${onward ? html`<a href="${onward[1]}">${onward[0]}</a>` : html`<a href="${bureauHref(tenant.tenant)}">看看${tenant.title}公开了什么</a>`}</p>`,
  )
