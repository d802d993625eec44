import type { Heading } from '../understand/headings.ts'

/** Styles of numbers that run on in one another: 1. and 1、 are one family. */
export type Family = '第一' | '一、' | '（一）' | '1.' | '（1）' | '①'
export const families: Partial<Record<NonNullable<Heading['style']>, Family>> = {
  第一: '第一',
  '一、': '一、',
  '（一）': '（一）',
  '1.': '1.',
  '1、': '1.',
  '（1）': '（1）',
  '1）': '（1）',
  '①': '①',
}
export const ranks: Record<Family, number> = { 第一: 1, '一、': 2, '（一）': 3, '1.': 4, '（1）': 5, '①': 6 }

const DIGITS = '零一二三四五六七八九十'
const inChinese = (number: number): string =>
  number <= 10
    ? (DIGITS[number] as string)
    : `${number < 20 ? '' : DIGITS[Math.floor(number / 10)]}十${number % 10 ? DIGITS[number % 10] : ''}`

/** The mark as it is printed: 三、 （三） 3. （3） ③. */
export function markOf(family: Family, number: number): string {
  if (family === '第一') return `第${inChinese(number)}部分`
  if (family === '一、') return `${inChinese(number)}、`
  if (family === '（一）') return `（${inChinese(number)}）`
  if (family === '1.') return `${number}.`
  return family === '（1）' ? `（${number}）` : String.fromCharCode(0x245f + number)
}

/** A mark as a pattern finds it: what opens it, its number, what closes it. */
export function signsOf(family: Family, number: number): [string, string, string] {
  if (family === '第一') return ['第', inChinese(number), '(?:部分|章|节)']
  if (family === '一、') return ['', inChinese(number), '、']
  if (family === '（一）') return ['[（(]', inChinese(number), '[）)]']
  if (family === '（1）') return ['[（(]?', String(number), '[）)]']
  return family === '1.' ? ['', String(number), '[.、．](?!\\d)'] : ['', markOf(family, number), '']
}
