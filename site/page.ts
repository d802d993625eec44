import { escapeHtml } from '../modules/reporting/index.ts'
import { style } from './style.ts'

/** HTML that is already safe. Everything else that goes into a page is escaped. */
export interface Html {
  readonly html: string
}
export const raw = (html: string): Html => ({ html })
type Inside = Html | string | number | null | undefined | readonly Inside[]

function textOf(inside: Inside): string {
  if (inside === null || inside === undefined) return ''
  if (typeof inside === 'string' || typeof inside === 'number') return escapeHtml(String(inside))
  return 'html' in inside ? inside.html : inside.map(textOf).join('')
}

/** A template whose values are escaped, unless they are templates themselves. */
export const html = (words: TemplateStringsArray, ...values: readonly Inside[]): Html =>
  raw(words.reduce((page, word, at) => page + textOf(values[at - 1]) + word))

export interface Page {
  title: string
  /** The way back, from the outermost: name and address. */
  way: readonly (readonly [name: string, href: string])[]
  demo?: boolean
  /** A list of many columns rather than a text to read. */
  wide?: boolean
  main: Html
  foot?: Html
}
const demoMark = html`<p><span class="mark">演示</span> 本单位的内容为演示数据，不是该单位公布的信息。</p>`

/** The whole page, without any script. */
export const pageHtml = ({ title, way, demo = false, wide = false, main, foot }: Page): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body${wide ? raw(' class="wide"') : null}>
<header>
<nav aria-label="位置">${way.map(([name, href], at) => html`${at ? ' › ' : ''}<a href="${href}">${name}</a>`)}</nav>
${demo ? demoMark : null}
</header>
<main>
<h1>${title}</h1>
${main}
</main>
<footer>${foot ?? null}<p>城绩 · 绩效信息公开。本页不需要脚本，可以直接打印。</p></footer>
</body>
</html>`.html
