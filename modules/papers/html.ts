import { type Html, html, raw } from '../../platform/html.ts'
import { type Block, type Cell, formColumns, isList, type Picture, signingIndents, type Written } from './domain.ts'
import { lyingStyle, style } from './style.ts'

/** A page that shows and does nothing else: no script, no form, nothing from elsewhere. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; base-uri 'none'"

export interface Links {
  /** Where the file for an office program is. */
  docx: string
  pictureUrl(hash: string): string
}

const pictureHtml = ({ hash, note }: Picture, { pictureUrl }: Links): Html =>
  html`<img src="${pictureUrl(hash)}" alt="${note ?? '附图'}">`

function cellHtml({ text, pictures = [], head, span = 1 }: Cell, links: Links): Html {
  const inside = html`${text}${pictures.map((one) => pictureHtml(one, links))}`
  const wide = span > 1 ? html` colspan="${span}"` : null
  return head ? html`<th>${inside}</th>` : html`<td class="many"${wide}>${inside}</td>`
}

const columnsHtml = (shares: readonly number[]) =>
  html`<colgroup>${shares.map((share) => html`<col style="width:${share * 100}%">`)}</colgroup>`

type Table = Extract<Block, { kind: 'table' }>
function sheetHtml({ rows, shares }: Table, links: Links): Html {
  const lines = rows.map((row) => html`<tr>${row.map((cell) => cellHtml(cell, links))}</tr>`)
  if (isList(rows) && !shares) return html`<table>${lines}</table>`
  return html`<table class="form">${columnsHtml(shares ?? formColumns)}${lines}</table>`
}

/** More columns than a phone has room for: there the table keeps its width and is moved sideways. */
const MOST_COLUMNS = 5
const tableHtml = (block: Table, links: Links): Html =>
  block.rows.some((row) => row.length > MOST_COLUMNS)
    ? html`<div class="wide" role="region" aria-label="宽表" tabindex="0">${sheetHtml(block, links)}</div>`
    : sheetHtml(block, links)

function blockHtml(block: Block, links: Links): Html {
  if (block.kind === 'table') return tableHtml(block, links)
  if (block.kind === 'pictures') {
    const figures = block.pictures.map(
      (one) =>
        html`<figure>${pictureHtml(one, links)}${one.note ? html`<figcaption>${one.note}</figcaption>` : null}</figure>`,
    )
    return html`<div class="pictures">${figures}</div>`
  }
  if (block.as === 'heading') return html`<h2>${block.text}</h2>`
  if (block.as === 'subheading') return html`<h3>${block.text}</h3>`
  return html`<p class="${block.as}">${block.text}</p>`
}

function signingHtml({ bureau, on }: Written): Html | null {
  if (!on) return null
  const free = signingIndents(bureau, on)
  return html`<div class="signing"><p style="padding-right:${free.bureau}em">${bureau}</p><p style="padding-right:${free.on}em">${on}</p></div>`
}

/** A paper as a page: read on a screen, printed on A4. */
export function paperHtml(written: Written, links: Links): string {
  const { bureau, title, number, to, blocks, receipt, notes } = written
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${number}</title>
<style>${raw(style)}${written.isLying ? raw(lyingStyle) : null}</style>
</head>
<body>
<p class="bar"><span>打印：用浏览器的“打印”，纸张选 A4，边距选“默认”，不打印页眉和页脚。</span><a href="${links.docx}">下载 Word</a></p>
<main>
<header><p class="bureau">${bureau}</p><h1>${title}</h1>${number ? html`<p>${number}</p>` : null}</header>
${to ? html`<p>${to}：</p>` : null}
${blocks.map((block) => blockHtml(block, links))}
${signingHtml(written)}
${receipt.length ? html`<div class="receipt">${receipt.map((line) => html`<p>${line}</p>`)}</div>` : null}
${notes.map((note) => html`<p class="note">${note}</p>`)}
</main>
</body>
</html>`.html
}
