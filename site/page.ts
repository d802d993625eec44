import { type Html, html, raw } from '../platform/html.ts'
import { style } from './style.ts'

/** Where the way back begins. */
export const home = ['绩效信息公开', '/public'] as const

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
