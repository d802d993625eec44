import type { Line } from './lines.ts'

const pageNumber = /^[-—–―·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–―·\s]*$/i
const signs = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '')

interface Sheet {
  height: number
  lines: Line[]
}

/** Without what stands at the same place of most pages, and without page numbers. */
export function withoutMargins(pages: readonly Sheet[]): Line[][] {
  const seen = new Map<string, number>()
  const key = (line: Line, height: number) => `${line.base < height / 2 ? 'top' : 'bottom'}:${signs(line.text)}`
  for (const { height, lines } of pages)
    for (const one of new Set(lines.filter((line) => outside(line, height, 0.09)).map((line) => key(line, height))))
      seen.set(one, (seen.get(one) ?? 0) + 1)
  const often = (count: number) => count >= 3 && count * 2 >= pages.length
  return pages.map(({ height, lines }) =>
    lines.filter((line, at) => {
      const edge = at === 0 || at === lines.length - 1
      if (edge && outside(line, height, 0.13) && pageNumber.test(line.text)) return false
      return !(outside(line, height, 0.09) && often(seen.get(key(line, height)) ?? 0))
    }),
  )
}

const outside = ({ base }: Line, height: number, share: number) => base < height * share || base > height * (1 - share)
