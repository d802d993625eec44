import type { Scheme } from '../../modules/evaluation/index.ts'
import { nat2020 } from './nat-2020.ts'

/** 四川: ten points for the execution against the adjusted budget; below ninety percent it has to be explained. */
export const sc1090: Scheme = {
  ...nat2020,
  id: 'SC-10/90',
  version: '2022.1',
  title: '项目支出绩效自评（四川）',
  issuer: '四川省财政部门',
  appliesTo: { region: '51', from: 2022 },
  scores: 'project',
  source: {
    document: '四川省项目支出绩效自评表',
    certainty: 'seen',
    note: '权重和说明要求见于公开的自评表；也有产出五十、效益三十、满意度十的，请按本地文件在“评分办法”中登记。',
  },
  levels: { output: 60, benefit: 30 },
  explainBelow: 90,
}
