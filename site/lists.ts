import { type Disclosed, pagesOfDisclosure } from '../modules/ledger/index.ts'
import type { PublicBureau } from '../modules/reporting/index.ts'
import { type Html, html, raw } from '../platform/html.ts'
import { home, pageHtml } from './page.ts'
import { bureauHref } from './pages.ts'

export const listHref = (tenant: string, ledger: string): string => `/public/${tenant}/lists/${ledger}`

const rowsTable = ({ label, head, rows }: Disclosed): Html =>
  html`<div class="table list" tabindex="0" role="region" aria-label="${label}"><table><caption>${label}</caption>
<thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`

const takenBack = ({ withdrawn }: Disclosed): Html | null =>
  withdrawn.length
    ? html`<h2>已撤回的公示</h2><ul>${withdrawn.map(({ what, on, reason }) => html`<li>${what}，${on}撤回。理由：${reason}</li>`)}</ul>`
    : null

/** A list the law has published: penalties, permits. Names of persons are masked. */
export function listPage(tenant: PublicBureau['tenant'], list: Disclosed, page: number): string {
  const pages = Array.from({ length: pagesOfDisclosure(list.count) }, (_, at) => at + 1)
  const href = (to: number) => `${listHref(tenant.tenant, list.ledger)}?page=${to}`
  return pageHtml({
    title: list.label,
    way: [home, [tenant.title, bureauHref(tenant.tenant)]],
    demo: tenant.demo,
    wide: true,
    main: html`<p class="note">共 ${list.count} 件，最近公示的在前。个人姓名已作遮盖处理。</p>
${list.rows.length ? rowsTable(list) : html`<p>这一页没有内容。</p>`}
${
  pages.length > 1
    ? html`<nav class="pages" aria-label="翻页">${pages.map((to) =>
        to === page
          ? html`<a href="${href(to)}" aria-current="page">${to}</a> `
          : html`<a href="${href(to)}">${to}</a> `,
      )}</nav>`
    : raw('')
}
${takenBack(list)}`,
  })
}
