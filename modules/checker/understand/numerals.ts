const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** 九 → 9, 十二 → 12, 三百零五 → 305, 一千二百万 → 12 000 000; undefined where the signs make no number. */
export function chineseNumber(words: string): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const char of words) {
    const power = powers[char]
    if (char in digits) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits[char]
    } else if (power) {
      section += (digit ?? 1) * power
      digit = undefined
    } else if (char === '万' || char === '亿') {
      total = (total + section + (digit ?? 0)) * (char === '万' ? 1e4 : 1e8)
      section = 0
      digit = undefined
    } else return undefined
  }
  return total + section + (digit ?? 0)
}

/** 12 or 十二; undefined where the signs make no number. */
export const numberOf = (words: string): number | undefined => (/\d/.test(words) ? Number(words) : chineseNumber(words))
