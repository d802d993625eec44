const SHANGHAI = 8 * 3_600_000
const MINUTE = 60_000

const shifted = (at: string) => new Date(Date.parse(at) + SHANGHAI).toISOString()
/** `2022-12-31 14:05` in China, whatever the browser's own zone. */
export const dateTime = (at: string): string => shifted(at).slice(0, 16).replace('T', ' ')
/** `12-31 14:05`: for lists of one year. */
export const shortTime = (at: string): string => dateTime(at).slice(5)
export const dayOf = (at: string): string => shifted(at).slice(0, 10)

let ahead = 0
/** The server's clock, so that a phone set wrongly still shows the right time left. */
export const setServerNow = (at: string) => {
  ahead = Date.parse(at) - Date.now()
}
export const nowMs = (): number => Date.now() + ahead

/** `3 小时 20 分`, `4 天 2 小时`: the two largest parts of a span in milliseconds. */
export function span(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  // Whoever is ten days late does not count the hours any more.
  if (days >= 10) return `${days} 天`
  if (days) return hours ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours) return rest ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
  return `${rest} 分`
}

const grouping = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })
export const grouped = (n: number): string => grouping.format(n)

/** Groups the digits of a number given as text and leaves everything after the point as it is. */
export function groupedText(value: string): string {
  const found = /^(-?)(\d+)(\.\d+)?$/.exec(value)
  if (!found) return value
  return `${found[1]}${(found[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}${found[3] ?? ''}`
}

const twoPlaces = (hundredths: number): string => groupedText((hundredths / 100).toFixed(2))
/** 分 → `300,534.30`. */
export const yuan = (fen: number): string => twoPlaces(fen)
/** 分 → `302.19`, in 万元. */
export const wan = (fen: number): string => twoPlaces(Math.round(fen / 10_000))
/** Thousandths → `8,337.395`, without idle zeros. */
export const quantity = (milli: number): string => groupedText(String(milli / 1000))

/** Stands where nothing has been said yet. */
export const dash = '—'

/** Hours and minutes of the day, for things of today. */
export const clockTime = (at: string): string => shifted(at).slice(11, 16)
