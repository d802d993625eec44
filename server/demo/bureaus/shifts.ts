import type { Shift } from '../../../modules/org/index.ts'

/** Three patterns that together put two people on every day of the week. */
export const weeks = { a: '12345', b: '34567', c: '1267' } as const
type Week = keyof typeof weeks

const inWeeks = (id: string, name: string, start: string, end: string): Shift[] =>
  Object.entries(weeks).map(([week, days]) => ({ id: `${id}-${week}`, name, start, end, days }))

export const shifts: readonly Shift[] = [
  ...inWeeks('desk-early', '坐席早班', '08:00', '14:00'),
  ...inWeeks('desk-late', '坐席晚班', '14:00', '20:00'),
  { id: 'desk-weekend', name: '周末带班', start: '08:00', end: '20:00', days: '67' },
  ...inWeeks('patrol-early', '巡查早班', '07:30', '13:00'),
  ...inWeeks('patrol-late', '巡查晚班', '13:00', '18:30'),
  { id: 'office-morning', name: '上午', start: '08:00', end: '12:00', days: 'working' },
  { id: 'office-afternoon', name: '下午', start: '14:00', end: '18:00', days: 'working' },
  { id: 'watch-odd', name: '应急值守（单日）', start: '07:30', end: '22:30', days: '1357' },
  { id: 'watch-even', name: '应急值守（双日）', start: '07:30', end: '22:30', days: '246' },
]

export const office = ['office-morning', 'office-afternoon'] as const
export const desk = (half: 'early' | 'late', week: Week) => [`desk-${half}-${week}`]
export const patrol = (half: 'early' | 'late', week: Week) => [`patrol-${half}-${week}`]
