import { countsOf, severities } from '../../modules/checker/index.ts'
import { html } from '../../platform/html.ts'
import { checkResultFile } from '../../site/check-pages.ts'
import { pageHtml } from '../../site/page.ts'
import { isRead, type Outcome, ranked } from './outcome.ts'

export const listName = 'index.html'

/** Of several documents: a page each, and the list of all, by the names of their files. */
export function pagesOf(outcomes: readonly Outcome[]): Map<string, string> {
  const rows = ranked(outcomes).map((outcome, at) => ({ ...outcome, file: `${String(at + 1).padStart(3, '0')}.html` }))
  const pages = new Map(rows.map(({ file, checked }) => [file, checkResultFile(checked, listName)]))
  const unread = outcomes.flatMap((outcome) => (isRead(outcome) ? [] : [outcome]))
  const main = html`<p class="note">共 ${outcomes.length} 份，按错误多少排列。点文件名看问题和原文。</p>
<div class="table list" tabindex="0" role="region" aria-label="审校的文件"><table>
<thead><tr><th>名次</th><th>文件</th>${severities.map(({ label }) => html`<th>${label}</th>`)}<th>核对无误</th></tr></thead>
<tbody>${rows.map(({ name, file, checked: { report } }, at) => {
    const counts = countsOf(report.findings)
    return html`<tr><td>${at + 1}</td><td><a href="${file}">${name}</a></td>${severities.map(({ severity }) => html`<td>${counts[severity]}</td>`)}<td>${report.checked.length}</td></tr>`
  })}</tbody></table></div>
${unread.length ? html`<h2>读不了的文件</h2><ul>${unread.map(({ name, unreadable }) => html`<li>${name}：${unreadable.sentence}</li>`)}</ul>` : null}`
  return pages.set(listName, pageHtml({ title: '审校结果', way: [], wide: true, main }))
}

export const pageOf = checkResultFile
