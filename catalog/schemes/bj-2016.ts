import type { Scheme } from '../../modules/evaluation/index.ts'
import { nat2020 } from './nat-2020.ts'

/** 北京, forms of 2016 to 2019: ≤ missed earns target ÷ actual, words are judged at 80 and 50 of a hundred. */
export const bj2016: Scheme = {
  ...nat2020,
  id: 'BJ-2016',
  version: '2016.1',
  title: '项目支出绩效自评（北京，二〇一六年）',
  issuer: '北京市财政部门',
  appliesTo: { region: '11', from: 2016, until: 2019 },
  scores: 'project',
  source: {
    document: '北京市项目支出绩效自评表（2017年度填报样式）',
    certainty: 'seen',
    note: '产出的数量、质量、时效、成本各12.5分，定量指标按B/A或A/B计分，定性指标分100至80、80至50、50至0三档，见于公开的自评表；等级按财预〔2020〕10号划分。',
  },
  reverseRule: 'ratio',
  tiers: {
    met: { label: '达成预期指标', from: 0.8, to: 1 },
    partly: { label: '部分达成预期指标并具有一定效果', from: 0.5, to: 0.8 },
    unmet: { label: '未达成预期指标且效果较差', from: 0, to: 0.5 },
  },
}
