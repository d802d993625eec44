import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar, type Calendar } from './calendar.ts'
import { seedDays } from './calendar-seed.ts'
import { type LimitUnit, limitText, parseLimit } from './limit.ts'

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]
const calendar: Calendar = buildCalendar({ days: seedDays(2018, 2026), years })

/** Shanghai wall time to an instant and back, as a bureau writes it: `2022-03-04 17:00`. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const shown = (instant: string) =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (from: string, limit: string) => shown(calendar.addLimit(at(from), parseLimit(limit)!))
const minutes = (from: string, to: string, unit: LimitUnit) => calendar.minutesBetween(at(from), at(to), unit)
const refused = (year: number) => expect.objectContaining({ code: 'org.calendar-year-unknown', details: { year } })

describe('which days are worked', () => {
  test('the Spring Festival of 2022 is off from New Year’s Eve to the sixth day', () => {
    const week = ['01-30', '01-31', '02-01', '02-02', '02-03', '02-04', '02-05', '02-06', '02-07']
    const worked = week.filter((day) => calendar.isWorkingDay(`2022-${day}`))
    expect(worked).toEqual(['01-30', '02-07'])
  })

  test.each(['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'])(
    'the make-up weekend day %s is worked',
    (day) => expect(calendar.isWorkingDay(day)).toBe(true),
  )

  test.each(['2022-04-05', '2022-05-04', '2022-06-03', '2022-09-12', '2022-10-07', '2022-12-31', '2023-01-02'])(
    'the holiday %s is not worked',
    (day) => expect(calendar.isWorkingDay(day)).toBe(false),
  )

  test('an ordinary week is worked from Monday to Friday', () => {
    const week = ['14', '15', '16', '17', '18', '19', '20'].map((day) => calendar.isWorkingDay(`2022-03-${day}`))
    expect(week).toEqual([true, true, true, true, true, false, false])
  })

  test('a row the bureau adds to the table makes its own day off', () => {
    const days = [...seedDays(2022, 2022), { day: '2022-03-15', working: false, name: '全局停电检修' }]
    expect(buildCalendar({ days, years: [2022] }).isWorkingDay('2022-03-15')).toBe(false)
  })

  test('the seed names its days', () => {
    expect(seedDays(2022, 2022)).toEqual(
      expect.arrayContaining([
        { day: '2022-04-24', working: true, name: '劳动节调休上班' },
        { day: '2022-02-01', working: false, name: '春节' },
      ]),
    )
  })
})

describe('when a limit ends', () => {
  test('2紧急工作时 at half past eleven at night ends at half past one', () =>
    expect(due('2022-03-04 23:30', '2紧急工作时')).toBe('2022-03-05 01:30'))

  test('4小时 on Friday at 17:00 takes one hour on Friday and three on Monday', () =>
    expect(due('2022-03-04 17:00', '4小时')).toBe('2022-03-07 11:00'))

  test('4小时 on Friday at 14:00 ends with the working day, not on Monday morning', () =>
    expect(due('2022-03-04 14:00', '4小时')).toBe('2022-03-04 18:00'))

  test('a report on Sunday begins its clock on Monday at 08:00', () =>
    expect(due('2022-03-06 10:20', '2小时')).toBe('2022-03-07 10:00'))

  test('a report at lunch begins its clock at 14:00', () =>
    expect(due('2022-03-07 12:40', '2小时')).toBe('2022-03-07 16:00'))

  test('1天 ends at the same time on the next working day', () =>
    expect(due('2022-03-08 10:15', '1天')).toBe('2022-03-09 10:15'))

  test('2天 over a weekend leave it out', () => expect(due('2022-03-04 15:30', '2天')).toBe('2022-03-08 15:30'))

  test('5天 over Labour Day 2022 count the make-up Sunday and leave out the holiday', () =>
    expect(due('2022-04-23 09:00', '5天')).toBe('2022-04-28 18:00'))

  test('3天 before the Spring Festival of 2022 end after it', () =>
    expect(due('2022-01-29 16:00', '3天')).toBe('2022-02-08 16:00'))

  test('2天 over the end of the year leave out New Year', () =>
    expect(due('2022-12-30 11:00', '2天')).toBe('2023-01-04 11:00'))

  test('1紧急工作日 runs through Saturday, 3自然日 through a holiday', () => {
    expect(due('2022-03-04 17:00', '1紧急工作日')).toBe('2022-03-05 17:00')
    expect(due('2022-10-01 09:00', '3自然日')).toBe('2022-10-04 09:00')
  })

  test('seconds of the report stay in the deadline', () =>
    expect(calendar.addLimit('2022-03-07T01:00:30.500Z', { n: 1, unit: 'work-hour' })).toBe('2022-03-07T02:00:30.500Z'))
})

describe('how long a clock has run', () => {
  test('from Friday 17:00 to Monday 09:30 a working clock runs two hours and a half', () =>
    expect(minutes('2022-03-04 17:00', '2022-03-07 09:30', 'work-hour')).toBe(150))

  test('an urgent clock runs through the night', () =>
    expect(minutes('2022-03-04 17:00', '2022-03-05 09:30', 'urgent-hour')).toBe(990))

  test('a night, a lunch and a holiday use up nothing', () => {
    expect(minutes('2022-03-07 18:00', '2022-03-08 08:00', 'work-day')).toBe(0)
    expect(minutes('2022-03-07 12:00', '2022-03-07 14:00', 'work-day')).toBe(0)
    expect(minutes('2022-10-01 00:00', '2022-10-07 23:59', 'work-day')).toBe(0)
  })

  test('a make-up Sunday uses up a whole working day', () =>
    expect(minutes('2022-04-24 00:00', '2022-04-25 00:00', 'work-day')).toBe(480))

  test('backwards it is negative, and a begun minute is not counted', () => {
    expect(minutes('2022-03-07 09:30', '2022-03-04 17:00', 'work-hour')).toBe(-150)
    expect(calendar.minutesBetween('2022-03-07T01:00:00.000Z', '2022-03-07T01:02:59.999Z', 'work-hour')).toBe(2)
  })

  test('a returned case resumes: what was used before is not given again', () => {
    const used = minutes('2022-03-04 09:00', '2022-03-04 11:00', 'work-hour')
    const resumed = calendar.addMinutes(at('2022-03-04 16:00'), 4 * 60 - used, 'work-hour')
    expect(shown(resumed)).toBe('2022-03-04 18:00')
  })

  test('a clock already overdue by an hour resumes overdue by that hour', () =>
    expect(shown(calendar.addMinutes(at('2022-03-07 08:30'), -60, 'work-hour'))).toBe('2022-03-04 17:30'))

  const moment = fc.integer({ min: Date.parse(at('2018-01-03 00:00')), max: Date.parse(at('2025-12-31 23:59')) })
  const unit = fc.constantFrom<LimitUnit>('urgent-hour', 'work-hour', 'work-day', 'urgent-day', 'natural-day')

  test('whatever minutes are added, so many minutes lie between', () =>
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60_000 }), unit, (from, added, unit) => {
        const start = new Date(from).toISOString()
        expect(calendar.minutesBetween(start, calendar.addMinutes(start, added, unit), unit)).toBe(added)
      }),
    ))

  test('the fast calendar agrees with one that walks minute by minute', () =>
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 1500 }), (from, added) => {
        const start = Math.floor(from / 60_000) * 60_000
        const walked = new Date(walk(start, added)).toISOString()
        expect(calendar.addMinutes(new Date(start).toISOString(), added, 'work-day')).toBe(walked)
      }),
      { numRuns: 60 },
    ))

  function walk(from: number, count: number): number {
    let time = from
    for (let left = count; left > 0; time += 60_000) {
      const [day = '', clock = ''] = shown(new Date(time).toISOString()).split(' ')
      const open = (clock >= '08:00' && clock < '12:00') || (clock >= '14:00' && clock < '18:00')
      if (open && calendar.isWorkingDay(day)) left--
    }
    return time
  }
})

describe('promises in days', () => {
  test('the day of receipt does not count', () => expect(calendar.addWorkingDays('2022-03-07', 5)).toBe('2022-03-14'))

  test('twenty working days from a Sunday of September 2022 reach past National Day', () =>
    expect(calendar.addWorkingDays('2022-09-25', 20)).toBe('2022-10-26'))

  test('no days at all leave the day as it is', () =>
    expect(calendar.addWorkingDays('2022-03-06', 0)).toBe('2022-03-06'))

  test('a legal term that ends on a holiday ends on the next working day', () => {
    expect(calendar.lastLegalDay('2022-09-16', 15)).toBe('2022-10-08')
    expect(calendar.lastLegalDay('2022-03-01', 15)).toBe('2022-03-16')
  })
})

describe('terms of the law', () => {
  const ends = (from: string, n: number, unit: LimitUnit) => shown(calendar.addLimit(at(from), { n, unit }))

  test('行政处罚法 85 and 61: service within seven days counts working days, over the Spring Festival of 2022', () =>
    expect(ends('2022-01-28 09:00', 7, 'legal-work-day')).toBe('2022-02-11 23:59'))

  test('行政处罚法 85: the make-up Saturday and Sunday before and after a feast are working days', () => {
    expect(ends('2022-01-28 16:00', 2, 'legal-work-day')).toBe('2022-01-30 23:59')
    expect(ends('2022-04-22 16:00', 1, 'legal-work-day')).toBe('2022-04-24 23:59')
  })

  test('行政处罚法 67: fifteen days to pay are calendar days, and a last day off moves to the next working day', () => {
    expect(ends('2022-01-20 10:00', 15, 'legal-day')).toBe('2022-02-07 23:59')
    expect(ends('2022-03-01 10:00', 15, 'legal-day')).toBe('2022-03-16 23:59')
  })

  test('行政处罚法 60: ninety days from filing run over the end of the year', () =>
    expect(ends('2022-11-10 10:00', 90, 'legal-day')).toBe('2023-02-08 23:59'))

  test('行政许可法 42 and 82: twenty working days over the National Day week and its two make-up days', () =>
    expect(ends('2022-09-15 10:00', 20, 'legal-work-day')).toBe('2022-10-18 23:59'))

  test('the day of the act does not count: done at its last minute, a day of the term has not begun', () => {
    expect(ends('2022-03-07 23:59', 1, 'legal-work-day')).toBe('2022-03-08 23:59')
    expect(minutes('2022-03-07 00:00', '2022-03-07 23:59', 'legal-work-day')).toBe(0)
  })

  test('行政许可法 45: what an expert takes is not counted, and the days left are given again', () => {
    const used = minutes('2022-03-01 10:00', '2022-03-08 17:00', 'legal-work-day')
    expect(used).toBe(5 * 1440)
    const left = calendar.minutesOf({ n: 20, unit: 'legal-work-day' }) - used
    expect(shown(calendar.addMinutes(at('2022-03-21 09:00'), left, 'legal-work-day'))).toBe('2022-04-12 23:59')
  })

  test('a year nobody has announced is refused', () =>
    expect(() => calendar.addLimit(at('2026-12-28 10:00'), { n: 7, unit: 'legal-work-day' })).toThrow(refused(2027)))
})

describe('years the table does not know', () => {
  test('a limit that would end in one is refused, and the sentence names the year', () => {
    const run = () => calendar.addLimit(at('2026-12-31 16:00'), { n: 1, unit: 'work-day' })
    expect(run).toThrow(refused(2027))
    expect(run).toThrow('工作日历还没有2027年的安排；可以：在“管理—工作日历”录入该年放假和调休后再办理。')
  })

  test('a day, a start and an end in one are refused', () => {
    expect(() => calendar.isWorkingDay('2028-03-01')).toThrow(refused(2028))
    expect(() => calendar.addMinutes(at('2017-12-31 10:00'), 5, 'work-hour')).toThrow(refused(2017))
    expect(() => minutes('2026-12-30 10:00', '2027-01-04 10:00', 'work-day')).toThrow(refused(2027))
    expect(() => calendar.lastLegalDay('2026-12-20', 15)).toThrow(refused(2027))
  })

  test('a gap between known years is not jumped over', () => {
    const gap = buildCalendar({ days: [], years: [2020, 2022] })
    expect(() => gap.minutesBetween(at('2020-12-30 10:00'), at('2022-01-05 10:00'), 'work-day')).toThrow(refused(2021))
    expect(() => gap.minutesBetween(at('2022-01-05 10:00'), at('2020-12-30 10:00'), 'work-day')).toThrow(refused(2021))
    expect(() => gap.addLimit(at('2020-12-31 16:00'), { n: 5, unit: 'work-day' })).toThrow(refused(2021))
  })

  test('time that runs day and night needs no table', () =>
    expect(due('2035-05-01 10:00', '2紧急工作时')).toBe('2035-05-01 12:00'))

  test('the seed refuses a year nobody has announced', () => expect(() => seedDays(2026, 2060)).toThrow(/年的安排/))
})

describe('other working hours', () => {
  test('a bureau that works from 09:00 to 17:00 has 480 minutes a day without a break', () => {
    const through = buildCalendar({ days: [], years: [2022], hours: [['09:00', '17:00']] })
    expect(through.minutesPerDay).toBe(480)
    expect(shown(through.addLimit(at('2022-03-07 16:00'), { n: 2, unit: 'work-hour' }))).toBe('2022-03-08 10:00')
  })

  test.each([
    [
      [
        ['14:00', '18:00'],
        ['08:00', '12:00'],
      ],
    ],
    [
      [
        ['08:00', '12:00'],
        ['11:00', '18:00'],
      ],
    ],
    [[['08:00', '08:00']]],
    [[['8点', '12:00']]],
    [[['08:00', '24:30']]],
    [[]],
  ] as [string, string][][][])('hours that make no sense are refused: %j', (hours) => {
    expect(() => buildCalendar({ days: [], years: [2022], hours })).toThrow(
      expect.objectContaining({ code: 'org.working-hours' }),
    )
  })
})

describe('limits as tables write them', () => {
  test.each([
    ['2紧急工作时', 2, 'urgent-hour'],
    ['4小时', 4, 'work-hour'],
    ['2天', 2, 'work-day'],
    [' １５ 个工作日 ', 15, 'work-day'],
    ['1紧急工作日', 1, 'urgent-day'],
    ['3自然日', 3, 'natural-day'],
  ] as const)('%s is understood', (text, n, unit) => expect(parseLimit(text)).toEqual({ n, unit }))

  test('a bare 天 means what the bureau has set', () =>
    expect(parseLimit('2天', 'natural-day')).toEqual({ n: 2, unit: 'natural-day' }))

  test.each(['', '天', '0天', '1.5小时', '尽快', '两三天', '3constructor', '-2天'])('%j is not guessed at', (text) =>
    expect(parseLimit(text)).toBeUndefined(),
  )

  test('a limit is printed and read back the same', () => {
    const units: LimitUnit[] = ['urgent-hour', 'work-hour', 'work-day', 'urgent-day', 'natural-day']
    for (const unit of units) expect(parseLimit(limitText({ n: 3, unit }))).toEqual({ n: 3, unit })
  })
})
