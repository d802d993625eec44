import { invalid } from '../../platform/errors.ts'

export const MINUTE = 60_000
export const DAY = 86_400_000

/** Windows of a working day in Shanghai time, in order. */
export type WorkingHours = readonly (readonly [from: string, to: string])[]

export const standardHours: WorkingHours = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
]

export const yearUnknown = (year: number) =>
  invalid(
    'org.calendar-year-unknown',
    `工作日历还没有${year}年的安排；可以：在“管理—工作日历”录入该年放假和调休后再办理。`,
    {
      year,
    },
  )

/**
 * Known years without a gap; days are numbered from 1970-01-01. `before[i]`: working days before its i-th day;
 * `working`: the working days in order.
 */
export type Span = { first: number; last: number; before: Int32Array; working: Int32Array }

export function spansOf(years: number[], table: Map<number, boolean>): Span[] {
  const sorted = [...new Set(years)].sort((a, b) => a - b)
  const starts = sorted.filter((year, i) => i === 0 || sorted[i - 1] !== year - 1)
  return starts.map((start) => {
    let end = start
    while (sorted.includes(end + 1)) end++
    return span(Date.UTC(start, 0, 1) / DAY, Date.UTC(end + 1, 0, 1) / DAY - 1, table)
  })
}

function span(first: number, last: number, table: Map<number, boolean>): Span {
  const before = new Int32Array(last - first + 2)
  const working: number[] = []
  for (let day = first; day <= last; day++) {
    if (table.get(day) ?? isWeekday(day)) working.push(day)
    before[day - first + 1] = working.length
  }
  return { first, last, before, working: Int32Array.from(working) }
}

/** A working day's windows: how much of them has passed at a time of day, and the other way round; milliseconds. */
export type Shift = { length: number; worked(time: number): number; instant(worked: number): number }

export function shiftOf(hours: WorkingHours): Shift {
  const windows = hours.map(([from, to]) => [timeOfDay(from), timeOfDay(to)] as const)
  const ordered = windows.every(([from, to], i) => from < to && (i === 0 || windows[i - 1]![1] <= from))
  if (!ordered || windows.length === 0) {
    throw invalid(
      'org.working-hours',
      '工作时段须按先后填写、互不重叠，每段的结束晚于开始；可以：如 08:00—12:00、14:00—18:00。',
    )
  }
  return {
    length: windows.reduce((sum, [from, to]) => sum + to - from, 0),
    worked: (time) => {
      let sum = 0
      for (const [from, to] of windows) if (time > from) sum += Math.min(time, to) - from
      return sum
    },
    instant: (worked) => {
      let left = worked
      for (const [from, to] of windows) {
        if (left <= to - from) return from + left
        left -= to - from
      }
      throw new RangeError(`${worked} ms is longer than a working day`)
    },
  }
}

function timeOfDay(text: string): number {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text) ?? []
  const time = (Number(hour) * 60 + Number(minute)) * MINUTE
  if (!(time <= DAY && Number(minute) < 60)) {
    throw invalid('org.working-hours', `工作时段“${text}”不是时刻；可以：按 08:00 的样子填写，最晚 24:00。`)
  }
  return time
}

// day 0 is 1970-01-01, a Thursday; the remainder is 0 on Sunday and 6 on Saturday
const isWeekday = (day: number): boolean => ((day + 4) % 7) % 6 !== 0
