import { bare, type Limit, parseLimit, spellings } from './limit.ts'

const numerals = '一二三四五六七八九'
const words = [...Object.keys(spellings), ...bare].sort((a, b) => b.length - a.length)
const phrase = new RegExp(`(\\d{1,4}|[两十${numerals}]{1,3})个?(${words.join('|')})`)
/** Beside the limit stands another number or another unit: which of them is meant? */
const doubtful = new RegExp(`[\\d两半零十百${numerals}]|紧急|自然|${words.join('|')}`)

/**
 * What was probably meant by a limit that `parseLimit` does not read: words around it, a Chinese number, letters that look
 * like digits, one wrong or missing character. Only to be proposed to a person; undefined when two things could be meant.
 */
export function likelyLimit(text: string, bareDay?: 'work-day' | 'natural-day'): Limit | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[oO](?=\D)/g, '0')
    .replace(/[lI|](?=[\dlI|]*\D)/g, '1')
    .replaceAll('曰', '日')
  const read = (limit: string) => parseLimit(limit, bareDay)
  const known = read(plain) ?? read(plain.replace(/(?<=.)天$/, '日'))
  if (known) return known
  const [all, number = '', unit = ''] = phrase.exec(plain) ?? []
  if (!all) return nearest(plain)
  return doubtful.test(plain.replace(all, ' ')) ? undefined : read(`${numberOf(number)}${unit}`)
}

/** 十五 is 15; 三五 is no number. */
function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word)
  const [, first = '', ten, last = ''] = new RegExp(`^([两${numerals}]?)(十?)([${numerals}]?)$`).exec(word) ?? []
  const digitOf = (numeral: string) => (numeral === '两' ? 2 : numerals.indexOf(numeral) + 1)
  if (ten) return (digitOf(first || '一') || 1) * 10 + (last ? digitOf(last) : 0)
  return first && !last ? digitOf(first) : undefined
}

function nearest(plain: string): Limit | undefined {
  const [, number, word = ''] = /^(\d{1,4})个?(\D{1,8})$/.exec(plain) ?? []
  if (!number) return undefined
  const meant = Object.keys(spellings).filter((spelling) => differInOne(spelling, word))
  return new Set(meant.map((spelling) => spellings[spelling])).size === 1
    ? parseLimit(`${number}${meant[0]}`)
    : undefined
}

/** One character is wrong, missing or too much. */
function differInOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  const from = at < 0 ? a.length : at
  const skip = (text: string, other: string) => from + (text.length >= other.length ? 1 : 0)
  return a.slice(skip(a, b)) === b.slice(skip(b, a))
}
