import type { Scheme } from '../../modules/evaluation/index.ts'
import { nat2020 } from './nat-2020.ts'

/** With cost as a first level of its own. The paper sets the level, not its weight: a province's own paper does. */
export const nat2021: Scheme = {
  ...nat2020,
  id: 'NAT-2021',
  version: '2021.1',
  title: '项目支出绩效自评（成本为一级指标，二〇二一年）',
  source: {
    document: '财预〔2021〕101号 中央部门项目支出核心绩效目标和指标设置及取值指引（试行）',
    certainty: 'general',
    note: '成本指标列为一级指标；权重为地方常见做法，未见统一规定，请按本地文件在“评分办法”中登记。',
  },
  // Used where a bureau or its finance bureau says so, not by itself.
  appliesTo: { region: 'none', from: 2021 },
  scores: 'project',
  levels: { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
}
