import type { ReportDocument } from '../../modules/reporting/index.ts'
import { executionOf } from './bindings.ts'
import { managementFigures, managementText, ofProjects, opening, projectsOfYear } from './whole.ts'

/** The five parts 安徽 asks for of a year's projects, for any bureau: budget, scores and what lost points are drawn from the ledgers. */
export const anhuiAny: ReportDocument = {
  id: 'anhui-projects',
  form: 'anhui-projects',
  layout: '安徽省项目支出格式',
  title: '{bureau}{year}年度项目支出绩效自评报告',
  slug: 'xmzp',
  figures: [...executionOf((part) => `all-${part}`, '全部项目', undefined), ...managementFigures],
  sums: [],
  sections: [
    opening('项目支出'),
    {
      heading: '一、自评工作开展情况',
      blocks: [
        { sub: '（一）年度总体目标及主要任务' },
        { text: '各项目的年度目标见项目支出绩效目标申报表。' },
        { sub: '（二）自评工作组织实施' },
        {
          text: '自评由各项目负责人提交完成情况和佐证材料，另一人复核。凡台账能数出来的完成值一律由台账取数，其余的由填报人写明来源。',
        },
      ],
    },
    {
      heading: '二、部门预算支出情况',
      blocks: [
        { sub: '（一）总体预算及执行情况' },
        { text: '{year}年项目年初预算{all-initial}，全年预算{all-full}，全年执行{all-paid}，执行率{all-rate}。' },
        { sub: '（二）项目支出构成' },
        projectsOfYear,
      ],
    },
    {
      heading: '三、项目自评结果及分析',
      blocks: [
        { sub: '（一）项目自评得分' },
        { text: '各项目得分和等级见前表；得分由预算执行率和各项绩效指标逐项计算后相加。' },
        { sub: '（二）绩效指标完成情况' },
        { draw: 'short', none: '各项目的绩效指标都得满分，或者还没有设定绩效指标。' },
      ],
    },
    {
      heading: '四、发现的主要问题及整改措施',
      blocks: [
        { sub: '（一）主要问题' },
        { text: '待填写。' },
        { sub: '（二）整改措施' },
        managementText,
        { sub: '（三）结果应用' },
        { text: '自评结果在局内公示，作为安排下一年度项目和预算的依据。' },
      ],
    },
    { heading: '五、其他需要说明的问题', blocks: [{ text: '无。' }] },
    ofProjects,
  ],
}
