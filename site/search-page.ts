import { type FoundReport, plain, type SearchResult, sectionId } from '../modules/reporting/index.ts'
import { dayOf } from '../platform/clock.ts'
import { type Html, html } from '../platform/html.ts'
import { home, pageHtml } from './page.ts'
import { bureauHref, reportHref } from './pages.ts'
import { searchForm } from './search-form.ts'

const around = 40
/** The line from a little before the first word it holds, with the words marked. */
function marked(text: string, words: readonly string[]): Html {
  const same = plain(text)
  // Where comparing changed the length, places in the one are not places in the other.
  if (same.length !== text.length) return html`${text.slice(0, around * 3)}`
  const first = Math.min(...words.map((word) => same.indexOf(word)).filter((at) => at >= 0))
  const from = Math.max(0, first - around)
  const to = Math.min(text.length, first + around * 3)
  const pieces: Html[] = []
  for (let at = from; at < to; ) {
    const next = words
      .map((word) => ({ word, place: same.indexOf(word, at) }))
      .filter(({ place }) => place >= 0 && place < to)
      .sort((a, b) => a.place - b.place || b.word.length - a.word.length)[0]
    pieces.push(html`${text.slice(at, next?.place ?? to)}`)
    if (!next) break
    at = next.place + next.word.length
    pieces.push(html`<mark>${text.slice(next.place, at)}</mark>`)
  }
  return html`${from > 0 ? '…' : ''}${pieces}${to < text.length ? '…' : ''}`
}

const foundItem = ({ tenant, report, passages }: FoundReport, words: readonly string[]): Html => {
  const href = reportHref(tenant.tenant, report.id)
  return html`<li><a href="${href}">${report.title}</a>${report.withdrawn ? html`，<strong>已撤回</strong>` : null}
<p class="small">${tenant.title}，${dayOf(report.publishedAt)}公布${tenant.demo ? '，演示' : ''}</p>
${passages.map(({ section, heading, text }) => html`<p class="passage"><a href="${href}#${sectionId(section)}">${heading || '正文'}</a>　${marked(text.replaceAll('\t', '　'), words)}</p>`)}</li>`
}

interface Searched {
  typed: string
  tenant?: { tenant: string; title: string } | undefined
  result: SearchResult
}

/** What was found: each report with the lines in which the words stand, each leading to its section. */
export function searchPage({ typed, tenant, result: { words, found, more } }: Searched): string {
  const said = more ? `列出最近公布的 ${found.length} 份，还有更多；请再加一个词。` : `共 ${found.length} 份报告。`
  const none = html`<p>公开的报告里没有${words.length > 1 ? '同时' : ''}出现${words.map((word) => html`“${word}”`)}的。可以少写一个词，或者换一种说法。</p>`
  return pageHtml({
    title: words.length ? `“${typed.trim()}”的查找结果` : '查找报告',
    way: tenant ? [home, [tenant.title, bureauHref(tenant.tenant)]] : [home],
    main: html`${searchForm(typed, tenant)}
${words.length ? (found.length ? html`<p>${said}</p><ol class="found">${found.map((one) => foundItem(one, words))}</ol>` : none) : html`<p>写下要找的词，几个词之间空一格；标题和正文里都有这些词的报告会列在这里。</p>`}`,
  })
}
