import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/config.ts'

/** A relation somebody read out of a published report, with a verdict. */
export interface Relation {
  id: string
  /** Not said in the facts of our own fixtures: there it is the name of the file. */
  report: string
  kind: string
  class?: string
  quotes: string[]
  expr?: string
  claimed: string
  computed: string
  /** Of a fault planted on purpose: the words of its first quote as they were before. */
  sound?: string
  verdict: 'consistent' | 'inconsistent' | 'suspicious' | 'rounding' | 'unverifiable'
}

export const reportsFolder = join(projectRoot, '..', 'shared', 'reports')
export const haveReports = () => existsSync(reportsFolder)
export const relations = (file = 'facts.json'): Relation[] =>
  JSON.parse(readFileSync(join(reportsFolder, file), 'utf8')) as Relation[]

/** A report with what is known of it. */
export interface Known {
  name: string
  text: string
  facts: Relation[]
}

export function published(): Known[] {
  if (!haveReports()) return []
  const facts = relations()
  return [...new Set(facts.map(({ report }) => report))].map((name) => ({
    name,
    text: readFileSync(join(reportsFolder, `${name}.txt`), 'utf8'),
    facts: facts.filter(({ report }) => report === name),
  }))
}

/** Reports of invented bureaus, written with faults on purpose. */
const ownFolder = join(projectRoot, 'modules/checker/fixtures/reports')
/** The reports of a folder: `name.txt`, and in `name.json` what is known of it. */
export const reportsIn = (folder: string): Known[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const name = file.slice(0, -'.json'.length)
      const facts = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Relation, 'report'>[]
      return {
        name,
        text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
        facts: facts.map((fact) => ({ ...fact, report: name })),
      }
    })
export const ownReports = (): Known[] => reportsIn(ownFolder)

/** What a bench is asked for: some reports by name, our own (`--own`), those of a folder (`--in=FOLDER`), or all there are. */
export interface Asked {
  known: Known[]
  names: readonly string[]
  /** The published ones are among them. */
  isPublished: boolean
  all: boolean
}
export function asked(args: readonly string[]): Asked {
  const names = args.filter((arg) => !arg.startsWith('-'))
  const folder = args.find((arg) => arg.startsWith('--in='))?.slice('--in='.length)
  const isPublished = !folder && !args.includes('--own')
  if (isPublished && !haveReports()) console.log('没有 ../shared/reports，略过真实报告。')
  const found = folder
    ? reportsIn(folder)
    : [...(isPublished ? published() : []), ...(isPublished && names.length ? [] : ownReports())]
  const known = found.filter(({ name }) => !names.length || names.includes(name))
  return { known, names, isPublished, all: args.includes('--all') }
}

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
