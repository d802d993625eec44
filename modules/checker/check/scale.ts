import type { Fact } from '../understand/index.ts'
import { base } from '../understand/quantities.ts'

/** How many times ten a ratio is off, 0 where it is none or no power of ten within a share. */
export function powerOfTen(ratio: number, within: number): number {
  const power = Math.round(Math.log10(ratio))
  return power !== 0 && Math.abs(ratio / 10 ** power - 1) <= within ? power : 0
}

/** The number as it is printed, whatever it is measured in: 4.86 of 4.86亿元, 2.3 of 2.3万人. */
export const bareNumber = (text: string, { digits }: Fact): number =>
  Number(text.slice(digits.start, digits.end).replaceAll(',', ''))

/** What one of the printed number is worth: 1e8 of 4.86亿元. */
export const scaleOf = (text: string, fact: Fact): number => base(fact) / bareNumber(text, fact)

/** Two scales that people take for one another: 元 and 万元, 万元 and 亿元, 亩 and 万亩. */
export function areMistaken(text: string, one: Fact, other: Fact): boolean {
  const power = Math.abs(Math.log10(scaleOf(text, one) / scaleOf(text, other)))
  return Math.abs(power - 4) < 1e-6 || Math.abs(power - 8) < 1e-6
}
