import { type Html, html } from '../platform/html.ts'

/** Longer than any question somebody types. */
export const longestSearch = 60

/** A form that asks by its address: no script, and what was found can be passed on. */
export const searchForm = (typed = '', tenant?: { tenant: string; title: string }): Html =>
  html`<form class="search" action="/public/search" role="search">
<label for="words">${tenant ? `查找${tenant.title}的报告` : '查找报告'}</label>
<input id="words" name="q" type="search" value="${typed}" maxlength="${longestSearch}" required placeholder="例如 垃圾分类 执行率">
${tenant ? html`<input type="hidden" name="bureau" value="${tenant.tenant}">` : null}<button>查找</button>
</form>`
