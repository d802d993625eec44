import { type MonitoringRules, rowsFor, thresholdOn } from '../../modules/evaluation/index.ts'

const general = '一些区县单位全年的预警线；没有本地文件时沿用，请以财政部门的文件为准。'
const sichuan = '川财绩〔2025〕10号；见于二手摘录，原文未取得。'
const sichuanFrom = { region: '51', from: '2025-01-01', source: sichuan, certainty: 'seen' } as const

/** When a project is warned of, by region and day. Every number is a row here, with where it was read and how sure it is. */
export const monitoringRules: MonitoringRules = {
  thresholds: [
    { region: '', from: '2020-01-01', periodEnd: '12-31', least: '70', source: general, certainty: 'seen' },
    { ...sichuanFrom, periodEnd: '04-30', least: '25' },
    { ...sichuanFrom, periodEnd: '06-30', least: '40' },
    { ...sichuanFrom, periodEnd: '08-31', least: '60' },
    { ...sichuanFrom, periodEnd: '10-31', least: '80' },
  ],
  gaps: [{ ...sichuanFrom, most: '10' }],
}
export const thresholdFor = (region: string, day: string) => thresholdOn(monitoringRules.thresholds, region, day)

const answerTerms = [
  { region: '', from: '2020-01-01', days: 10, source: '通行做法；请以本地财政部门的文件为准。', certainty: 'general' },
  { ...sichuanFrom, days: 10 },
] as const

const workDays = (n: number) => ({ n, unit: 'legal-work-day' as const })
/** Until when a unit answers a warning: whole working days, the day of the warning does not count. */
export function answerTermFor(region: string, day: string) {
  const [row] = rowsFor(answerTerms, region, day)
  return row && workDays(row.days)
}
/** Reminded when three of the working days are left, and again after each further one: ours, no paper says so. */
export const firstReminder = (days: number) => workDays(Math.max(1, days - 3))
export const nextReminder = workDays(1)
