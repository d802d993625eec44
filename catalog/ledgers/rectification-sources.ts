import type { Option } from './words.ts'

/** Where a problem comes from, and the field that names the record it was found by. */
export const rectificationSources: readonly (Option & { needs?: string })[] = [
  { value: 'evaluation', label: '绩效自评' },
  { value: 'indicator', label: '绩效指标', needs: 'indicator' },
  { value: 'warning', label: '绩效预警', needs: 'warning' },
  { value: 'notice', label: '督察整改通知', needs: 'notice' },
  { value: 'case', label: '案件', needs: 'case' },
  { value: 'finance', label: '财政评价' },
  { value: 'audit', label: '审计和巡察' },
  { value: 'other', label: '其他' },
]
