import type { Scheme } from '../../modules/evaluation/index.ts'

/** 项目支出绩效自评 as the Ministry of Finance set it in 2020 and most provinces use it; the whole is scored by it where no paper
 *  of its own is known. */
export const nat2020: Scheme = {
  id: 'NAT-2020',
  version: '2020.1',
  title: '项目支出绩效自评（全国通用，二〇二〇年）',
  issuer: '财政部',
  appliesTo: { region: '', from: 2020 },
  source: {
    document: '财预〔2020〕10号 项目支出绩效评价管理办法',
    certainty: 'seen',
    note: '部门整体支出没有另行规定的也按此办法评分；权重和等级见于各地公开的自评表，文件原文未取得；请以财政部门下发的文件为准。',
  },
  execution: 10,
  levels: { output: 50, benefit: 30, satisfaction: 10 },
  reverseRule: 'linear',
  moneySpent: 'target',
  unmet: 'proportion',
  overAchieved: 1.2,
  tiers: {
    met: { label: '达成年度指标', from: 0.8, to: 1 },
    partly: { label: '部分达成年度指标并具有一定效果', from: 0.6, to: 0.8 },
    unmet: { label: '未达成年度指标且效果较差', from: 0, to: 0.6 },
  },
  bands: [
    { label: '优', from: 90 },
    { label: '良', from: 80 },
    { label: '中', from: 60 },
    { label: '差', from: 0 },
  ],
}
