import type { Quantity } from '../understand/quantities.ts'

/** How a wrong figure most likely came from the right one. */
export type Slip = 'digit' | 'swapped' | 'extra' | 'lost' | 'point' | 'unit'

const sentences: Record<Slip, string> = {
  digit: '疑似一位数字录错',
  swapped: '疑似两位数字颠倒',
  extra: '疑似多录一位数字',
  lost: '疑似漏录一位数字',
  point: '疑似小数点错位',
  unit: '疑似单位错误（元、万元相差一万倍）',
}
export const slipSentence = (slip: Slip): string => sentences[slip]
/** Whether a message names one slip of the hand. */
export const saysSlip = (message: string): boolean => Object.values(sentences).some((words) => message.includes(words))

/**
 * The one mistake of the hand that makes `should` out of what is printed, if there is one: a digit wrong, two swapped, one
 * too many, one lost, the point moved, 元 for 万元. `should` is in the unit of the printed figure.
 */
export function slipOf(printed: Pick<Quantity, 'value' | 'step'>, should: number): Slip | undefined {
  if (should < 0 || printed.value < 0 || printed.value === should) return undefined
  // One digit more or less, and one decimal place: figures farther apart have no digits to compare.
  const ratio = printed.value / should
  if (should > 0 && (ratio > 1000 || ratio < 0.001)) return scaled(printed.value, should)
  const places = Math.max(0, Math.round(-Math.log10(printed.step)))
  for (const decimals of new Set([places, Math.max(0, places - 1), places + 1, Math.min(2, places)])) {
    const slip = slipOfDigits(digitsOf(printed.value, places), digitsOf(should, decimals), should, decimals)
    if (slip) return slip
  }
  return scaled(printed.value, should)
}

const digitsOf = (value: number, places: number) => value.toFixed(places).replace('.', '')
const exactly = (value: number, places: number) => Math.abs(Number(value.toFixed(places)) - value) < 1e-6

function slipOfDigits(one: string, other: string, should: number, places: number): Slip | undefined {
  if (!exactly(should, places)) return undefined
  const a = one.replace(/^0+(?=\d)/, '')
  const b = other.replace(/^0+(?=\d)/, '')
  if (a === b) return undefined
  if (a.length === b.length) return sameLength(a, b)
  if (a.length === b.length + 1 && without(a, b)) return 'extra'
  if (b.length === a.length + 1 && without(b, a)) return 'lost'
  return undefined
}

function sameLength(a: string, b: string): Slip | undefined {
  const differing = [...a].flatMap((char, at) => (char === b[at] ? [] : [at]))
  if (differing.length === 1) return 'digit'
  const [first = 0, second = 0] = differing
  const swapped = differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
  return swapped ? 'swapped' : undefined
}

/** What a printed percentage should be, as it would be written, and the slip of the hand that made it what is printed. */
export function percentInstead(
  printed: Pick<Quantity, 'value' | 'step'>,
  value: number,
): { computed: string; slip?: Slip } {
  const places = Math.max(0, Math.round(-Math.log10(printed.step)))
  const slip = slipOf(printed, Number(value.toFixed(places)))
  return { computed: `${value.toFixed(Math.max(2, places))}%`, ...(slip ? { slip } : {}) }
}

/** Whether a figure is `should` but for one slip of the hand, where `should` is known only to a share of it. */
export function slipNear(printed: Pick<Quantity, 'value' | 'step'>, should: number, within: number): boolean {
  const places = Math.max(0, Math.round(-Math.log10(printed.step)))
  const digits = [...digitsOf(printed.value, places)]
  const ways = [printed.value / 10, printed.value * 10, ...oneSlipFrom(digits, 10 ** -places)]
  return ways.some((one) => Math.abs(one - should) <= Math.abs(should) * within)
}

/** A digit swapped with the next, lost, or one too many. */
function oneSlipFrom(digits: readonly string[], step: number): number[] {
  const number = (signs: readonly string[]) => Number(signs.join('')) * step
  return digits.flatMap((digit, at) => [
    number([...digits.slice(0, at), digits[at + 1] ?? '', digit, ...digits.slice(at + 2)]),
    number([...digits.slice(0, at), ...digits.slice(at + 1)]),
    ...[...'0123456789'].map((extra) => number([...digits.slice(0, at), extra, ...digits.slice(at)])),
  ])
}

/** Whether taking one digit out of the longer gives the shorter. */
function without(longer: string, shorter: string): boolean {
  for (let at = 0; at < longer.length; at++) if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true
  return false
}

function scaled(printed: number, should: number): Slip | undefined {
  if (printed === 0 || should === 0) return undefined
  const power = Math.log10(printed / should)
  const whole = Math.round(power)
  if (whole === 0 || Math.abs(power - whole) > 1e-9) return undefined
  return Math.abs(whole) === 4 ? 'unit' : Math.abs(whole) <= 3 ? 'point' : undefined
}
