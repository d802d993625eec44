import type { ReportDocument } from '../../modules/reporting/index.ts'
import { count, share } from './bindings.ts'
import {
  accountFigures,
  accountText,
  budgetFigures,
  managementFigures,
  managementText,
  ofWhole,
  opening,
  pointsOfWhole,
  projectsOfYear,
  scoreOfWhole,
  shortOfWhole,
} from './whole.ts'

/** The four parts 河北 asks for, in its order: how it was organised, what was reached, how good the targets were, what follows. */
export const hebeiAny: ReportDocument = {
  id: 'hebei-whole',
  form: 'hebei-whole',
  layout: '河北省部门整体格式',
  title: '{bureau}{year}年度绩效自评工作报告',
  slug: 'zpgz',
  figures: [
    ...accountFigures,
    ...budgetFigures.filter(({ id }) => id === 'full' || id === 'rate'),
    ...managementFigures,
    count('received', '受理案件', '件', 'case.received'),
    count('filed', '立案', '件', 'case.filed'),
    count('closed', '结案', '件', 'case.closed'),
    share('closing-rate', '结案率', 'case.closing-rate'),
    { id: 'projects', label: '入库项目', scale: '数', unit: '个', from: { sum: [{ metric: 'project.opened' }] } },
    { id: 'indicators', label: '绩效指标', scale: '数', unit: '个', from: { sum: [{ metric: 'indicator.set' }] } },
  ],
  sums: [{ whole: 'spent', parts: ['basic-spent', 'projects-spent'] }],
  sections: [
    opening('项目和部门整体支出'),
    {
      heading: '一、绩效自评工作组织开展情况',
      blocks: [
        { text: '成立自评工作小组，按数据采集、审核复核、汇总分析分阶段进行，各阶段的负责人和期限见自评组织台账。' },
        accountText,
        { text: '全年预算{full}，预算执行率{rate}。' },
      ],
    },
    {
      heading: '二、绩效目标实现情况',
      blocks: [
        { sub: '（一）履职情况' },
        {
          text: '全年受理城市管理案件{received}，立案{filed}，结案{closed}，结案率{closing-rate}。',
          unless: { zero: 'received', say: '本年度台账中没有登记城市管理案件。' },
        },
        { sub: '（二）项目支出绩效' },
        { text: '完成值从台账和支付中数出，逐项见各项目绩效自评表。' },
        projectsOfYear,
        { sub: '（三）部门整体支出绩效' },
        scoreOfWhole('没有对部门整体支出设定绩效指标，自评得分见各项目。'),
        pointsOfWhole('部门整体支出自评得分', '各项目的指标逐项见项目支出绩效自评表。'),
      ],
    },
    {
      heading: '三、绩效目标设定质量情况',
      blocks: [
        {
          text: '当年入库项目{projects}，设定绩效指标{indicators}。指标的方向、取值方式在设定时写明；目标和完成值逐项核对，需要说明的列入存疑事项。',
        },
      ],
    },
    {
      heading: '四、整改措施及结果应用',
      blocks: [shortOfWhole, managementText, { text: '自评结果与下一年度预算安排相结合。' }],
    },
    ofWhole,
  ],
}
