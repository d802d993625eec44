/**
 * What a limit may be counted in. `urgent-hour`, `urgent-day` and `natural-day` run day and night; `work-hour` and
 * `work-day` run only while the bureau is at work. The law counts in whole days: the day of the act does not count and the
 * last day counts to its end. `legal-work-day` counts working days (行政处罚法 85: 二日、三日、五日、七日; 行政许可法 82),
 * `legal-day` counts all days, and a last day off moves to the next working day.
 */
export type LimitUnit =
  | 'urgent-hour'
  | 'work-hour'
  | 'work-day'
  | 'urgent-day'
  | 'natural-day'
  | 'legal-work-day'
  | 'legal-day'
export type Limit = { n: number; unit: LimitUnit }

export const limitUnits: Readonly<Record<LimitUnit, string>> = {
  'urgent-hour': '紧急工作时',
  'work-hour': '小时',
  'work-day': '工作日',
  'urgent-day': '紧急工作日',
  'natural-day': '自然日',
  'legal-work-day': '工作日',
  'legal-day': '日',
}

export const spellings: Readonly<Record<string, LimitUnit>> = {
  紧急工作时: 'urgent-hour',
  紧急小时: 'urgent-hour',
  小时: 'work-hour',
  工作时: 'work-hour',
  工作小时: 'work-hour',
  工作日: 'work-day',
  紧急工作日: 'urgent-day',
  自然日: 'natural-day',
  日历天: 'natural-day',
}

export const bare: ReadonlySet<string> = new Set(['天', '日'])

/**
 * Reads a limit as it stands in a standards table: `2紧急工作时`, `4小时`, `2天`.
 * A bare 天 is a working day or a calendar day as the bureau has set it. Anything else, also 0 or a fraction, gives
 * undefined: no limit is ever guessed.
 */
export function parseLimit(text: string, bareDay: 'work-day' | 'natural-day' = 'work-day'): Limit | undefined {
  const found = /^(\d{1,4})个?(\D+)$/.exec(text.normalize('NFKC').replace(/\s+/g, ''))
  if (!found) return undefined
  const [, digits = '', word = ''] = found
  const unit = bare.has(word) ? bareDay : Object.hasOwn(spellings, word) ? spellings[word] : undefined
  const n = Number(digits)
  return unit && n > 0 ? { n, unit } : undefined
}

/** `4小时`, as lists and documents print it. */
export const limitText = ({ n, unit }: Limit): string =>
  `${n}${limitUnits[unit] === '工作日' ? '个' : ''}${limitUnits[unit]}`
