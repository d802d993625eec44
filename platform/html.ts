const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text as it may stand in HTML, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

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
