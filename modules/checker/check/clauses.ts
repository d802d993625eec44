import type { Span } from '../read/reading.ts'
import { every } from '../understand/every.ts'
import type { Understanding } from '../understand/index.ts'

/** Where the clause of a place begins: behind the last stop or comma. */
export const clauseStart = (text: string, at: number): number => {
  let from = at
  while (from > 0 && !/[，,。；;：:\n]/.test(text[from - 1] as string)) from--
  return from
}
export const clauseAround = (text: string, { start, end }: Span): string =>
  (/^[^，,。；;\n]*/.exec(text.slice(clauseStart(text, start), end + 40)) ?? [''])[0]

/** The words of its sentence before a place. */
export const sentenceBefore = ({ sentences, folded: { text } }: Understanding, at: number): string => {
  const sentence = sentences.find(({ start, end }) => start <= at && end >= at)
  return sentence ? text.slice(sentence.start, at) : ''
}

const years = /((?:19|20)\d{2})年|上年|去年|往年|同期/g
/** 上年发生1起, 2022年发生2起 in the report on 2023. */
export function isOfOtherYear(doc: Understanding, at: number): boolean {
  const last = every(sentenceBefore(doc, at), years).at(-1)
  return Boolean(last && (!last[1] || (doc.profile.year && Number(last[1]) !== doc.profile.year)))
}
