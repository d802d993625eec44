import type { Scheme } from '../../modules/evaluation/index.ts'
import { nat2020 } from './nat-2020.ts'

/**
 * As a district of 安徽 scored its projects in 2024: a fund row of ten points by the execution rate, and an indicator 投入金额
 * scored at that rate a second time. Which projects have such an indicator lies in their trees, not here.
 */
export const ah002: Scheme = {
  ...nat2020,
  id: 'AH-002',
  version: '2024.1',
  title: '项目支出绩效自评（安徽，二〇二四年）',
  issuer: '安徽省财政部门',
  appliesTo: { region: '34', from: 2024 },
  scores: 'project',
  source: {
    document: '安徽省项目支出绩效自评表',
    certainty: 'seen',
    note: '由公开的自评得分推算，与公布的得分逐分相符；等级标准没有公布，按财预〔2020〕10号划分。',
  },
  moneySpent: 'rate',
}
