import type { Scheme } from '../../modules/evaluation/index.ts'
import { nat2020 } from './nat-2020.ts'

/** 部门整体支出 as cities of 湖北 score it: twenty points for the execution, eighty for the year's goals, in whole points. */
export const hb2080: Scheme = {
  ...nat2020,
  id: 'HB-20/80',
  version: '2022.1',
  title: '部门整体支出绩效自评（湖北，二〇二二年）',
  issuer: '湖北省财政部门',
  appliesTo: { region: '42', from: 2022 },
  scores: 'whole',
  source: {
    document: '湖北省部门整体绩效自评表',
    certainty: 'seen',
    note: '预算执行二十分、年度绩效目标八十分，由公开的自评结果归纳；未达到目标的由评分人扣分，扣分办法没有公布，按比例计算的分为上限，等级按财预〔2020〕10号划分。',
  },
  execution: 20,
  levels: { output: 65, satisfaction: 15 },
  unmet: 'judged',
}
