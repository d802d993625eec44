import {
  type CheckedDocument,
  type Finding,
  groupsOf,
  kinds,
  placeWords,
  quoteWords,
  readable,
  readableWords,
  type Segment,
  type ShownBlock,
  severities,
  severityLabel,
  shownBlocks,
  sidesOf,
  summary,
  sureness,
} from '../modules/checker/index.ts'
import { type Html, html, raw } from '../platform/html.ts'
import { countsSection } from './check-counts.ts'
import { home, pageHtml } from './page.ts'

export const checkHref = '/public/check'
const way = [home, ['报告审校', checkHref]] as const

const form = (): Html => html`<form method="post" action="${checkHref}" enctype="multipart/form-data">
<fieldset><legend><label for="file">选择一份报告</label></legend>
<input type="file" id="file" name="file" required accept="${readable.join(',')}">
<p class="small">${readableWords}，不超过 20 兆。</p></fieldset>
<button type="submit">开始审校</button>
</form>`

/** Where anybody hands in a report, without an account; `fault` says why the last one was not taken. */
export const checkFormPage = (fault?: string): string =>
  pageHtml({
    title: '报告审校',
    way: way.slice(0, 1),
    main: html`<p>交一份写好的绩效自评报告、自评表或部门决算，逐个数字核对：合计对不对，比率算得对不对，前后说法是否一致，得分加起来是不是总分，格式和用语有没有毛病。</p>
${fault ? html`<p class="note" role="alert"><strong>${fault}</strong></p>` : null}
${form()}
<p class="note">不用登录。文件只在审校时读一遍，<strong>不保存</strong>，也不记录内容。每分钟最多审校 ${checksAMinute} 份。</p>
<h2>结果怎么看</h2>
<dl>${severities.map(({ label, about }) => html`<dt>${label}</dt><dd>${about}。</dd>`)}</dl>
<p>没有发现问题，只说明能够核对的数字互相对得上，不等于数字真实。</p>`,
  })
export const checksAMinute = 6

const anchor = (finding: number, place: number) => `m${finding + 1}-${place + 1}`
const target = (finding: number) => `f${finding + 1}`

function piece({ text, findings, begins }: Segment, all: readonly Finding[]): Html | string {
  const [gravest] = findings
  if (gravest === undefined) return text
  const numbers = begins.map(
    ({ finding, place }) =>
      html`<a class="hit-number" id="${anchor(finding, place)}" href="#${target(finding)}">${severityLabel((all[finding] as Finding).severity)}${finding + 1}</a>`,
  )
  return html`${numbers}<a class="hit ${(all[gravest] as Finding).severity}" href="#${target(gravest)}" tabindex="-1">${text}</a>`
}

function block(shown: ShownBlock, all: readonly Finding[]): Html {
  const words = (segments: readonly Segment[]) => segments.map((one) => piece(one, all))
  if (shown.kind === 'paragraph') return html`<p>${words(shown.segments)}</p>`
  const spans = (name: string, n: number | undefined) => (n && n > 1 ? raw(` ${name}="${n}"`) : null)
  return html`<div class="table list" tabindex="0" role="region" aria-label="文件中的表格"><table><tbody>${shown.rows.map(
    (row) =>
      html`<tr>${row.map(({ segments, columns, rows }) => html`<td${spans('colspan', columns)}${spans('rowspan', rows)}>${words(segments)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

function finding(one: Finding, at: number): Html {
  const { kind, severity, certainty, message, places } = one
  const said = sidesOf(one)
  return html`<section class="finding" id="${target(at)}">
<p><strong>${at + 1}．</strong><span class="mark ${severity}">${severityLabel(severity)}</span>　${kinds[kind]}　把握：${sureness(certainty)}</p>
<p>${message}</p>
${said.length ? html`<dl>${said.map(([label, words]) => html`<dt>${label}</dt><dd>${words}</dd>`)}</dl>` : null}
${places.map((place, n) => html`<p class="small"><a href="#${anchor(at, n)}">“${quoteWords(place)}”</a>　${placeWords(place)}</p>`)}
</section>`
}

const heldList = ({ report: { checked } }: CheckedDocument): Html | null =>
  checked.length
    ? html`<details><summary>已核对无误 ${checked.length} 项</summary><ul>${checked.map(
        ({ kind, formula }) => html`<li>${kinds[kind]}：${formula}</li>`,
      )}</ul></details>`
    : null

/** The findings from the gravest down, then the document with its marks; each leads to the other. */
function resultMain(checked: CheckedDocument, about: Html | string, again: Html | null): Html {
  const { report, content } = checked
  const { document, findings, facts } = report
  const groups = groupsOf(findings)
  return html`<p class="note"><strong>${summary(findings, report.checked.length)}</strong>读懂数字 ${facts} 个。${about}</p>
${content.notes.map((note) => html`<p class="note">${note}</p>`)}
${countsSection(report)}
${groups.length ? html`<h2>发现的问题</h2>` : null}
${groups.map(({ label, findings: numbers }) => html`<h3>${label}（${numbers.length}）</h3>${numbers.map((at) => finding(findings[at] as Finding, at))}`)}
${heldList(checked)}
${again}
<h2>文件内容</h2>
<p class="small">文件：${document.name}。带标签的地方可以点，到对应的问题；问题里的原文可以点，回到文件。</p>
<article class="checked">${shownBlocks(content, findings).map((one) => block(one, findings))}</article>`
}

const titleOf = ({ report: { document } }: CheckedDocument) => document.title ?? document.name

export const checkResultPage = (checked: CheckedDocument): string =>
  pageHtml({
    title: titleOf(checked),
    way,
    main: resultMain(
      checked,
      '文件没有保存，离开本页就没有了；需要留存请打印或另存本页。',
      html`<p><a href="${checkHref}">再审校一份</a></p>`,
    ),
  })

/** The same as a file that lies by itself, or beside the list of all that were checked with it. */
export const checkResultFile = (checked: CheckedDocument, list?: string): string =>
  pageHtml({
    title: titleOf(checked),
    way: list ? [['审校结果', list]] : [],
    main: resultMain(checked, '', null),
  })
