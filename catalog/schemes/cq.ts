import type { Scheme } from '../../modules/evaluation/index.ts'
import { nat2020 } from './nat-2020.ts'

/** 重庆: 得分 = 得分系数 × 权重. To how many decimals the coefficient is rounded is not in the forms. */
export const cq: Scheme = {
  ...nat2020,
  id: 'CQ',
  version: '2022.1',
  title: '项目支出绩效自评（重庆）',
  issuer: '重庆市财政部门',
  appliesTo: { region: '50', from: 2022 },
  scores: 'project',
  source: {
    document: '重庆市项目支出绩效自评表',
    certainty: 'seen',
    note: '“得分系数×权重”见于公开的自评表；系数取两位小数是通常做法，未见规定。',
  },
  coefficient: 2,
}
