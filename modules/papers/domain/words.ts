import { type Day, dayOf, type Instant } from '../../../platform/clock.ts'

/** 2022-04-20 as papers write it: 2022年4月20日, nothing padded. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
export const momentInWords = (at: Instant): string => dayInWords(dayOf(at))

/** 分 as figures: 1200元, 300534.30元. */
export const yuanInFigures = (fen: number): string =>
  `${fen % 100 ? (fen / 100).toFixed(2) : String(Math.trunc(fen / 100))}元`

const digits = '零壹贰叁肆伍陆柒捌玖'
const units = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Up to four digits: 0534 → 零伍佰叁拾肆. Zeros in a row are said once, at the end not at all. */
const groupInWords = (group: number): string =>
  [...String(group).padStart(4, '0')]
    .map((digit, i) => (digit === '0' ? '零' : `${digits[Number(digit)]}${units[3 - i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')

function integerInWords(yuan: number): string {
  const parts: string[] = []
  for (let [rest, i] = [yuan, 0]; rest > 0; rest = Math.floor(rest / 10_000), i++) {
    const group = rest % 10_000
    if (group) parts.unshift(`${groupInWords(group)}${groups[i]}`)
    else if (parts.length && !parts[0]!.startsWith('零')) parts.unshift('零')
  }
  return parts.join('').replace(/^零/, '').replace(/零+/g, '零')
}

/** 分 in capitals, as cheques and decisions write it: 壹仟贰佰元整, 叁拾万零伍佰叁拾肆元叁角. */
export function yuanInCapitals(fen: number): string {
  const sum = Math.abs(fen)
  const [yuan, jiao, cent] = [Math.floor(sum / 100), Math.floor((sum % 100) / 10), sum % 10]
  const whole = yuan || !sum ? `${integerInWords(yuan) || '零'}元` : ''
  const tenths = jiao ? `${digits[jiao]}角` : whole && cent ? '零' : ''
  const rest = cent ? `${digits[cent]}分` : jiao ? '' : '整'
  return `${fen < 0 ? '负' : ''}${whole}${tenths}${rest}`
}
