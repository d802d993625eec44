import type { Data, Field, Fields } from './fields.ts'

/** A record of another ledger by its code, with what it is called there. */
export interface KeyName {
  code: string
  name: string
}
/** The names of the codes of each ledger. */
export type KeyNames = ReadonlyMap<string, ReadonlyMap<string, string>>

const isWord = ({ options = [] }: Field, value: string) => options.some((option) => option.value === value)

/** The records that values name by their codes; words that stand in place of a code name none. */
export const keysIn = (fields: Fields, data: Data): { field: string; ledger: string; code: string }[] =>
  Object.entries(data).flatMap(([name, value]) => {
    const field = fields[name]
    return field?.kind === 'key' && typeof value === 'string' && value && !isWord(field, value)
      ? [{ field: name, ledger: field.ledger!, code: value }]
      : []
  })

/** What a value of a key field is called; the code itself where nobody knows it. */
export const keyLabel = (field: Field, value: string, names: KeyNames): string =>
  field.options?.find((option) => option.value === value)?.label ?? names.get(field.ledger ?? '')?.get(value) ?? value

/** Code and name, as a table shows them and reads them again. */
export const keyText = (code: string, name: string): string => (code === name ? code : `${code} ${name}`)

/** The code that somebody wrote: itself, a name only one has, both, or a word that stands for one. Undefined: nobody knows. */
export function keyMeant({ options = [] }: Field, written: string, known: readonly KeyName[]): string | undefined {
  const words = options.map(({ value, label }) => ({ code: value, name: label }))
  const all = [...known, ...words]
  if (all.some(({ code }) => code === written)) return written
  const meant = new Set(
    all.flatMap(({ code, name }) => (name === written || keyText(code, name) === written ? [code] : [])),
  )
  return meant.size === 1 ? [...meant][0] : undefined
}

const MOST_TOLD = 5
const lettersIn = (text: string) => new Set(text.toLowerCase())
/** How many letters of the one stand in the other. */
function alike(written: string, { code, name }: KeyName): number {
  const there = lettersIn(`${code}${name}`)
  return [...lettersIn(written)].filter((letter) => there.has(letter)).length
}

/** What is said of a code that nobody knows: which there are, the likeliest first. `known` is newest first. */
export function unknownKey({ label, options = [] }: Field, written: string, known: readonly KeyName[]): string {
  const same = known.filter(({ name }) => name === written)
  if (same.length > 1)
    return `${label}“${written}”有${same.length}个，请写编码：${same.map(({ code }) => code).join('、')}`
  const likely = known.toSorted((a, b) => alike(written, b) - alike(written, a)).slice(0, MOST_TOLD)
  const words = options.map((option) => option.label)
  const told = [...likely.map(({ code, name }) => keyText(code, name)), ...words].join('、')
  const more = known.length > likely.length ? `等${known.length}个` : ''
  return told
    ? `没有“${written}”这个${label}；可以选：${told}${more}`
    : `没有“${written}”这个${label}，还没有可以选的；请先登记`
}
