import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/config.ts'

/** A relation somebody read out of a published report, with a verdict. */
export interface Relation {
  id: string
  report: string
  kind: string
  class?: string
  quotes: string[]
  expr: string
  claimed: string
  computed: string
  verdict: 'consistent' | 'inconsistent' | 'suspicious' | 'rounding' | 'unverifiable'
}

export const reportsFolder = join(projectRoot, '..', 'shared', 'reports')
export const haveReports = () => existsSync(reportsFolder)
export const relations = (file = 'facts.json'): Relation[] =>
  JSON.parse(readFileSync(join(reportsFolder, file), 'utf8')) as Relation[]

const dropped = /[\s\u3000\u00a0]/
const narrow = (char: string) => {
  const code = char.charCodeAt(0)
  return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : char
}

/** White space and full-width forms folded; `at` leads back. */
export function folded(text: string): { text: string; at: number[] } {
  const out: string[] = []
  const at: number[] = []
  ;[...text].forEach((char, index) => {
    if (dropped.test(char)) return
    out.push(narrow(char))
    at.push(index)
  })
  return { text: out.join(''), at: [...at, text.length] }
}

export interface Spot {
  start: number
  end: number
}
/** Where each quote stands in the text; a quote that stands nowhere has no spot. */
export function spotsOf(quotes: readonly string[], text: string): Spot[] {
  const whole = folded(text)
  return quotes.flatMap((quote) => {
    const words = folded(quote).text
    const spots: Spot[] = []
    for (let from = whole.text.indexOf(words); from >= 0 && words; from = whole.text.indexOf(words, from + 1))
      spots.push({ start: whole.at[from] as number, end: (whole.at[from + words.length - 1] as number) + 1 })
    return spots
  })
}
